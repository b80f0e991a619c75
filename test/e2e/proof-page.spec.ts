import { unitId } from '../../apps/runtime/src/index.js';
import JSZip from 'jszip';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { toBuffer } from 'qrcode';
import type { Page as PageOf, Written } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

const CHROMIUM = '/usr/bin/chromium';
const OFFICE = 'thieu-van';
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
const WORDS = 'Đường vào thôn 3 ngập từ tuần trước, chưa ai sửa.';

(existsSync(CHROMIUM) ? describe : describe.skip)(
  'a citizen checks what they gave, without trusting the office',
  () => {
    let office: RunningOffice;
    let browser: Browser;
    let page: Page;
    const asked: string[] = [];

    beforeAll(async () => {
      office = await runningOffice({ env: async (url) => ({ PUBLIC_URL: url }) });
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
      page = await browser.newPage({ locale: 'vi-VN' });
      page.on('request', (request) => asked.push(request.url()));
    });
    afterAll(async () => {
      await browser.close();
      await office.close();
    });

    const send = async (text: string) =>
      (
        await client(office.url).post<{ proof: string }>(`/public/${OFFICE}/feedback`, {
          text,
          name: 'Nguyễn Thị Lan',
        })
      ).body.proof;
    const verdict = () => page.locator('#verdict').textContent();
    const open = async (proof: string) => {
      await page.goto('about:blank');
      await page.goto(office.url + proof);
    };
    const compare = async (words: string, expected: RegExp) => {
      await page.getByLabel('Họ tên').fill('Nguyễn Thị Lan');
      await page.getByLabel('Nội dung phản ánh').fill(words);
      await page.getByRole('button', { name: 'So với sổ cái' }).click();
      await page.locator('#verdict', { hasText: expected }).waitFor();
    };

    it('with the receipt’s opening: the same words, and no others; the opening is sent nowhere', async () => {
      const proof = await send(WORDS);
      await office.seal();
      await open(proof);
      await compare(WORDS, /^Đúng/);
      await compare(WORDS.replace('chưa', 'đã có'), /^KHÁC/);
      expect(asked.join()).not.toContain(proof.split('mo=')[1]);
    });

    it('an opening that was cut, altered, or is of another act is named', async () => {
      const [proof, other] = [await send(`${WORDS} Lần hai.`), await send(`${WORDS} Lần ba.`)];
      await office.seal();
      const [url = '', opening = ''] = proof.split('#mo=');
      await open(`${url}#mo=${opening.slice(0, -3)}`);
      expect(await verdict()).toContain('bị cắt');
      await open(`${url}#mo=${opening.slice(0, 30)}${opening[30] === 'A' ? 'B' : 'A'}${opening.slice(31)}`);
      expect(await verdict()).toContain('đã bị sửa');
      await open(`${url}#mo=${other.split('#mo=')[1]}`);
      expect(await verdict()).toContain('của việc khác');
      await open(proof);
      await compare(`${WORDS} Lần ba.`, /^KHÁC/);
      await compare(`${WORDS} Lần hai.`, /^Đúng/);
    });

    it('a checkpoint that nobody signed, and the proof of something else, are called wrong', async () => {
      const proof = await send(`${WORDS} Lần bốn.`);
      await office.seal();
      const owner = office.database.owner();
      const proofElsewhere = async () => {
        const stranger = client(office.url);
        const { rows } = await owner.query<{ id: string }>(
          'select event_id as id from event order by position limit 1',
        );
        return (await stranger.get<object>(`/ledger/${OFFICE}/proofs/${rows[0]?.id}`)).body;
      };
      const pressed = async () => {
        await open(proof.split('#')[0] ?? '');
        const output = page.locator('#record output').first();
        await page.getByRole('button', { name: 'Kiểm tra' }).first().click();
        await output.filter({ hasText: /\S/ }).waitFor();
        return output.textContent();
      };
      expect(await pressed()).toMatch(/^Đúng/);
      // Whoever owns the database and not the key: the signature is of another text.
      const { rows } = await owner.query<{ note: string }>(
        'select checkpoint as note from ledger.head where office = $1',
        [OFFICE],
      );
      const note = rows[0]?.note ?? '';
      const at = note.length - 20;
      const altered = `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`;
      await owner.query('update ledger.head set checkpoint = $2 where office = $1', [OFFICE, altered]);
      expect(await pressed()).toMatch(/^SAI: điểm chốt không mang chữ ký/);
      await owner.query('update ledger.head set checkpoint = $2 where office = $1', [OFFICE, note]);
      // A proof that is right, of something else.
      const other = await proofElsewhere();
      await page.route('**/proofs/*', (route) => route.fulfill({ json: other }), { times: 1 });
      expect(await pressed()).toMatch(/^SAI: mục này/);
    });

    it('the code on the printed receipt leads there, and carries what opens what its applicant gave', async () => {
      const at = await openDesk(office);
      const applicant = { name: 'Nguyễn Thị Ưởng', phone: '0912345678' };
      const { body } = await at.receive({ ...LAND, applicant });
      const { dossierId, code, lookup, proof = '' } = body as typeof body & { proof?: string };
      await office.settled();
      const { items } = (
        await at.desk.get<PageOf<{ id: string; kind: string }>>(`/api/v1/dossiers/${dossierId}/documents`)
      ).body;
      const receipt = items.find(({ kind }) => kind === 'receipt');
      const docx = await JSZip.loadAsync(
        (await at.desk.bytes(`/api/v1/documents/${receipt?.id}?format=docx`)).bytes,
      );
      const printed = await docx.file(/\.png$/)[0]?.async('nodebuffer');
      const [, subject = '', opening = ''] = /subjects\/(.+)#mo=(.+)$/.exec(proof) ?? [];
      const carried = `${office.url}/public/${OFFICE}#${code}~${lookup.secret}~${subject}.${opening}`;
      expect(printed).toEqual(await toBuffer(carried, { errorCorrectionLevel: 'M', margin: 1, scale: 4 }));

      await office.seal();
      await page.goto(carried);
      await page.locator('#dossier dl').waitFor();
      expect(page.url()).not.toContain(lookup.secret);
      await page.getByRole('link', { name: 'Kiểm tra những gì chính ông/bà đã khai' }).click();
      await page.getByLabel('Họ tên').fill(` ${applicant.name.normalize('NFD')}`);
      await page.getByLabel('Số điện thoại').fill(applicant.phone);
      const answer = page.locator('#verdict');
      await page.getByRole('button', { name: 'So với sổ cái' }).click();
      await answer.filter({ hasText: /^Đúng/ }).waitFor();
      await page.getByLabel('Số điện thoại').fill('0999999999');
      await page.getByRole('button', { name: 'So với sổ cái' }).click();
      await answer.filter({ hasText: /^KHÁC/ }).waitFor();
      expect(asked.join()).not.toContain(opening);
    });

    it('a picked file is hashed in the browser: the one that was handed in, and no other; also once its person is erased', async () => {
      const justice = await office.as('justice');
      const facts = { unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'), name: 'Trần Thị Dân' };
      const { personId } = (await justice.post<Written & { personId: string }>('/api/v1/persons', facts))
        .body;
      const { proof } = (
        await justice.post<{ proof: string }>(
          `/api/v1/files?name=don.pdf&personId=${personId}`,
          Buffer.from(PDF),
          { 'content-type': 'application/octet-stream' },
        )
      ).body;
      await office.seal();
      const pick = async (name: string, text: string, expected: RegExp) => {
        await page.getByLabel('Tệp', { exact: true }).setInputFiles({
          name,
          mimeType: 'application/pdf',
          buffer: Buffer.from(text),
        });
        await page.getByRole('button', { name: 'So với sổ cái' }).click();
        await page.locator('#verdict', { hasText: expected }).waitFor();
      };
      await open(proof);
      await pick('don.pdf', PDF, /^Đúng/);
      await pick('don.pdf', `${PDF}\n`, /^KHÁC/);
      await page.getByLabel('Tên tệp khi nộp').fill('don.pdf');
      await pick('ban-sao-cua-toi.pdf', PDF, /^Đúng/);

      const head = await office.as('head-of-office');
      expect((await head.post(`/api/v1/persons/${personId}/erasure`, { reason: 'Yêu cầu' })).status).toBe(
        201,
      );
      await office.seal();
      await open(proof);
      expect(await page.locator('#record').textContent()).toContain('đã xóa theo quyền của công dân');
      await pick('don.pdf', PDF, /^Đúng/);
    });
  },
);
