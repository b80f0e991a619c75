import type { Page } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';
import { StandIn, eventually } from '../support/stand-in.js';

let system: StandIn;
let office: RunningOffice;
beforeAll(async () => {
  system = await StandIn.open(() => ({ status: 503 }));
  office = await runningOffice({ env: { REPORTING_URL: system.url, REPORTING_TOKEN: 'cap-tren' } });
});
afterAll(async () => {
  await office.close();
  await system.close();
});

it('a report that was sent is told to the system above in its own codes, later where that was away, and again when asked', async () => {
  const { head, chairman, ...at } = await openDesk(office);
  const admin = await office.as('admin');
  await office.moveTo('2025-02-20T08:00:00+07:00');
  const { dossierId } = (await at.receive(LAND)).body;
  expect((await at.receive(LAND)).status).toBe(201);
  expect((await at.sign(dossierId)).status).toBe(201);
  await office.moveTo('2025-03-16T08:00:00+07:00');
  const { items } = (await head.get<Page<{ id: string; definition: string }>>('/api/v1/reports?year=2025'))
    .body;
  const idOf = (code: string) => items.find(({ definition }) => definition === code)?.id ?? '';
  const sendOut = async (id: string) => {
    const act = (by: typeof head, what: string, body: object) =>
      by.post(`/api/v1/reports/${id}/${what}`, body);
    expect((await act(head, 'submission', { provisional: false })).status).toBe(201);
    expect((await act(chairman, 'acceptance', {})).status).toBe(201);
    const sending = { recipients: ['Văn phòng UBND tỉnh'], day: '2025-03-16' };
    expect((await act(head, 'sending', sending)).status).toBe(201);
  };
  await sendOut(idOf('cchc-quarter-1')); // the form has no code for it
  await sendOut(idOf('tthc-quarter-1'));
  await eventually(() => system.received.length === 1);
  system.answer = () => ({ status: 200, body: {} });
  await office.moveTo('2025-03-16T09:00:00+07:00');
  await eventually(() => system.received.length === 2);
  const [first, second] = system.received;
  expect(second).toMatchObject({
    method: 'POST',
    path: '/reports',
    headers: { authorization: 'Bearer cap-tren', 'idempotency-key': first?.headers['idempotency-key'] },
    json: {
      ...{ form: '1', report: 'TTHC.Q1', office: 'thieu-van', year: 2025 },
      period: { from: '2024-12-15', to: '2025-03-14' },
      document: { symbol: 'BC-UBND', day: '2025-03-16' },
      cutOff: { instant: '2025-03-15T00:00:00.000+07:00', provisional: false },
      figures: expect.arrayContaining([
        { code: 'II.06a.3', row: null, value: 2 },
        { code: 'II.06a.7', row: 'Đất đai', value: 1 },
        { code: 'SH.8', row: null, value: 0 },
      ]) as unknown,
      indices: expect.arrayContaining([
        // Nothing measured is no points, never 0.
        { code: '766.1.1', state: 'unmeasured', points: null, part: 0, whole: 0 },
        { code: '766.6.1', state: 'no-data', points: 6, part: 0, whole: 0 },
      ]) as unknown,
    },
  });
  expect(second?.text).not.toMatch(/Trần Thị Dân|0912345678/);
  const replay = { channel: 'reporting', since: '2025-01-01T00:00:00+07:00' };
  expect((await admin.post('/api/v1/deliveries/replays', replay)).body).toMatchObject({ again: 1 });
  await eventually(() => system.received.length === 3);
  expect(system.received[2]?.text).toBe(second?.text);
});
