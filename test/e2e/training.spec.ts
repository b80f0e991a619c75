import type { Problem } from '../support/answers.js';
import { openDesk } from '../support/desk.js';
import { evaluateALittle } from '../support/evaluated.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

interface Training {
  people: { personId: string; sessions: number; hours: number }[];
  entries: { id: string; title: string; hours: number; officials: string[] }[];
}

it('training that an official took part in stands on their page and their unit’s, and opens to the register (R34)', async () => {
  const at = await openDesk(office);
  const { evaluation, unit } = await evaluateALittle(at);
  const land = await office.as('land');
  const personId = (await at.justice.get<{ id: string }>('/api/v1/sessions/me')).body.id;
  const enter = (more: object) => at.head.post<Problem>('/api/v1/registers', { day: '2025-01-02', ...more });
  const course = { kind: 'training', title: 'Tập huấn số hóa hồ sơ', participants: 3, hours: 6 };
  const stranger = '01900000-0000-7000-8000-000000000001';
  expect((await enter({ ...course, officials: [stranger] })).body.code).toBe('register_entry_invalid');
  expect((await enter({ ...course, participants: 0, officials: [personId] })).body.code).toBe(
    'register_entry_invalid',
  );
  const archive = { kind: 'archive', title: 'Phông 1990–2000', measure: 'metres', done: 1, total: 2 };
  expect((await enter({ ...archive, officials: [personId] })).body.code).toBe('register_fact_not_asked');
  expect((await enter({ ...course, officials: [personId] })).status).toBe(201);
  expect((await enter({ ...course, title: 'Tập huấn của thôn' })).status).toBe(201);
  await office.settled();

  const training = async (path: string, by: Client) =>
    (await by.get<Training & Problem>(`/api/v1/${path}/training`)).body;
  const ofUnit = `evaluation-years/2025/units/${unit}`;
  const own = await training(`evaluations/${evaluation}`, at.justice);
  expect(own).toMatchObject({
    people: [{ personId, sessions: 1, hours: 6 }],
    entries: [{ title: course.title, hours: 6, officials: [personId] }],
  });
  const entry = `/api/v1/registers/${own.entries[0]?.id}`;
  expect((await at.justice.get(entry)).body).toMatchObject({ officials: [personId] });
  expect(await training(ofUnit, at.head)).toEqual({ year: 2025, people: own.people, entries: own.entries });
  expect((await training(`evaluations/${evaluation}`, land)).code).toBe('evaluation_not_shown');
  expect((await training(ofUnit, land)).code).toBe('unit_year_not_shown');

  // Corrected by somebody who says nothing of who was there: they stay; withdrawn, nothing is counted.
  const anew = { day: '2025-01-02', title: course.title, participants: 4, hours: 8, reason: 'Đếm lại' };
  expect((await at.head.post(`${entry}/corrections`, anew)).status).toBe(201);
  await office.settled();
  expect((await training(ofUnit, at.head)).people).toEqual([{ personId, sessions: 1, hours: 8 }]);
  expect((await at.head.post(`${entry}/withdrawal`, { reason: 'Ghi trùng' })).status).toBe(201);
  await office.settled();
  expect(await training(ofUnit, at.head)).toMatchObject({
    people: [{ personId, sessions: 0, hours: 0 }],
    entries: [],
  });
});
