import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unitId } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { BIRTH } from '../support/desk.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let justice: Client;
let land: Client;
/** A scanner outside the office: it finds what says it is bad. */
const scanner = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => response.writeHead(Buffer.concat(parts).includes('EICAR') ? 406 : 204).end());
});

beforeAll(async () => {
  await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve));
  const { port } = scanner.address() as AddressInfo;
  office = await runningOffice({ env: { SCAN_URL: `http://127.0.0.1:${port}/scan` } });
  [justice, land] = [await office.as('justice'), await office.as('land')];
});
afterAll(async () => {
  await office.close();
  await new Promise((resolve) => scanner.close(resolve));
});

const unit = (name: string) => unitId('thieu-van', name);
const FACTS = { name: 'Trần Thị Dân', phone: '0912 345 678', identityNumber: '038190001234' };
const register = async (over: object = {}) =>
  (
    await justice.post<Written & { personId: string } & Problem>('/api/v1/persons', {
      unitId: unit('Công chức Tư pháp - Hộ tịch'),
      ...FACTS,
      ...over,
    })
  ).body;

describe('R34: a person’s data are read by those with a duty, and each reading is logged', () => {
  it('the unit that registered them and those above it; others once it is shared', async () => {
    const { personId } = await register();
    const read = (as: Client) =>
      as.get<Problem & { name: string }>(`/api/v1/persons/${personId}?purpose=Xác minh`);
    expect((await read(justice)).body.name).toBe(FACTS.name);
    expect((await read(await office.as('chairman'))).status).toBe(200);
    expect((await read(land)).body).toMatchObject({ code: 'no_duty', rule: 'R34' });
    expect((await read(await office.as('oversight'))).status).toBe(403);
    expect((await justice.get<Problem>(`/api/v1/persons/${personId}`)).body.code).toBe('invalid_input');
    const find = async (as: Client, value: string) =>
      (
        await as.post<{ items: string[] }>('/api/v1/persons/search', {
          by: 'phone',
          value,
          purpose: 'Tiếp dân',
        })
      ).body.items;
    expect(await find(justice, '0912345678')).toEqual([personId]);
    expect(await find(justice, '091234567')).toEqual([]);
    expect(await find(land, '0912345678')).toEqual([]);
    const share = (as: Client) =>
      as.post<Problem>(`/api/v1/persons/${personId}/sharing`, {
        unitId: unit('Công chức chuyên môn'),
        reason: 'Hồ sơ đất đai',
      });
    expect((await share(land)).body.code).toBe('no_duty');
    expect((await share(justice)).status).toBe(201);
    expect((await read(land)).status).toBe(200);
    const { body } = await justice.get<{ facts: object; readings: { reader: string; purpose: string }[] }>(
      `/api/v1/persons/${personId}/export?purpose=${encodeURIComponent('Theo yêu cầu của công dân')}`,
    );
    expect(body.facts).toEqual(FACTS);
    expect(body.readings.map(({ purpose }) => purpose)).toEqual([
      'Xác minh',
      'Xác minh',
      'Tiếp dân',
      'Tiếp dân',
      'Xác minh',
      'Theo yêu cầu của công dân',
    ]);
  });

  it('is given, not taken: no dossier is opened for a known person without a duty or a number they brought', async () => {
    const { personId } = await register({ identityNumber: '038190004321', phone: '0987 654 321' });
    const desk = await office.as('desk');
    const read = () => desk.get<Problem>(`/api/v1/persons/${personId}?purpose=Xem`);
    expect((await read()).body.code).toBe('no_duty');
    const receive = (applicant?: object) =>
      desk.post<Problem>('/api/v1/dossiers', {
        ...BIRTH,
        applicantId: personId,
        ...(applicant ? { applicant } : {}),
      });
    for (const brought of [
      undefined,
      { name: FACTS.name },
      { name: FACTS.name, identityNumber: '038190000000' },
    ])
      expect((await receive(brought)).body.code).toBe('no_duty');
    expect((await read()).body.code).toBe('no_duty');
    expect((await receive({ name: FACTS.name, identityNumber: '038190004321' })).status).toBe(201);
  });

  it('the trail knows them by an id alone', async () => {
    const { personId } = await register();
    await justice.post(`/api/v1/persons/${personId}/corrections`, { address: 'Thôn 3, xã Thiệu Vân' });
    const { items } = (await justice.get<Page<Entry>>(`/api/v1/audit?subject=${personId}`)).body;
    expect(items.map(({ type }) => type).toSorted()).toEqual(['PersonCorrected', 'PersonRegistered']);
    const { rows } = await office.database
      .owner()
      .query<{ all: string }>(`select string_agg(data::text || meta::text, '') as all from event`);
    // A few digits of the number stand in many a hash.
    const numbers = [FACTS.phone, '0912345678', '912345678', FACTS.identityNumber];
    for (const secret of [FACTS.name, ...numbers, 'Thôn 3']) expect(rows[0]?.all).not.toContain(secret);
  });

  it('erasure waits for retention to end, then leaves the trail and nothing to read', async () => {
    const { personId } = await register();
    const head = await office.as('head-of-office');
    const erase = () =>
      head.post<Problem & { values: { until: string } }>(`/api/v1/persons/${personId}/erasure`, {
        reason: 'Công dân yêu cầu',
      });
    expect(
      (
        await justice.post(`/api/v1/persons/${personId}/retention`, {
          until: '2025-01-31',
          why: 'Luật Lưu trữ',
        })
      ).status,
    ).toBe(201);
    const kept = await erase();
    expect([kept.body.code, kept.body.values.until]).toEqual(['retention_running', '31/01/2025']);
    const upload = await send(justice, 'don.pdf', PDF, `&personId=${personId}`);
    expect(upload.status).toBe(201);
    await office.moveTo('2025-02-03T08:00:00+07:00');
    expect((await erase()).status).toBe(201);
    expect((await justice.get<Problem>(`/api/v1/persons/${personId}?purpose=xem`)).status).toBe(410);
    expect((await justice.get(`/api/v1/files/${upload.body.fileId}`)).status).toBe(404);
    expect((await justice.post(`/api/v1/persons/${personId}/corrections`, { phone: '1' })).status).toBe(404);
    const { items } = (await justice.get<Page<Entry>>(`/api/v1/audit?subject=${personId}`)).body;
    expect(items.map(({ type }) => type)).toContain('PersonErased');
  });
});

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const send = (as: Client, name: string, bytes: Buffer, query = '') =>
  as.post<Problem & { fileId: string; sha256: string; type: string; detail: string }>(
    `/api/v1/files?name=${encodeURIComponent(name)}${query}`,
    bytes,
    { 'content-type': 'application/octet-stream' },
  );

describe('a file', () => {
  it('is taken for what it is, kept unreadable, and given back as a download', async () => {
    const { status, body } = await send(justice, 'Biên bản.pdf', PDF);
    expect([status, body.type]).toEqual([201, 'application/pdf']);
    const { rows } = await office.database
      .owner()
      .query<{ content: Buffer }>('select content from vault.file where file_id = $1', [body.fileId]);
    expect(rows[0]?.content.includes('%PDF')).toBe(false);
    const got = await justice.get<string>(`/api/v1/files/${body.fileId}`);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Bi%C3%AAn/);
    expect(got.headers.get('content-security-policy')).toContain('sandbox');
    expect(got.body).toBe(PDF.toString());
    expect((await send(justice, 'anh.png', PNG)).status).toBe(201);
  });

  it.each<[string, string, Buffer]>([
    ['a path in its name', '../../etc/passwd.pdf', PDF],
    ['a backslash', '..\\x.pdf', PDF],
    ['a name that hides its ending', 'hoa\u202efdp.exe.pdf', PDF],
    ['a hidden file', '.pdf', PDF],
    ['an ending that is not its type', 'anh.png', PDF],
    ['a script', 'a.pdf', Buffer.from('<script>alert(1)</script>')],
    ['a program', 'a.pdf', Buffer.from('MZ\u0090\0\u0003\0\0\0')],
    ['a PDF with an archive behind it', 'a.pdf', Buffer.concat([PDF, Buffer.from('PK\u0003\u0004hidden')])],
    [
      'a PDF that ends as an archive too',
      'a.pdf',
      Buffer.concat([PDF, Buffer.from(`PK\u0005\u0006${'\0'.repeat(16)}\u0007\0\n%%EOF\n`, 'latin1')]),
    ],
    ['a device of its reader’s machine for a name', 'CON.pdf', PDF],
    ['a picture with a page behind it', 'a.png', Buffer.concat([PNG, Buffer.from('<html>')])],
    ['a picture cut short', 'a.png', PNG.subarray(0, 40)],
    ['nothing', 'a.pdf', Buffer.alloc(0)],
    ['what the scanner knows', 'a.pdf', Buffer.from('%PDF-1.7\nEICAR\n%%EOF\n')],
  ])('with %s is refused, and nothing is kept', async (_name, name, bytes) => {
    const count = async () => (await office.database.owner().query('select from vault.file')).rowCount;
    const before = await count();
    const { status, body } = await send(justice, name, bytes);
    expect([400, 422]).toContain(status);
    expect(['file_refused', 'invalid_input']).toContain(body.code);
    expect(await count()).toBe(before);
  });

  it('of more than 10 MB is refused', async () => {
    const { status, body } = await send(justice, 'a.pdf', Buffer.alloc(10_600_000));
    expect([status, body.code]).toEqual([413, 'too_large']);
  });
});
