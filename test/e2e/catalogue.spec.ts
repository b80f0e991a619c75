import { newId } from '#kernel';
import writeExcelFile from 'write-excel-file/node';
import type { Page, Problem, Written } from '../support/answers.js';
import { WHO, openDesk } from '../support/desk.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
});
afterAll(() => office.close());

const HEADER = [
  'Mã',
  'Tên',
  'Lĩnh vực',
  'Thời hạn',
  'Đơn vị thời hạn',
  'Phí',
  'Mức độ dịch vụ',
  'Thành phần',
  'Các bước',
  'Được tạm dừng vì',
  'Ai được tạm dừng',
  'Trường hợp miễn phí',
  'Thời hạn xác minh',
  'Căn cứ',
];
const ROW = [
  'TV.TN.01',
  'Xác nhận tình trạng cư trú',
  'Cư trú',
  '3',
  'working-days',
  '15.000',
  'partial',
  'Tờ khai; Giấy tờ tùy thân*',
  'Tiếp nhận; Thẩm tra; Ký',
  'Ý kiến công an',
  'head-of-office',
  'Hộ nghèo; Người có công',
  '5',
  'Luật Cư trú',
];
const send = (bytes: Buffer) =>
  at.head.post<Written & Problem>('/api/v1/procedures/imports', {
    file: bytes.toString('base64'),
    document: '12/QĐ-UBND',
  });
const csvOf = (...rows: string[][]) =>
  Buffer.from([HEADER, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));
const receive = (over: object = {}) =>
  at.receive({
    procedureCode: 'TV.TN.01',
    channel: 'counter',
    components: [
      { name: 'Tờ khai', form: 'original' },
      { name: 'Giấy tờ tùy thân', form: 'copy' },
    ],
    ...over,
  });

describe('the catalogue from a file', () => {
  it('is the same from CSV and XLSX, and the same again changes nothing', async () => {
    const first = await send(csvOf(ROW));
    expect(first.status).toBe(201);
    const sheet = writeExcelFile([HEADER, ROW].map((row) => row.map((value) => ({ value, type: String }))));
    expect((await send(await sheet.toBuffer())).body.version).toBe(first.body.version);
    const { body } = await client(office.url).get<Page<{ code: string }>>('/public/thieu-van/procedures');
    expect(body.items.find(({ code }) => code === 'TV.TN.01')).toMatchObject({
      fee: 15_000,
      exemptions: ['Hộ nghèo', 'Người có công'],
      pausedBy: ['head-of-office'],
      extensionDays: 5,
      components: [
        { name: 'Tờ khai', reusable: false },
        { name: 'Giấy tờ tùy thân', reusable: true },
      ],
    });
  });

  it('with a bad row is refused by its cells, whole', async () => {
    const bad = ROW.map((cell, i) => (i === 0 ? 'TV.TN.02' : i === 3 ? 'ba' : cell));
    const { status, body } = await send(csvOf(ROW, bad));
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(body).toMatchObject({ errors: [{ row: 3, column: 'Thời hạn', value: 'ba' }] });
    expect((await send(Buffer.from('không phải bảng'))).status).toBeGreaterThanOrEqual(400);
    expect((await send(Buffer.alloc(0))).status).toBeGreaterThanOrEqual(400);
  });
});

describe('what a procedure allows', () => {
  it('its fee is waived on its own grounds alone (R23)', async () => {
    const { dossierId } = (await receive()).body;
    const waive = (ground?: string) =>
      at.act(at.desk, dossierId, 'exemptions', {
        reason: 'Có giấy chứng nhận',
        ...(ground ? { ground } : {}),
      });
    expect((await waive()).body).toMatchObject({ code: 'exemption_unknown', rule: 'R23' });
    expect((await waive('Sinh viên')).body.code).toBe('exemption_unknown');
    expect((await waive('Hộ nghèo')).status).toBe(201);
  });

  it('it is paused by the posts it names, and given the time its law adds, once', async () => {
    const { dossierId, due } = (await receive()).body;
    const pause = { reason: 'Ý kiến công an', legalBasis: 'Luật Cư trú', expectedEnd: '2025-01-07' };
    expect((await at.act(at.desk, dossierId, 'pauses', pause)).body.code).toBe('pause_not_allowed');
    const extend = () => at.act(at.desk, dossierId, 'extension', { reason: 'Xác minh nơi ở cũ' });
    expect(due).toBe('2025-01-07T17:00:00.000+07:00');
    expect((await extend()).status).toBe(201);
    expect((await at.whole(dossierId)).due).toBe('2025-01-14T17:00:00.000+07:00');
    expect((await extend()).body.code).toBe('extension_not_allowed');
  });

  it('what the office holds is offered and used again, and not asked for', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
    const upload = await fetch(`${office.url}/api/v1/files?name=cccd.pdf`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await office.tokenOf('desk')}`,
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(pdf),
    });
    const { fileId } = (await upload.json()) as { fileId: string };
    const first = (
      await receive({
        applicant: WHO,
        components: [
          { name: 'Tờ khai', form: 'original' },
          { name: 'Giấy tờ tùy thân', form: 'digitised', fileId },
        ],
      })
    ).body;
    const { applicantId } = (
      await at.desk.get<{ applicantId: string }>(`/api/v1/dossiers/${first.dossierId}`)
    ).body;
    await office.settled();
    const held = async () =>
      (await at.desk.get<Page<{ name: string; fileId: string }>>(`/api/v1/dossiers/reusable/${applicantId}`))
        .body.items;
    await eventually(async () => (await held()).length === 1);
    expect(await held()).toMatchObject([{ name: 'Giấy tờ tùy thân', fileId }]);
    expect((await at.culture.get(`/api/v1/dossiers/reusable/${applicantId}`)).status).toBe(403);
    const again = (reused: string) =>
      receive({
        applicant: undefined,
        applicantId,
        components: [
          { name: 'Tờ khai', form: 'original' },
          { name: 'Giấy tờ tùy thân', form: 'reused', fileId: reused },
        ],
      });
    expect((await again('5d0c1b2a-0000-4000-8000-000000000000')).body.code).toBe('reuse_unknown');
    // What is not in the list may be one that the list could not take in: nobody is told that there is none.
    const owner = office.database.owner();
    await owner.query(
      `insert into parked_work (office, worker, subject, what, error)
       values ('thieu-van', 'read/component', $1, 'DossierReceived', 'for this test')`,
      [first.dossierId],
    );
    expect((await again('5d0c1b2a-0000-4000-8000-000000000000')).body.code).toBe('being_mended');
    const marked = await at.desk.get<{ incomplete?: object }>(`/api/v1/dossiers/reusable/${applicantId}`);
    expect([marked.status, marked.body.incomplete]).toEqual([200, { subjects: 1 }]);
    await owner.query(`update parked_work set subject = $1 where worker = 'read/component'`, [newId()]);
    expect((await again('5d0c1b2a-0000-4000-8000-000000000000')).body.code).toBe('reuse_unknown');
    await owner.query(`delete from parked_work where worker = 'read/component'`);
    const second = (await again(fileId)).body;
    expect(second.code).toMatch(/-\d{4}$/);
    const ask = (components: string[]) =>
      at.act(at.desk, second.dossierId, 'supplement-requests', {
        components,
        reason: 'Cần đối chiếu lại giấy tờ.',
        legalBasis: 'Luật Cư trú',
      });
    expect((await ask(['Giấy tờ tùy thân'])).body.code).toBe('component_held');
    expect((await ask(['Tờ khai'])).status).toBe(201);
  });

  it('who took a result is known, and is in the vault (R18)', async () => {
    const { dossierId } = (await receive()).body;
    await at.sign(dossierId);
    await at.act(at.desk, dossierId, 'digitisation', { reason: 'Máy quét hỏng, quét sau' });
    await at.act(at.desk, dossierId, 'exemptions', { reason: 'Có giấy chứng nhận', ground: 'Hộ nghèo' });
    const give = { channel: 'counter', takenBy: 'Lê Thị Nhận Thay' };
    expect((await at.act(at.desk, dossierId, 'return', give)).status).toBe(201);
    const { rows } = await office.database
      .owner()
      .query<{ data: { takenBy: string } }>(
        `select data from event where subject = $1 and type = 'ResultReturned'`,
        [dossierId],
      );
    const taker = rows[0]?.data.takenBy;
    expect(taker).toMatch(/^[0-9a-f-]{36}$/);
    const read = await at.desk.get<{ name: string }>(`/api/v1/persons/${taker}?purpose=kiểm tra`);
    expect(read.body.name).toBe('Lê Thị Nhận Thay');
  });
});

describe('open data', () => {
  it('says what each procedure came to in each month, as JSON and CSV, and nothing of a person', async () => {
    await office.settled();
    const outside = client(office.url);
    const { body } = await outside.get<
      Page<{ month: string; procedureCode: string; received: number; settledOnTime: number }>
    >('/public/thieu-van/open-data/dossiers?year=2025');
    expect(body.items).toEqual([
      {
        month: '2025-01',
        procedureCode: 'TV.TN.01',
        procedure: 'Xác nhận tình trạng cư trú',
        received: 5,
        receivedOnline: 0,
        settled: 1,
        settledOnTime: 1,
        settledLate: 0,
      },
    ]);
    const csv = await outside.get<string>('/public/thieu-van/open-data/dossiers?year=2025&format=csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.body).toContain('"2025-01","TV.TN.01"');
    const procedures = await outside.get<string>('/public/thieu-van/open-data/procedures?format=csv');
    expect(procedures.body.split('\r\n').length).toBeGreaterThan(20);
    expect(csv.body + procedures.body).not.toContain(WHO.name);
  });
});
