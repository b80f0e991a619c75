import type { Entry, Page } from '../support/answers.js';
import { LAND, openDesk, type Item } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

interface Paused {
  pause: { until: string; overdue: boolean } | null;
}

let office: RunningOffice;
let people: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice();
  people = await openDesk(office);
});
afterAll(() => office.close());

it('F23: a pause whose day has passed with nothing happening is reminded of, recorded, escalated, shown and in one’s work', async () => {
  const { dossierId: id } = (await people.receive(LAND)).body;
  const pause = { reason: 'Thông báo thuế', legalBasis: 'Luật Đất đai', expectedEnd: '2025-01-10' };
  expect((await people.act(people.desk, id, 'pauses', pause)).status).toBe(201);
  const listed = async () => {
    const { body } = await people.desk.get<Page<Item & Paused>>('/api/v1/dossiers?status=paused');
    return body.items.find((item) => item.id === id)?.pause;
  };
  const isInWork = async () =>
    (await people.desk.get<Page<{ subject: string; need: string }>>('/api/v1/work')).body.items
      .filter(({ subject }) => subject === id)
      .map(({ need }) => need);
  await office.settled();
  const until = '2025-01-10T17:00:00.000+07:00';
  expect([await listed(), await isInWork()]).toEqual([{ until, overdue: false }, []]);
  await office.moveTo('2025-01-09T17:00:01+07:00');
  await office.moveTo('2025-01-10T17:00:01+07:00');
  await office.moveTo('2025-01-13T17:00:01+07:00');
  const trail = await people.head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=asc&limit=100`);
  const ofPause = trail.body.items.filter(({ type }) => type.startsWith('Pause'));
  expect(ofPause.map(({ type, rule }) => [type, rule])).toEqual([
    ['PauseReminded', 'R14'],
    ['PauseOverdue', 'R14'],
    ['PauseEscalated', 'R7'],
  ]);
  expect(ofPause[1]?.sentence).toMatch(/đã quá ngày hẹn tiếp tục \(17:00 10\/01\/2025\)/);
  expect([await listed(), await isInWork()]).toEqual([{ until, overdue: true }, ['do']]);
  expect((await people.act(people.desk, id, 'resumption', { reason: 'Đã nộp thuế' })).status).toBe(201);
  await office.moveTo('2025-01-17T17:00:01+07:00');
  const after = await people.head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&type=PauseEscalated`);
  expect(after.body.items).toHaveLength(1);
  expect(await listed()).toBeUndefined();
});
