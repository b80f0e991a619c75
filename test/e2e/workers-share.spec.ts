import { LAND, WHO, openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const TAKEN_OVER_WITHIN_MS = 20_000;

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice({ workers: 1 });
  at = await openDesk(office);
});
afterAll(() => office.close());

const receive = () => at.receive({ ...LAND, applicant: WHO });
const unread = async () =>
  (await office.database.owner().query('select from unread_commit join followed_office using (office)'))
    .rowCount;

it('two workers share an office: what one that is killed had begun is read and sealed by the other in seconds', async () => {
  const [, second] = office.processes;
  const received = Promise.all(Array.from({ length: 12 }, receive));
  await second?.kill();
  await received;
  const killed = performance.now();
  await office.seal();
  while ((await unread()) !== 0);
  expect(performance.now() - killed).toBeLessThan(TAKEN_OVER_WITHIN_MS);
});
