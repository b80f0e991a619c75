import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unitId } from '../../apps/runtime/src/index.js';
import type { Page, Problem, Written } from '../support/answers.js';
import { BIRTH, openDesk, type Item } from '../support/desk.js';
import { mb } from '../support/mb.js';
import { PASSWORD, client, runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
let folder: string;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-brought-'));
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the log of a former system', () => {
  const HEAD =
    'case:concept:name,concept:name,org:resource,time:timestamp,case:deadline,case:enddate,case:department';
  const LOG = [
    HEAD,
    'HS-1,Tiếp nhận,An,2024-03-01 08:00,2024-03-08,2024-03-07 10:00,Tư pháp',
    'HS-1,Trả kết quả,An,2024-03-07 10:00,2024-03-08,2024-03-07 10:00,Tư pháp',
    'HS-2,Tiếp nhận,An,2024-02-30 08:00,,,Địa chính',
    'HS-2,Thẩm định,Bình,2024-03-11 08:00,,,Địa chính',
    '=1+1,Tiếp nhận,An,hôm qua,,,Địa chính',
  ].join('\r\n');
  const load = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content);
    await writeFile(join(folder, 'mapping.json'), '{}');
    const args = ['import-log', join(folder, name), '--mapping', join(folder, 'mapping.json'), '--json'];
    const { status, out, err } = await mb(args, { DATABASE_URL: office.database.url });
    return { status, err, ...(out === '' ? {} : (JSON.parse(out) as Record<string, number>)) };
  };
  const events = async () => {
    const { rows } = await office.database
      .owner()
      .query<{ n: string }>(`select count(*) as n from event where type like 'Past%'`);
    return Number(rows[0]?.n);
  };
  it('F8, F24: is loaded row by row; what is not taken is told, mended and loaded; twice changes nothing', async () => {
    const first = await load('cu.csv.gz', gzipSync(LOG));
    expect(first).toMatchObject({ status: 0, dossiers: 2, open: 1, late: 0, rejectedRows: 2, written: 2 });
    expect(first.err).toContain('dòng · row 4: ngày giờ không có thật');
    expect(await events()).toBe(2);

    const rows = await readFile(join(folder, 'cu.csv.gz.rejected.csv'), 'utf8');
    expect(rows).toContain(`"'=1+1"`);
    const mended = rows.replace('2024-02-30', '2024-02-29').replace('hôm qua', '2024-03-12');
    expect(await load('cu.csv.rejected.csv', mended)).toMatchObject({ rejectedRows: 0, written: 2 });
    expect(await events()).toBe(4);
    await office.settled();
    for (const code of ['cu.csv/=1+1', 'cu.csv/HS-2']) {
      const { body } = await at.desk.get<Page<Item>>(`/api/v1/dossiers?code=${encodeURIComponent(code)}`);
      expect(body.items.map((one) => [one.code, one.status])).toEqual([[code, 'past_open']]);
    }
    expect(await load('cu.csv', LOG)).toMatchObject({ status: 0, dossiers: 2, written: 0 });
    expect(await events()).toBe(4);
  });

  it('F24: what is no log is an error in words', async () => {
    const cut = await load('cut.xes.gz', gzipSync(`<log><trace>${'<event/>'.repeat(999)}`));
    expect([cut.status, cut.err.includes('bị cắt cụt hoặc sai cấu trúc XML ở dòng 1')]).toEqual([1, true]);
  });
});

describe('F16: one thing in many spellings', () => {
  it('a person is found by any spelling of a number or an address', async () => {
    const { justice } = at;
    const facts = { name: 'Lê Văn Tám', phone: '(0987) 654-321', identityNumber: '038 190 005 678' };
    const { body } = await justice.post<Written & { personId: string }>('/api/v1/persons', {
      unitId: unitId('thieu-van', 'Công chức Tư pháp - Hộ tịch'),
      ...facts,
      email: 'Tam.Le@Example.vn',
    });
    const found = async (by: string, value: string) =>
      (await justice.post<{ items: string[] }>('/api/v1/persons/search', { by, value, purpose: 'Tiếp dân' }))
        .body.items;
    for (const phone of ['0987654321', '+84 987 654 321', '84987654321', '0987.654.321'])
      expect([phone, await found('phone', phone)]).toEqual([phone, [body.personId]]);
    expect(await found('identityNumber', '038.190.005678')).toEqual([body.personId]);
    expect(await found('email', 'tam.le@example.vn ')).toEqual([body.personId]);
    const read = await justice.get<{ phone: string }>(`/api/v1/persons/${body.personId}?purpose=Xem lại`);
    expect(read.body.phone).toBe(facts.phone);
  });

  it('a dossier by its code, however it was written down; a text has one form', async () => {
    const { body } = await at.receive({ ...BIRTH, applicant: { name: 'Nguyễn Thị Tám'.normalize('NFD') } });
    const written = ` ${body.code.toLowerCase().replaceAll('-', ' – ')} `;
    await office.settled();
    expect((await at.lookUp(written, body.lookup.secret.toLowerCase())).status).toBe(200);
    for (const query of [`code=${encodeURIComponent(written)}`, `codeBegins=${body.code.toLowerCase()}`]) {
      const { items } = (await at.desk.get<Page<Item>>(`/api/v1/dossiers?${query}`)).body;
      expect(items.map(({ id }) => id)).toEqual([body.dossierId]);
    }
    const { applicantId } = await at.whole(body.dossierId);
    const read = await at.desk.get<{ name: string }>(`/api/v1/persons/${applicantId}?purpose=Xem lại`);
    expect(read.body.name).toBe('Nguyễn Thị Tám'.normalize('NFC'));
  });

  it('a username in capitals, with a blank behind it', async () => {
    const session = await client(office.url).post<{ person: { username: string } }>('/api/v1/sessions', {
      username: 'Justice ',
      password: PASSWORD,
    });
    expect([session.status, session.body.person.username]).toEqual([201, 'justice']);
  });
});

it('F11: lists of what was never received are walked to their end', async () => {
  const ids = [];
  for (let i = 0; i < 3; i += 1) {
    const { status, body } = await client(office.url).post<{ dossierId: string }>(
      '/public/thieu-van/dossiers',
      {
        procedureCode: BIRTH.procedureCode,
        components: BIRTH.components,
        applicant: { name: `Người ${i}`, phone: '0912345678' },
      },
    );
    expect(status).toBe(201);
    await office.settled();
    const refused = await at.act(at.desk, body.dossierId, 'refusal', {
      reason: 'Không thuộc thẩm quyền của xã',
    });
    expect(refused.status).toBe(201);
    ids.push(body.dossierId);
  }
  await office.settled();
  const walked: string[] = [];
  let cursor = '';
  for (let page = 0; page < 5 && cursor !== 'end'; page += 1) {
    const { body } = await at.desk.get<Page<Item>>(
      `/api/v1/dossiers?status=refused&limit=1${cursor && `&cursor=${cursor}`}`,
    );
    walked.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor ?? 'end';
  }
  expect(walked.toSorted()).toEqual(ids.toSorted());
});

it('F12: a number that is not whole is refused by row and column, never guessed', async () => {
  const file = (days: string, fee: string) =>
    Buffer.from(
      `code,name,field,time,unit,fee,service,components,steps\nX.9,Tên thủ tục,Lĩnh vực,${days},working-days,${fee},counter,Đơn,Xét`,
    ).toString('base64');
  const admin = await office.as('admin');
  const send = (days: string, fee: string) =>
    admin.post<Problem & { errors: object[] }>('/api/v1/procedures/imports', {
      file: file(days, fee),
      document: '9/QĐ-UBND',
    });
  const { status, body } = await send('2.5', '50.00');
  expect([status, body.errors]).toEqual([
    400,
    [
      expect.objectContaining({ row: 2, column: 'time', value: '2.5' }),
      expect.objectContaining({ row: 2, column: 'fee', value: '50.00' }),
    ],
  ]);
  expect((await send('15', '50.000')).status).toBe(201);
});
