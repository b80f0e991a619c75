import type { Page, Problem } from '../support/answers.js';
import { BIRTH, LAND, WHO, openDesk } from '../support/desk.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Part {
  code: string;
  state: string;
  points: number | null;
  part: number;
  whole: number;
  behind: { figure: string; count: number }[];
}
interface Told extends Problem {
  points: number;
  counted: number;
  max: number;
  groups: { code: string; points: number; parts: Part[] }[];
}

let office: RunningOffice;
let head: Client;
beforeAll(async () => {
  office = await runningOffice();
  head = await office.as('head-of-office');
});
afterAll(() => office.close());

const ask = async (period: string) => {
  const { status, body } = await head.get<Told>(`/api/v1/indices/service?period=${period}`);
  const parts = status === 200 ? body.groups.flatMap((group) => group.parts) : [];
  return { status, body, of: (code: string) => parts.find((one) => one.code === code), parts };
};
const listed = async <T>(path: string) =>
  (await head.get<Page<T>>(`/api/v1/indices/service/${path}`)).body.items;

it('without dossiers and feedback there is no data, beside the points that the set gives for that', async () => {
  const { body, of } = await ask('2025-01');
  expect(of('settled-on-time')).toMatchObject({ state: 'no-data', points: 0 });
  expect([of('feedback-on-time'), of('answers-satisfied')]).toMatchObject([
    { state: 'no-data', points: 6 },
    { state: 'no-data', points: 6 },
  ]);
  for (const code of [
    'published-on-time',
    'updated-on-time',
    'content-full',
    'personal-store',
    'certified-copies',
  ])
    expect(of(code)).toMatchObject({ state: 'unmeasured', points: null, behind: [] });
  expect(body.max).toBe(100);
  expect(body.counted).toBeLessThan(100);
});

it('what is no period, and a year in which the set did not hold, are refused', async () => {
  for (const period of ['2025-13', '2025-Q5', 'x', '2021'])
    expect(await ask(period)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
});

it('dossiers and feedback of a month are counted, and each figure opens to what it counts', async () => {
  const at = await openDesk(office);
  const first = (await at.receive(LAND)).body; // on time
  expect((await at.receive(LAND)).status).toBe(201);
  expect((await at.receive(BIRTH)).status).toBe(201);
  await at.sign(first.dossierId);
  const said = { text: 'Cán bộ trả lời chậm, không rõ ràng.', about: first.dossierId };
  expect((await at.desk.post('/api/v1/feedback', { ...said, channel: 'counter', ...WHO })).status).toBe(201);
  await office.settled();
  const { of } = await ask('2025-01');
  expect(of('settled-on-time')).toMatchObject({ state: 'measured', points: 20, part: 3, whole: 3 });
  expect(of('results-digitised')).toMatchObject({ part: 0, whole: 1, points: 0 });
  // 6 × (1 − 0/3 − 1/3) / 0.9
  expect(of('reception-satisfied')).toMatchObject({ points: 4.44, part: 2, whole: 3 });
  for (const { figure, count } of of('reception-satisfied')?.behind ?? [])
    expect([figure, (await listed(`dossiers/${figure}?period=2025-01`)).length]).toEqual([figure, count]);
  expect(await listed('dossiers/displeased?period=2025-01')).toMatchObject([{ dossierId: first.dossierId }]);
  const online = of('procedures-online')?.behind ?? [];
  for (const { figure, count } of online)
    expect(await listed(`procedures/${figure}?period=2025-01`)).toHaveLength(count);
  expect(online.map(({ figure }) => figure)).toEqual(['proceduresOffered', 'procedures']);
  expect((await head.get('/api/v1/indices/service/dossiers/nothing?period=2025-01')).status).toBe(404);
});

it('an open dossier counts up to the period’s end: late in the year, in time in its month', async () => {
  await office.moveTo('2025-04-10T08:00:00+07:00');
  await office.settled();
  expect((await ask('2025-01')).of('settled-on-time')).toMatchObject({ whole: 3 });
  const year = (await ask('2025')).of('settled-on-time');
  expect(year).toMatchObject({ part: 1, whole: 3, points: 6.67 });
  // Its feedback is overdue by now.
  expect((await ask('2025')).of('feedback-on-time')).toMatchObject({ part: 0, whole: 1, points: 0 });
  expect(await listed<{ late: boolean }>('feedback/due?period=2025')).toMatchObject([{ late: true }]);
  expect((await ask('2025')).of('answers-satisfied')).toMatchObject({ state: 'unmeasured', points: null });
});

it('the year’s end is forecast by the months that are over, with what the target would take', async () => {
  const { status, body } = await head.get<{
    method: { vi: string };
    items: { of: string; code: string; months: { part: number; percent: number | null }[] }[];
  }>('/api/v1/indices/forecast?year=2025');
  expect(status).toBe(200);
  expect(body.method.vi).toContain('3 tháng gần nhất');
  const one = (of: string, code: string) => body.items.find((told) => told.of === of && told.code === code);
  // January's three, and the mean of three months for each of the nine that are left.
  const service = one('service', 'settled-on-time');
  expect(service).toMatchObject({
    target: 100,
    months: [
      { month: '2025-01', whole: 3 },
      { month: '2025-02', whole: 0, percent: null },
      { month: '2025-03', whole: 0, percent: null },
    ],
    forecast: { whole: 12, expected: 9, more: 12 - (service?.months[0]?.part ?? 0) },
  });
  // One was signed in January, in time.
  expect(one('plan', 'ON_TIME')).toMatchObject({
    target: 99.9,
    forecast: { percent: 100, met: true, whole: 4, more: 3, expected: 3 },
    error: { tries: 2, mean: 0, worst: 0 },
  });
  expect(one('service', 'procedures-online')).toBeUndefined();
});
