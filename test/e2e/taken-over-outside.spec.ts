import type { Page } from '../support/answers.js';
import { BIRTH, openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';
import type { ServiceProcess } from '../support/service-process.js';
import { StandIn, eventually, type Received } from '../support/stand-in.js';

const SECONDS = 20;
const [DOOMED, HEIR] = ['cua-nguoi-chet', 'cua-nguoi-sau'];
const submitted: object[] = [];

let system: StandIn;
let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  system = await StandIn.open(outside);
  office = await runningOffice(); // its own worker knows of neither province nor gateway
  at = await openDesk(office);
});
afterAll(async () => {
  await office.close();
  await system.close();
});

const isOf = (who: string, { headers, json }: Received) =>
  headers.authorization === `Bearer ${who}` || json.ApiKey === who;
/** Both systems outside keep one worker waiting for ever, once it is to be. */
let keptWaiting = false;
function outside(request: Received) {
  if (keptWaiting && isOf(DOOMED, request)) return 'hang' as const;
  if (request.method !== 'GET') return { body: { CodeResult: '100', SMSID: '1' } };
  const after = Number(new URL(request.path, 'http://portal').searchParams.get('after') ?? 0);
  const items = submitted.slice(after);
  return { body: { items, next: items.length > 0 ? String(submitted.length) : null } };
}
const startWorker = (who: string) =>
  office.startWorker(who, {
    PROVINCE_URL: system.url,
    PROVINCE_TOKEN: who,
    SMS_URL: `${system.url}/send`,
    SMS_KEY: who,
    SMS_SECRET: 'mat',
    SMS_BRAND: 'XA-THIEU-VAN',
  });
const asked = (who: string, method = 'GET') =>
  system.received.filter((request) => request.method === method && isOf(who, request)).length;

/** The one is killed, another comes; answers for how many seconds that one leaves alone what the first was at. */
async function afterDeath(doomed: ServiceProcess, done: () => Promise<boolean> | boolean): Promise<number> {
  await doomed.kill();
  const before = asked(HEIR);
  const heir = startWorker(HEIR);
  await eventually(() => asked(HEIR) > before);
  const began = performance.now();
  await eventually(done);
  const seconds = (performance.now() - began) / 1_000;
  await heir.stop();
  return seconds;
}

it('a message that a worker was delivering when it died goes out within seconds', async () => {
  const doomed = startWorker(DOOMED);
  await eventually(() => asked(DOOMED) > 0);
  keptWaiting = true;
  // Where the office's own worker is first, it announces over no channel, for it knows of none.
  const toSend = async () =>
    (await office.database.owner().query(`select from outbox where channel = 'sms'`)).rowCount ?? 0;
  const isAnnounced = async () =>
    (
      await office.database.owner().query(
        `select from checkpoint c where c.projection = 'notify' and c.generation = 'live' and exists (
           select from event e where e.office = c.office
           and (e.transaction_id, e.position) > (c.transaction_id, c.position))`,
      )
    ).rowCount === 0;
  while ((await toSend()) === 0) {
    await at.receive({ ...BIRTH, notifications: { channels: ['sms'], language: 'vi' } });
    await eventually(async () => (await toSend()) > 0 || (await isAnnounced()));
  }
  await eventually(() => asked(DOOMED, 'POST') > 0);
  expect(await afterDeath(doomed, () => asked(HEIR, 'POST') > 0)).toBeLessThan(SECONDS);
});

it('a submission that a worker was trying again when it died is taken in within seconds', async () => {
  const owner = office.database.owner();
  await owner.query(
    `create function blink() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
     create trigger blink before insert on vault.fact for each row execute function blink()`,
  );
  submitted.push({
    id: 'T-1',
    procedure: BIRTH.procedureCode,
    components: BIRTH.components.map(({ name }) => ({ name, form: 'digitised' })),
    applicant: { name: 'Phạm Văn Chớp', phone: '0987654321' },
  });
  keptWaiting = false;
  const doomed = startWorker(DOOMED);
  const parked = () => office.runtime.parked.list('thieu-van', 1, 'province-inbox');
  await eventually(async () => (await parked()).length === 1);
  await owner.query('drop function blink cascade');
  const before = asked(DOOMED);
  keptWaiting = true;
  await office.runtime.parked.retry('thieu-van', 'province-inbox');
  await eventually(() => asked(DOOMED) > before);
  const isIn = async () =>
    (await at.desk.get<Page<object>>('/api/v1/dossiers?status=submitted')).body.items.length === 1;
  expect(await afterDeath(doomed, isIn)).toBeLessThan(SECONDS);
  await eventually(async () => (await parked()).length === 0);
});
