import type { Entry, Page, Written } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
let land: Client;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  land = await office.as('land');
});
afterAll(() => office.close());

const DAY = 86_400;
const after = (instant: Date | string, seconds = 1) =>
  new Date(new Date(instant).getTime() + seconds * 1_000).toISOString();
const types = async (id: string, since: number) =>
  (await at.head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=asc&limit=200`)).body.items
    .filter(({ position }) => position > since)
    .map(({ type }) => type);

/** When the step at hand ends: before the whole. */
async function stepDue(id: string): Promise<Date> {
  await office.settled();
  const { rows } = await office.database
    .owner()
    .query<{ due: Date }>('select min(due) as due from rm_agenda.occurrence where subject = $1', [id]);
  return rows[0]!.due;
}

/** A dossier of whose first step the worker has taken all that falls due, and remembers it so. */
async function knownToTheWorker(): Promise<string> {
  const { dossierId, position } = (await at.receive(LAND)).body;
  await office.moveTo(after(await stepDue(dossierId)));
  expect(await types(dossierId, position)).toEqual(['DossierWarned', 'DossierWarned', 'StepOverdue']);
  return dossierId;
}

async function acceptedByLand(id: string): Promise<Written> {
  await at.act(at.desk, id, 'hand-overs', { toPostId: await at.postOf('land') });
  await office.settled(); // the worker tells of it, and remembers the dossier as it is then
  const { status, body } = await at.act(land, id, 'acceptances');
  expect(status).toBe(201);
  return body;
}

it('R20: a step accepted at the API is warned of and late at its own end', async () => {
  const id = await knownToTheWorker();
  const { position } = await acceptedByLand(id);
  const due = await stepDue(id);
  await office.moveTo(after(due, -1));
  expect(await types(id, position)).toEqual(['DossierWarned', 'DossierWarned']);
  await office.moveTo(after(due));
  expect(await types(id, position)).toEqual(['DossierWarned', 'DossierWarned', 'StepOverdue']);
});

it('R7, R14: a dossier paused late at the API goes on up the ladder once it is resumed there', async () => {
  const id = await knownToTheWorker();
  await acceptedByLand(id);
  const { due } = await at.whole(id);
  await office.moveTo(after(due, 4 * DAY));
  expect(await types(id, 0)).toContain('DossierEscalated');
  const pause = { reason: 'Thông báo thuế', legalBasis: 'Luật Đất đai', expectedEnd: '2025-03-31' };
  expect((await at.act(land, id, 'pauses', pause)).status).toBe(201);
  await office.moveTo(after(due, 11 * DAY));
  const { status, body } = await at.act(land, id, 'resumption', { reason: 'Đã nộp thuế' });
  expect(status).toBe(201);
  await office.moveTo(after(due, 32 * DAY));
  expect(await types(id, body.position)).toContain('DossierEscalated');
});
