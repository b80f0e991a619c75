import type { Page } from '../support/answers.js';
import { BIRTH, openDesk } from '../support/desk.js';
import { fetchedAnew } from '../support/fetched-anew.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';
import { StandIn, eventually, type Received } from '../support/stand-in.js';

/** Less than what the province may take. */
const AT_ONCE_MS = 12_000;

const submitted: unknown[] = [];
let province: StandIn;
let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  province = await StandIn.open(portal);
  office = await runningOffice({ env: { PROVINCE_URL: province.url, PROVINCE_TOKEN: 'the-tinh' } });
  at = await openDesk(office);
});
afterAll(async () => {
  await office.close();
  await province.close();
});

/** The portal's list of what was handed in there. */
function portal({ method, path }: Received) {
  if (method !== 'GET') return { status: 200 };
  const after = Number(new URL(path, 'http://portal').searchParams.get('after') ?? 0);
  const items = submitted.slice(after);
  return { body: { items, next: items.length > 0 ? String(submitted.length) : null } };
}
const handedIn = (id: unknown) => ({
  id,
  procedure: BIRTH.procedureCode,
  components: BIRTH.components.map(({ name }) => ({ name, form: 'digitised' })),
  applicant: { name: 'Phạm Văn Chớp', phone: '0987654321' },
});
const handIn = (...ids: string[]) => submitted.push(...ids.map(handedIn));

interface Ready {
  status: string;
  failing: { worker: string; waiting: number }[];
}
const failing = async () => (await at.desk.get<Ready>('/readyz')).body.failing;
const isIn = async (n: number) =>
  (await at.desk.get<Page<object>>('/api/v1/dossiers?status=submitted')).body.items.length === n;

/** What is handed in now fails for now, all of it. */
async function failsForNow(...ids: string[]): Promise<void> {
  const owner = office.database.owner();
  await owner.query(
    `create function blink() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
     create trigger blink before insert on vault.fact for each row execute function blink()`,
  );
  handIn(...ids);
  await fetchedAnew(office, province, async () => (await failing())[0]?.waiting === ids.length);
  await owner.query('drop function blink cascade');
  expect(await failing()).toMatchObject([{ worker: 'province-inbox' }]);
}

/** A worker comes, asks a province that keeps it waiting, and is asked to go; answers how long it stayed. */
async function cutShort(): Promise<number> {
  const slow = await StandIn.open(() => 'hang');
  const worker = office.startWorker('minh-bach', { PROVINCE_URL: slow.url });
  await eventually(() => slow.received.length > 0);
  const began = performance.now();
  await worker.stop();
  const stayed = performance.now() - began;
  await slow.close();
  return stayed;
}

it('the province is not told of a refusal where the database blinked: the dossier is taken in once that has passed', async () => {
  await failsForNow('T-1');
  await office.runtime.parked.retry('thieu-van', 'province-inbox');
  await fetchedAnew(office, province, () => isIn(1));
  expect(province.received.filter(({ json }) => json.externalId === 'T-1')).toEqual([]);
  expect(await failing()).toEqual([]);
});

it('a worker that is asked to go while the province keeps it waiting goes at once, and nothing has failed', async () => {
  handIn('T-2', 'T-3');
  expect(await cutShort()).toBeLessThan(AT_ONCE_MS);
  expect(await failing()).toEqual([]);
  await fetchedAnew(office, province, () => isIn(3));
});

it('what it was about to try again is tried by the next one at once', async () => {
  await failsForNow('T-4', 'T-5');
  await office.runtime.parked.retry('thieu-van', 'province-inbox');
  await cutShort();
  await fetchedAnew(office, province, () => isIn(5));
  expect(await failing()).toEqual([]);
});

it('what has no id to be known by is set aside in sight, each one; all others are taken in, and it too once it has one', async () => {
  const { length } = submitted;
  const idless = [
    handedIn(undefined),
    null,
    'rác',
    handedIn(7),
    handedIn(''),
    handedIn('T\0'),
    handedIn('😀'.repeat(201)),
  ];
  submitted.push(...idless.slice(0, 4), handedIn('T-6'), ...idless.slice(4), handedIn('T-7'));
  await fetchedAnew(office, province, () => isIn(7));
  expect(await failing()).toMatchObject([{ worker: 'province-inbox', waiting: idless.length }]);
  submitted.splice(length, 4, handedIn('T-8'), handedIn('T-9'));
  submitted.splice(length + 3, 3);
  handIn('T-10', 'T-11', 'T-12', 'T-13', 'T-14');
  await office.runtime.parked.retry('thieu-van', 'province-inbox');
  await eventually(async () => (await isIn(14)) && (await failing()).length === 0);
});

it('what is no page of submissions is seen as failed, not taken for the end of them', async () => {
  const [before] = [province.answer, handIn('T-15')];
  province.answer = () => ({ body: { items: submitted.slice(-1), next: 10 } });
  const worker = office.startWorker();
  await eventually(async () => (await failing())[0]?.worker === 'fetch');
  province.answer = before;
  await eventually(async () => (await isIn(15)) && (await failing()).length === 0);
  await worker.stop();
});
