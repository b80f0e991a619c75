import { demoForm, foundOffice } from '../../apps/runtime/src/index.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const OFFICES = 12;
const SECONDS = 20;

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

it('two workers share the offices: what one was at when it died, the other reads and seals within seconds', async () => {
  const doomed = office.startWorker('doomed');
  const owner = office.database.owner();
  const brake = await owner.connect();
  // Every office's trail stands still: whoever takes up an office stays at it.
  await brake.query('begin; lock table rm_trail.entry in access exclusive mode');
  for (let n = 0; n < OFFICES; n += 1)
    await foundOffice(office.runtime, { ...demoForm, office: `xa-${n}`, name: `Xã ${n}` });
  const heldBy = async (name: string) =>
    (
      await owner.query(
        `select from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock' and datname = current_database()`,
        [name],
      )
    ).rowCount ?? 0;
  await eventually(async () => (await heldBy('doomed')) > 0 && (await heldBy('minh-bach')) > 0);
  await doomed.kill();
  const began = performance.now();
  await brake.query('commit');
  brake.release();
  await office.seal();
  expect((performance.now() - began) / 1_000).toBeLessThan(SECONDS);
});
