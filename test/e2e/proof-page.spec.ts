import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

const CHROMIUM = '/usr/bin/chromium';
const OFFICE = 'thieu-van';
const WORDS = 'Đường vào thôn 3 ngập từ tuần trước, chưa ai sửa.';

(existsSync(CHROMIUM) ? describe : describe.skip)(
  'a citizen checks what they gave, without trusting the office',
  () => {
    let office: RunningOffice;
    let browser: Browser;
    let page: Page;
    const asked: string[] = [];

    beforeAll(async () => {
      office = await runningOffice();
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
  },
);
