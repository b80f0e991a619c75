import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { openDesk, type Receipt } from '../support/desk.js';
import { mb } from '../support/mb.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const HEAD = 'Ngày;Loại;Số quyết định;Ngày quyết định';
const OF_2025 = [
  '01/01/2025;nghỉ;12/QĐ-TTg;03/12/2024',
  ...['27/01', '28/01', '29/01', '30/01', '31/01', '07/04', '30/04', '01/05', '01/09', '02/09'].map(
    (day) => `${day}/2025;nghỉ;;`,
  ),
  '02/05/2025;hoán đổi;;',
  '26/04/2025;làm bù;;',
];
const LATE = '08/01/2025;nghỉ;99/QĐ-UBND;02/01/2025';
const fileOf = (...rows: string[]) => Buffer.from([HEAD, ...OF_2025, ...rows].join('\n'));
const bodyOf = (file: Buffer) => ({ file: file.toString('base64') });

/** Due on the evening before the day that is announced. */
const SHORT = {
  procedureCode: '1.004873',
  channel: 'counter' as const,
  components: ['Tờ khai cấp giấy xác nhận', 'Giấy tờ chứng minh tình trạng hôn nhân trước đó'].map(
    (name) => ({
      name,
      form: 'original' as const,
    }),
  ),
};

interface Year {
  daysOff: string[];
  source: string;
  decisions: { number: string; date: string }[];
}
interface Preview {
  years: { year: number; standing: string; nowOff: string[] }[];
  errors: { cell: string; message: string }[];
}

let office: RunningOffice;
let admin: Client;
let at: Awaited<ReturnType<typeof openDesk>>;
let before: Receipt;
let early: Receipt;
beforeAll(async () => {
  office = await runningOffice({ apis: 1 });
  admin = await office.as('admin');
  at = await openDesk(office);
});
afterAll(() => office.close());

const trail = async (type: string, subject?: string) => {
  const head = await office.as('head-of-office');
  const of = subject === undefined ? '' : `&subject=${subject}`;
  return (await head.get<Page<Entry>>(`/api/v1/audit?type=${type}${of}&limit=200`)).body.items;
};
const imported = (file: Buffer, by: Client = admin) =>
  by.post<Written & Problem & { changed: boolean; years: number[] }>(
    '/api/v1/calendar/imports',
    bodyOf(file),
  );

it('what an import would change is seen before; a bad cell is named, and nothing of the file goes in', async () => {
  const preview = (file: Buffer) => admin.post<Preview>('/api/v1/calendar/imports/preview', bodyOf(file));
  expect((await preview(fileOf(LATE))).body).toMatchObject({
    years: [{ year: 2025, standing: 'changed', nowOff: ['2025-01-08'] }],
    errors: [],
  });
  const bad = fileOf(LATE, '30/02/2025;nghỉ;;');
  expect((await preview(bad)).body.errors).toMatchObject([{ cell: 'A16' }]);
  const refused = await imported(bad);
  expect([refused.status, refused.body.code]).toEqual([422, 'rows_refused']);
  expect(await trail('CalendarImported')).toEqual([]);
  expect((await imported(fileOf(LATE), await office.as('chairman'))).status).toBe(403);
});

it('R11: a day off announced late moves the open dossiers that it touches, and no other, with its cause', async () => {
  before = (await at.receive()).body;
  expect(before.due).toBe('2025-01-09T17:00:00.000+07:00');
  early = (await at.receive(SHORT)).body;
  expect(early.due).toBe('2025-01-07T17:00:00.000+07:00');
  const done = await imported(fileOf(LATE));
  expect([done.status, done.body.changed, done.body.years]).toEqual([201, true, [2025]]);
  await eventually(async () => (await at.whole(before.dossierId)).due === '2025-01-10T17:00:00.000+07:00');
  await office.settled();
  const [moved] = await trail('DossierDueMoved', before.dossierId);
  const [cause] = await trail('CalendarImported');
  expect([moved?.causationId, moved?.rule]).toEqual([cause?.eventId, 'R11']);
  expect(moved?.sentence).toContain('99/QĐ-UBND ngày 02/01/2025');
  expect(await trail('DossierDueMoved', early.dossierId)).toEqual([]);
});

it('every process decides by it at once: another API appoints by the new day', async () => {
  const other = await office.as('desk', 1);
  const { body } = await other.get<{ due: string }>('/api/v1/procedures/1.004884/appointment');
  expect(body.due).toBe('2025-01-10T17:00:00.000+07:00');
  const { body: year } = await other.get<Year>('/api/v1/calendar?year=2025');
  expect(year.daysOff).toContain('2025-01-08');
  expect(year.decisions).toEqual([
    { number: '12/QĐ-TTg', date: '2024-12-03' },
    { number: '99/QĐ-UBND', date: '2025-01-02' },
  ]);
});

it('the same file again changes nothing', async () => {
  const again = await imported(fileOf(LATE));
  expect([again.status, again.body.changed]).toEqual([201, false]);
  expect(await trail('CalendarImported')).toHaveLength(1);
});

it('what the office did on a day that is off now lies outside its hours', async () => {
  await office.moveTo('2025-01-08T09:00:00+07:00');
  await at.receive();
  await office.settled();
  const head = await office.as('head-of-office');
  const { body } = await head.get<Page<Entry>>(
    '/api/v1/audit?hours=outside&from=2025-01-08T00:00:00%2B07:00',
  );
  expect(body.items.map(({ type }) => type)).toContain('DossierReceived');
});

it('a minute after it came everything is looked at once more, for what was under way meanwhile', async () => {
  const [settled, ...more] = await trail('CalendarSettled');
  const [cause] = await trail('CalendarImported');
  expect(more).toEqual([]);
  expect([settled?.causationId, settled?.rule]).toEqual([cause?.eventId, 'R11']);
  expect(await trail('DossierDueMoved')).toHaveLength(1);
});

it('R16: the worker goes by the new day; what is late by then is late for ever, whatever is imported after', async () => {
  await office.moveTo('2025-01-10T17:30:00+07:00');
  expect(await at.whole(before.dossierId)).toMatchObject({ late: true });
  expect((await imported(fileOf(LATE, '10/01/2025;nghỉ;100/QĐ-UBND;10/01/2025'))).status).toBe(201);
  await office.settled();
  expect(await at.whole(before.dossierId)).toMatchObject({
    late: true,
    due: '2025-01-10T17:00:00.000+07:00',
  });
  expect(await trail('DossierDueMoved', before.dossierId)).toHaveLength(1);
});

describe('mb import-calendar', () => {
  let folder: string;
  const run = async (file: Buffer, ...more: string[]) => {
    const path = join(folder, 'lich.csv');
    await writeFile(path, file);
    return mb(['import-calendar', path, ...more], { DATABASE_URL: office.database.url });
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'calendar-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('shows and writes nothing with --dry-run; ends with 1 and the cell where a row is bad', async () => {
    const file = fileOf(LATE, '13/01/2025;nghỉ;101/QĐ-UBND;10/01/2025');
    const seen = await run(file, '--dry-run');
    expect([seen.status, seen.out]).toEqual([0, expect.stringContaining('nghỉ thêm · off now: 13/01/2025')]);
    const bad = await run(fileOf('1/13/2025;nghỉ;;'));
    expect([bad.status, bad.out]).toEqual([1, expect.stringContaining('Ô A15')]);
    expect(await trail('CalendarImported')).toHaveLength(2);
  });

  it('imports, and the running office goes by it', async () => {
    expect((await run(fileOf(LATE, '13/01/2025;nghỉ;101/QĐ-UBND;10/01/2025'))).status).toBe(0);
    const { body } = await at.desk.get<Year>('/api/v1/calendar?year=2025');
    expect(body.daysOff).toContain('2025-01-13');
    expect(body.daysOff).not.toContain('2025-01-10');
  });
});

it('a year that only the office has is missed by nobody, and what waited for it is set by it', async () => {
  const year = [HEAD, '01/01/2027;nghỉ;7/QĐ-TTg;05/11/2026'].join('\n');
  await office.moveTo('2026-12-31T09:00:00+07:00');
  const missing = async () =>
    (await admin.get<{ calendars: { missingYears: number[] } }>('/readyz')).body.calendars.missingYears;
  await eventually(async () => (await missing()).includes(2027));
  const { dossierId, due } = (await at.receive()).body;
  expect(due).toBeNull();
  await office.settled();
  expect((await imported(Buffer.from(year))).status).toBe(201);
  // Friday 01/01 is off: five working days after Thursday 31/12 are Monday 04/01 to Friday 08/01.
  await eventually(async () => (await at.whole(dossierId)).due === '2027-01-08T17:00:00.000+07:00');
  expect(await missing()).toEqual([]);
  const [set] = await trail('DossierDueSet', dossierId);
  expect([set?.rule, set?.sentence]).toEqual(['R38', expect.stringContaining('7/QĐ-TTg ngày 05/11/2026')]);
});
