import type { Page } from '../support/answers.js';
import { BIRTH, openDesk } from '../support/desk.js';
import { inProcessOffice, type InProcessOffice } from '../support/in-process-office.js';
import { StandIn, eventually, type Received } from '../support/stand-in.js';

const SUBMITTED = {
  id: 'T-9',
  procedure: BIRTH.procedureCode,
  components: BIRTH.components.map(({ name }) => ({ name, form: 'digitised' })),
  applicant: { name: 'Phạm Văn Chớp', phone: '0987654321' },
};

let province: StandIn;
let handedIn = false;
let office: InProcessOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  province = await StandIn.open(({ method, path }: Received) => {
    if (method !== 'GET') return { status: 200 };
    const after = new URL(path, 'http://portal').searchParams.get('after');
    return {
      body: handedIn && after === null ? { items: [SUBMITTED], next: '1' } : { items: [], next: null },
    };
  });
  office = await inProcessOffice({ PROVINCE_URL: province.url, PROVINCE_TOKEN: 'the-tinh' });
  at = await openDesk(office);
});
afterAll(async () => {
  await office.close();
  await province.close();
});

const ready = async () => (await at.desk.get<{ status: string; failing: object[] }>('/readyz')).body;
const waiting = async () =>
  (await at.desk.get<Page<object>>('/api/v1/dossiers?status=submitted')).body.items.length;
const said = () => province.received.filter(({ json }) => json.externalId === 'T-9');

it('the province is not told of a refusal where the database blinked: the dossier is taken in once that has passed', async () => {
  const owner = office.database.owner();
  await owner.query(
    `create function blink() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
     create trigger blink before insert on vault.fact for each row execute function blink()`,
  );
  handedIn = true;
  await office.fetchSubmissions();
  await owner.query('drop trigger blink on vault.fact');
  await eventually(async () => (await ready()).status === 'degraded');
  expect(await ready()).toMatchObject({ failing: [{ worker: 'province-inbox', waiting: 1 }] });
  await office.runtime.parked.retry('thieu-van', 'province-inbox');
  await office.fetchSubmissions();
  await eventually(async () => (await waiting()) === 1);
  expect([said(), (await ready()).failing]).toEqual([[], []]);
});
