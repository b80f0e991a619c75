import JSZip from 'jszip';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Page, Problem, Written } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { eventually } from '../support/stand-in.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Form {
  id: string;
  kind: string;
  number: number;
  year: number;
}

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
});
afterAll(() => office.close());

const bytesOf = async (by: Client, path: string) => {
  const answer = await by.bytes(path);
  return { ...answer, text: answer.type?.includes('pdf') ? await pdfText(answer.bytes) : '' };
};
const pdfText = async (bytes: Uint8Array) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.normalize('NFC').replace(/\s+/g, ' ');
};
const docxText = async (bytes: Uint8Array) => {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return {
    text: xml
      .replace(/<\/w:p>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .normalize('NFC'),
    files: Object.keys(zip.files),
  };
};
const formsOf = async (id: string) => {
  await office.settled();
  return (await at.desk.get<Page<Form>>(`/api/v1/dossiers/${id}/documents`)).body.items;
};
const formOf = async (id: string, kind: string) => (await formsOf(id)).find((form) => form.kind === kind);
const print = async (by: Client, id: string | undefined, format = 'pdf') =>
  bytesOf(by, `/api/v1/documents/${id}?format=${format}`);

const APPLICANT = { name: 'Nguyễn Thị Ưởng', address: 'Thôn Đắc Châu 1', phone: '0912345678' };

describe('the forms of a dossier', () => {
  it('1: receipt with code, components, appointment and look-up secret, as PDF and DOCX in Vietnamese', async () => {
    const { body } = await at.receive({ ...LAND, applicant: APPLICANT });
    const receipt = await formOf(body.dossierId, 'receipt');
    const pdf = await print(at.desk, receipt?.id);
    expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf']);
    for (const text of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'ỦY BAN NHÂN DÂN XÃ THIỆU VÂN',
      `Số: ${String(receipt?.number).padStart(2, '0')}/TNHS-UBND`,
      'Thiệu Vân, ngày 02 tháng 01 năm 2025',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      body.code,
      'Nguyễn Thị Ưởng',
      '1. Đơn đề nghị xác nhận (bản chính)',
      '15 ngày làm việc',
      '17 giờ 00 phút, ngày 23/01/2025',
      body.lookup.secret,
      'Phạm Thị Một',
    ])
      expect(pdf.text).toContain(text);
    expect(Buffer.from(pdf.bytes).includes('Tinos')).toBe(true); // the font is inside
    const docx = await docxText((await print(at.desk, receipt?.id, 'docx')).bytes);
    expect(docx.text).toContain('Nguyễn Thị Ưởng');
    expect(docx.text).toContain('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
    expect(docx.files.some((name) => name.endsWith('.png'))).toBe(true); // the QR code
  });

  it('2 and 5: supplement request and control slip with everybody’s part in it', async () => {
    const { dossierId } = (await at.receive({ ...LAND, applicant: APPLICANT })).body;
    await at.act(at.desk, dossierId, 'hand-overs', { toPostId: await at.postOf('justice') });
    await at.act(at.justice, dossierId, 'acceptances');
    await at.act(at.justice, dossierId, 'supplement-requests', {
      components: ['Bản đồ trích đo'],
      reason: 'Bản đồ thiếu chữ ký.',
      legalBasis: 'Khoản 2 Điều 5',
    });
    const supplement = await print(at.justice, (await formOf(dossierId, 'supplement'))?.id);
    expect(supplement.text).toContain('PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ');
    expect(supplement.text).toContain('1. Bản đồ trích đo');
    expect(supplement.text).toContain('Bản đồ thiếu chữ ký.');
    const control = await print(at.justice, (await formOf(dossierId, 'control'))?.id);
    expect(control.text).toMatch(/Tiếp nhận .*Phạm Thị Một.*Trước hạn.*Kiểm tra thực địa.*Đang giải quyết/);
  });

  it('3: refusal of a dossier that can’t be granted, with the reason', async () => {
    const { dossierId } = (await at.receive({ ...LAND, applicant: APPLICANT })).body;
    await at.act(at.desk, dossierId, 'rejection', { reason: 'Thửa đất đang có tranh chấp.' });
    const { text } = await print(at.desk, (await formOf(dossierId, 'refusal'))?.id);
    expect(text).toContain('PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ');
    expect(text).toContain('Thửa đất đang có tranh chấp.');
  });

  it('6: the register of a period, numbered when it is made', async () => {
    const made = await at.desk.post<Written & { documentId: string }>('/api/v1/dossier-registers', {
      from: '2025-01-01',
      to: '2025-01-31',
    });
    await office.settled();
    const { text } = await print(at.desk, made.body.documentId);
    expect(text).toContain('SỔ THEO DÕI HỒ SƠ');
    expect(text).toContain('Từ ngày 01/01/2025 đến ngày 31/01/2025');
    expect(text).toContain('Tổng số: 3 hồ sơ.');
    const turned = await at.desk.post<Problem>('/api/v1/dossier-registers', {
      from: '2025-02-01',
      to: '2025-01-31',
    });
    expect(turned.body.code).toBe('register_too_long');
  });

  it('6: one register of many is printed without any other being looked at', async () => {
    const made: string[] = [];
    for (const day of ['2025-01-01', '2025-01-02', '2025-01-03']) {
      const period = { from: day, to: day };
      const { body } = await at.desk.post<{ documentId: string }>('/api/v1/dossier-registers', period);
      made.push(body.documentId);
    }
    await office.settled();
    const owner = office.database.owner();
    await owner.query(
      `create function trap(kind text, data jsonb) returns boolean language plpgsql as $$ begin
         if kind = 'document-book' and data ->> 'kind' = 'register' and data ->> 'documentId' <> '${made[1]}' then
           raise exception 'another register is looked at';
         end if;
         return true;
       end $$;
       create policy trap on event as restrictive using (trap(kind, data))`,
    );
    const { text } = await print(at.desk, made[1]);
    await owner.query('drop function trap cascade');
    expect(text).toContain('Từ ngày 02/01/2025 đến ngày 02/01/2025');
  });

  it('4: an apology, as a draft while it is owed and with its number once given', async () => {
    const { dossierId } = (await at.receive({ ...LAND, applicant: APPLICANT })).body;
    const draft = () => bytesOf(at.desk, `/api/v1/dossiers/${dossierId}/apology-draft`);
    expect((await draft()).status).toBe(404);
    await office.moveTo('2025-01-23T09:00:00+07:00');
    await eventually(async () => (await draft()).status === 200);
    expect((await draft()).text).toContain('Số: ...../XLHT-UBND');
    await at.act(at.desk, dossierId, 'apologies', {
      way: 'letter',
      reason: 'Chờ ý kiến cơ quan thuế.',
      newDay: '2025-02-07',
    });
    const { text } = await print(at.desk, (await formOf(dossierId, 'apology'))?.id);
    expect(text).toMatch(/Số: 0\d\/XLHT-UBND/);
    expect(text).toContain('Chờ ý kiến cơ quan thuế.');
    expect(text).toContain('17 giờ 00 phút, ngày 07/02/2025');
    expect(text).toContain('Người chịu trách nhiệm: Phạm Thị Một');
    expect((await draft()).status).toBe(404);
  });
});

describe('F19: signs that a name may hold', () => {
  it('of any script and emoji stand in the receipt; what no font shows is refused at the door', async () => {
    const applicant = { ...APPLICANT, name: 'Nguyễn Thị 阮文安 😀' };
    const { body } = await at.receive({ ...LAND, applicant });
    const receipt = await formOf(body.dossierId, 'receipt');
    expect((await print(at.desk, receipt?.id)).text).toContain('Nguyễn Thị 阮文安 😀');
    expect((await docxText((await print(at.desk, receipt?.id, 'docx')).bytes)).text).toContain('阮文安 😀');
    for (const name of ['Nguyễn \u{20000}', 'Nguyễn \ue000', 'Nguyễn \u{1d400}']) {
      const refused = await at.receive({ ...LAND, applicant: { ...APPLICANT, name } });
      expect([refused.status, refused.body.code]).toEqual([400, 'invalid_input']);
    }
  });
});

describe('R21: the rules of the one-stop mechanism', () => {
  it('of a dossier are those it was received under, in its forms too, whatever is in force by then', async () => {
    const old = (await at.receive({ ...LAND, applicant: APPLICANT })).body.dossierId;
    await office.moveTo('2025-07-01T08:00:00+07:00');
    const young = (await at.receive({ ...LAND, applicant: APPLICANT })).body.dossierId;
    const rulesOf = async (id: string) =>
      (await at.desk.get<{ rules: string }>(`/api/v1/dossiers/${id}`)).body.rules;
    expect(await rulesOf(old)).toContain('61/2018/NĐ-CP');
    expect(await rulesOf(young)).toBe('Nghị định 118/2025/NĐ-CP');
    await at.act(at.desk, old, 'rejection', { reason: 'Thửa đất đang có tranh chấp.' });
    const made = async (id: string, kind: string) =>
      (await print(at.desk, (await formOf(id, kind))?.id)).text;
    expect(await made(old, 'refusal')).toContain('Mẫu theo Thông tư 01/2018/TT-VPCP.');
    expect(await made(young, 'receipt')).toContain('Mẫu theo Nghị định 118/2025/NĐ-CP.');
  });
});

describe('R33: numbers of documents', () => {
  it('have no gap and no repeat within a kind and a year, however many are made at once', async () => {
    await Promise.all(Array.from({ length: 40 }, () => at.receive()));
    await office.settled();
    const { rows } = await office.database
      .owner()
      .query<{ kind: string; numbers: number[] }>(
        `select kind, array_agg(number order by number) as numbers from rm_document.document group by kind`,
      );
    for (const { numbers } of rows) expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(rows.find(({ kind }) => kind === 'receipt')?.numbers.length).toBeGreaterThanOrEqual(44);
  });

  it('stay, though the worker sees the log anew', async () => {
    const last = async () =>
      (
        await office.database
          .owner()
          .query<{ kind: string; last: number }>(
            `select kind, max(number) as last from rm_document.document group by kind order by kind`,
          )
      ).rows;
    const before = await last();
    await office.database
      .owner()
      .query(`update checkpoint set transaction_id = '0', position = 0 where projection = 'number_forms'`);
    await office.settled();
    expect(await last()).toEqual(before);
  });
});

describe('a form', () => {
  it('that was printed stays as it was, and only who has a duty in its applicant reads it (R34)', async () => {
    const { dossierId, code } = (await at.receive({ ...LAND, applicant: APPLICANT })).body;
    const receipt = await formOf(dossierId, 'receipt');
    const first = await print(at.desk, receipt?.id);
    const { applicantId } = (await at.desk.get<{ applicantId: string }>(`/api/v1/dossiers/${dossierId}`))
      .body;
    await at.desk.post(`/api/v1/persons/${applicantId}/corrections`, { name: 'Tên Khác' });
    const second = await print(at.desk, receipt?.id);
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    expect((await print(at.culture, receipt?.id)).status).toBe(403);
    const readings = await office.database
      .owner()
      .query<{ purpose: string }>('select purpose from vault.reading where person_id = $1', [applicantId]);
    expect(readings.rows.some(({ purpose }) => purpose.startsWith('form receipt'))).toBe(true);
    expect(code).toMatch(/^000\.00\.18\.H56-/);
  });

  it('leads by its QR code to a page that says how far the dossier is', async () => {
    const page = await client(office.url).get<string>('/public/thieu-van');
    expect(page.status).toBe(200);
    expect(page.body).toContain('Tra cứu hồ sơ');
  });
});
