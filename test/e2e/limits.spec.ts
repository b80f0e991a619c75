import { inOffice, newId } from '#kernel';
import { rebuild } from '#projection';
import { projections } from '../../apps/runtime/src/index.js';
import type { Page, Problem, Written } from '../support/answers.js';
import { BIRTH, openDesk, type Item } from '../support/desk.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
let head: Client;

beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  head = await office.as('head-of-office');
});
afterAll(() => office.close());

const PROCEDURE = {
  code: 'TV.GH.00',
  name: 'Thủ tục thử giới hạn',
  field: 'Thử',
  time: { value: 3, unit: 'working-days' },
  fee: 0,
  service: 'counter',
  components: ['Tờ khai'],
  steps: ['Thẩm định', 'Ký'],
  legalBasis: '',
};
const publish = (over: object) =>
  head.post<Written & Problem>('/api/v1/procedures', {
    procedures: [{ ...PROCEDURE, ...over }],
    document: '1/QĐ-UBND',
  });
const setAside = () => inOffice(OFFICE, () => office.runtime.parked.list(OFFICE));
const listed = async () => {
  await office.settled();
  const { body } = await at.desk.get<Page<Item>>('/api/v1/dossiers?limit=200');
  return body.items.map(({ id }) => id);
};

const EDGES: [string, object][] = [
  ['fee', { fee: 1_000_000_000 }],
  ['fee', { fee: 1_000_000_001 }],
  ['fee', { fee: 2 ** 31 }],
  ['fee', { fee: 3_000_000_000 }],
  ['fee', { fee: 1e300 }],
  ['name', { name: 'x'.repeat(500) }],
  ['name', { name: 'a\0b' }],
  ['name', { name: 'abc\ud800' }],
  ['field', { field: 'ự'.repeat(501) }],
  ['field', { field: 'a\0b' }],
  ['components', { components: ['ự'.repeat(500)] }],
  ['components', { components: ['ự'.repeat(501)] }],
  ['components', { components: ['\0'] }],
  ['steps', { steps: ['ự'.repeat(3_000)] }],
  ['pausesFor', { pausesFor: ['\udc00'] }],
  ['legalBasis', { legalBasis: '\0' }],
  ['time', { time: { value: 401, unit: 'working-days' } }],
];

it('F1: a procedure at its limits is taken and every reader holds its dossiers; beyond, it is refused by name', async () => {
  const received: string[] = [];
  for (const [n, [name, over]] of EDGES.entries()) {
    const code = `TV.GH.${String(n).padStart(2, '0')}`;
    const { status, body } = await publish({ code, ...over });
    if (status !== 201) {
      expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(name)]);
      continue;
    }
    const components = ((over as { components?: string[] }).components ?? PROCEDURE.components).map(
      (one) => ({
        name: one,
        form: 'original',
      }),
    );
    const receipt = await at.receive({ procedureCode: code, channel: 'counter', components });
    expect([code, receipt.status]).toEqual([code, 201]);
    received.push(receipt.body.dossierId);
  }
  expect(received).toHaveLength(3);
  expect(await listed()).toEqual(expect.arrayContaining(received));
  expect(await setAside()).toEqual([]);
  for (const projection of projections)
    await rebuild(office.runtime.pool, office.runtime.projector, projection);
  expect(await setAside()).toEqual([]);
  expect(await listed()).toEqual(expect.arrayContaining(received));
});

it('F1: an event of an earlier version that the list can’t hold stops nothing: its dossier is set aside, in sight', async () => {
  const poisoned = newId();
  const owner = office.database.owner();
  await owner.query(
    `insert into event (office, event_id, kind, subject, version, type, schema_version, recorded_at, actor, command_id, ordinal, meta, data)
     select office, gen_random_uuid(), kind, $2, version, type, schema_version, recorded_at, actor, gen_random_uuid(), 0, meta,
            jsonb_set(jsonb_set(data, '{procedure,fee}', to_jsonb(1e300::numeric)), '{code}', '"cũ"')
     from event where office = $1 and type = 'DossierReceived' order by position limit 1`,
    [OFFICE, poisoned],
  );
  const { body } = await at.receive(BIRTH);
  const ids = await listed();
  expect(ids).toContain(body.dossierId);
  expect(ids).not.toContain(poisoned);
  expect(await setAside()).toMatchObject([{ worker: 'read/dossier', subject: poisoned }]);
  for (const projection of projections)
    await rebuild(office.runtime.pool, office.runtime.projector, projection);
  expect(await listed()).toContain(body.dossierId);
  expect(await setAside()).toMatchObject([{ worker: 'read/dossier', subject: poisoned }]);
});
