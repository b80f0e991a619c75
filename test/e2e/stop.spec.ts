import { BIRTH, WHO } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice({ apis: 1 });
});
afterAll(() => office.close());

const answers = (url: string) =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

it('a worker ends what it is at', async () => {
  const worker = office.startWorker('minh-bach', { LOG_LEVEL: 'info' });
  await eventually(() => worker.output.includes('worker ready'));
  await worker.stop();
  expect(worker.exitCode).toBe(0);
});

// The service itself comes last: nothing is left then.
it.each([
  ['an API of its own', 1],
  ['the service', 0],
])('%s that is asked to go answers what it was asked before', async (_, which) => {
  const desk = await office.as('desk', which);
  await office.settled(); // what waits below is the act, and nobody's reaction to the one before
  const owner = office.database.owner();
  const brake = await owner.connect();
  try {
    await brake.query('begin; lock table event in share mode');
    const received = desk.post('/api/v1/dossiers', { applicant: WHO, ...BIRTH });
    // Looked at from outside: within a transaction the list of connections stays as it was first seen.
    const atIt = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await eventually(async () => ((await owner.query(atIt)).rowCount ?? 0) > 0);
    const [url, one] = [office.urls[which]!, office.processes[which]!];
    const stopped = one.stop();
    await eventually(async () => !(await answers(url)));
    await brake.query('commit');
    expect((await received).status).toBe(201);
    await stopped;
    expect(one.exitCode).toBe(0);
  } finally {
    await brake.query('rollback');
    brake.release();
  }
});
