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

const after = (instant: Date | string, seconds = 1) =>
  new Date(new Date(instant).getTime() + seconds * 1_000).toISOString();
const types = async (id: string, since: number) =>
  (await at.head.get<Page<Entry>>(`/api/v1/audit?subject=${id}&order=asc&limit=200`)).body.items
    .filter(({ position }) => position > since)
    .map(({ type }) => type);

/** A dossier that the worker knows: it has taken the first of its steps that fell due. */
async function knownToTheWorker(): Promise<string> {
  const { dossierId, position } = (await at.receive(LAND)).body;
  await office.settled();
  const { rows } = await office.database
    .owner()
    .query<{ first: Date }>('select min(wake_at) as first from rm_agenda.occurrence where subject = $1', [
      dossierId,
    ]);
  await office.moveTo(after(rows[0]!.first));
  expect(await types(dossierId, position)).toContain('DossierWarned');
  return dossierId;
}

async function acceptedByLand(id: string): Promise<Written> {
  await at.act(at.desk, id, 'hand-overs', { toPostId: await at.postOf('land') });
  const { status, body } = await at.act(land, id, 'acceptances');
  expect(status).toBe(201);
  return body;
}

it('R20: a step accepted at the API is warned of and late at its own end', async () => {
  const id = await knownToTheWorker();
  const { position } = await acceptedByLand(id);
  await office.settled();
  const { rows } = await office.database.owner().query<{ due: Date }>(
    `select due from rm_agenda.occurrence where subject = $1 order by due limit 1`, // the step's comes first
    [id],
  );
  await office.moveTo(after(rows[0]!.due, -1));
  expect(await types(id, position)).toEqual(['DossierWarned', 'DossierWarned']);
  await office.moveTo(after(rows[0]!.due));
  expect(await types(id, position)).toEqual(['DossierWarned', 'DossierWarned', 'StepOverdue']);
});

it('R14, R7: a dossier resumed at the API is warned of, late and taken up the ladder by its new end', async () => {
  const id = await knownToTheWorker();
  await acceptedByLand(id);
  const { due: before } = await at.whole(id);
  const pause = { reason: 'Thông báo thuế', legalBasis: 'Luật Đất đai', expectedEnd: '2025-02-28' };
  expect((await at.act(land, id, 'pauses', pause)).status).toBe(201);
  const now = await office.runtime.clock.refresh().then(() => office.runtime.clock.now());
  await office.moveTo(after(now, 7 * 86_400));
  const { status, body } = await at.act(land, id, 'resumption', { reason: 'Đã nộp thuế' });
  expect(status).toBe(201);
  await office.settled();
  const { due } = await at.whole(id);
  await office.moveTo(after(before));
  expect(await types(id, body.position)).not.toContain('DossierOverdue');
  await office.moveTo(after(due, -1));
  const warned = await types(id, body.position);
  expect(warned).toContain('DossierWarned');
  expect(warned).toContain('ApologyOwed');
  expect(warned).not.toContain('DossierOverdue');
  await office.moveTo(after(due, 7 * 86_400));
  const late = (await types(id, body.position)).slice(warned.length);
  expect(late[0]).toBe('DossierOverdue');
  expect(late).toContain('DossierEscalated');
});
