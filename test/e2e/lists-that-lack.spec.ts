import { newId } from '#kernel';
import type { Problem } from '../support/answers.js';
import { openDesk } from '../support/desk.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

interface Marked {
  incomplete?: { subjects: number };
}
const LISTS = [
  '/api/v1/dossiers',
  '/api/v1/dossiers/figures?from=2025-01-01&to=2025-12-31',
  '/public/thieu-van/apologies',
  '/public/thieu-van/results',
  '/public/thieu-van/open-data/dossiers',
];
let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;

beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
});
afterAll(() => office.close());

/** As if the read model could not hold that dossier’s events. */
const setAside = (model: string, subject: string) =>
  office.runtime.pool.query(
    `insert into parked_work (office, worker, subject, what, error) values ('thieu-van', $1, $2, 'x', 'y')`,
    [`read/${model}`, subject],
  );
const get = async (path: string) => {
  const { headers, body } = await at.desk.get<Marked>(path);
  return [headers.get('incomplete'), body.incomplete];
};

it('a list that lacks nothing says nothing; one that lacks something says how much', async () => {
  for (const path of LISTS) expect([path, ...(await get(path))]).toEqual([path, null, undefined]);
  await setAside('dossier', newId());
  await setAside('dossier', newId());
  for (const path of LISTS)
    expect([path, ...(await get(path))]).toEqual([path, 'subjects=2', { subjects: 2 }]);
  const csv = await at.desk.get('/public/thieu-van/open-data/dossiers?format=csv');
  expect([csv.headers.get('incomplete'), csv.headers.get('cache-control')]).toEqual([
    'subjects=2',
    'no-store',
  ]);
  expect(await get('/api/v1/tasks')).toEqual([null, undefined]);
  await setAside('task', newId());
  expect(await get('/api/v1/tasks')).toEqual(['subjects=1', { subjects: 1 }]);
  await office.runtime.pool.query('delete from parked_work');
  for (const path of LISTS) expect([path, ...(await get(path))]).toEqual([path, null, undefined]);
});

it('a dossier that the list lacks is found by its code and secret, and is as its stream tells', async () => {
  const { body } = await at.receive();
  await office.settled();
  const { code, secret } = body.lookup;
  await setAside('dossier', body.dossierId);
  await office.database.owner().query('set row_security = off; delete from rm_dossier.dossier');
  for (const [name, of] of [
    ['by its code', code],
    ['by its id', body.dossierId],
  ] as const) {
    const found = await at.lookUp(of, secret);
    // The secret belongs to the dossier, whichever way it is named.
    expect([name, found.status, found.body.status]).toEqual([name, 200, 'in_progress']);
  }
  expect((await at.lookUp('000.00.18.H56-250210-9999', secret)).status).toBe(404);
});

it('a task that the list lacks is answered from its stream', async () => {
  const { body } = await at.chairman.get<{ items: { id: string; title: string }[] }>('/api/v1/tasks?limit=1');
  const task = body.items[0]!;
  await setAside('task', task.id);
  const { status, body: whole } = await at.chairman.get<{ title: string } & Problem>(
    `/api/v1/tasks/${task.id}`,
  );
  expect([status, whole.title]).toEqual([200, task.title]);
  expect(await client(office.url).get('/healthz')).toMatchObject({ status: 200 });
});
