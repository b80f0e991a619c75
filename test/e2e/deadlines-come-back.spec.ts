import { readFileSync } from 'node:fs';
import type { Entry, Page, TaskItem } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
});
afterAll(() => office.close());

const DAY_MS = 86_400_000;
const trail = async (subject: string) =>
  (await at.head.get<Page<Entry>>(`/api/v1/audit?subject=${subject}&order=asc&limit=200`)).body.items;

it('R7, R14: a dossier asked late for a supplement is watched anew once that is answered, and escalated', async () => {
  const land = await office.as('land');
  const { dossierId, due } = (await at.receive(LAND)).body;
  await at.act(at.desk, dossierId, 'hand-overs', { toPostId: await at.postOf('land') });
  expect((await at.act(land, dossierId, 'acceptances')).status).toBe(201);
  await office.moveTo(new Date(Date.parse(due) + 4 * DAY_MS).toISOString());
  expect((await trail(dossierId)).map(({ type }) => type)).toContain('DossierEscalated');
  const asked = await at.act(land, dossierId, 'supplement-requests', {
    components: ['Bản đồ trích đo'],
    reason: 'Bản trích đo mờ, không đọc được số thửa.',
    legalBasis: 'Nghị định 101/2024',
  });
  expect(asked.status).toBe(201);
  await office.settled();
  const { status, body } = await at.act(at.desk, dossierId, 'supplement-answers', {
    components: [{ name: 'Bản đồ trích đo', form: 'original' }],
  });
  expect(status).toBe(201);
  await office.settled();
  const again = Date.parse((await at.whole(dossierId)).due);
  await office.moveTo(new Date(again + 4 * DAY_MS).toISOString());
  const since = (await trail(dossierId)).filter(({ position }) => position > body.position);
  expect(since.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['DossierWarned', 'DossierOverdue', 'DossierEscalated']),
  );
});

it('R6, R10: an obligation that one import took out and a later one put back is missed when it is due', async () => {
  const plan = JSON.parse(readFileSync('seeds/thieu-van-2025-plan.json', 'utf8')) as object;
  const csv = readFileSync('seeds/thieu-van-2025-tasks.csv', 'utf8');
  const importing = async (number: string, phrases: string) => {
    const { status } = await at.head.post('/api/v1/plans/imports', {
      plan,
      file: Buffer.from(csv.replace('Quý II năm 2025', phrases)).toString('base64'),
      documentNumber: number,
      documentDate: '2025-01-03',
    });
    expect(status).toBe(201);
    await office.settled();
  };
  const both = 'Kế hoạch: Quý III/2025; Báo cáo: Quý IV/2025';
  await importing('12/QĐ-UBND', both);
  await importing('13/QĐ-UBND', 'Kế hoạch: Quý III/2025');
  await importing('14/QĐ-UBND', both);
  const { items } = (await at.head.get<Page<TaskItem>>('/api/v1/tasks?limit=100')).body;
  const { id = '' } = items.find(({ number }) => number === 'V.2') ?? {};
  await office.moveTo('2026-01-05T08:00:00+07:00');
  const missed = (await trail(id)).filter(({ type }) => type === 'DeadlineMissed');
  expect(missed.map(({ recordedAt }) => recordedAt.slice(0, 4))).toHaveLength(2);
});
