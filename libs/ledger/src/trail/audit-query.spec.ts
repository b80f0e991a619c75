import { EventStore, LOG_START, eventStoreMigrations, type Attribution } from '#event-store';
import { newId } from '#kernel';
import { Parked, parkedMigrations } from '#parked';
import { Projector, followOffice, projectionMigrations } from '#projection';
import type { Pool, PoolClient } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { AuditFilter, auditPage, keepOfficeHours, ledgerMigrations, trailProjection } from '../index.js';

const OFFICE = 'xa-thu';
let database: TestDatabase;
let pool: Pool;
let store: EventStore;
let projector: Projector;

const [an, binh, plan, task] = [newId(), newId(), newId(), newId()];
const [approval, delegation] = [newId(), newId()];
/** Thursday 2/1/2025 is worked, Wednesday 1/1 is a day off; of 2024 nothing is known. */
const CALENDAR = [
  { day: '2025-01-01', open: [] },
  { day: '2025-01-02', open: [span('07:30', '11:30'), span('13:30', '17:00')] },
];
function span(from: string, to: string) {
  return { from: new Date(`2025-01-02T${from}:00+07:00`), to: new Date(`2025-01-02T${to}:00+07:00`) };
}

/** The acts of the story, each one event; said as type, when, who, about what. */
const append = async (
  type: string,
  at: string,
  attribution: Attribution,
  subject = newId(),
  expectedVersion = 0,
  commandId = newId(),
) => {
  await store.append({
    ...{ office: OFFICE, kind: 'thing', subject, expectedVersion, commandId, digest: '', attribution },
    recordedAt: new Date(`${at}:00+07:00`),
    events: [{ type, data: {} }],
  });
};

async function story(): Promise<void> {
  await append('Planned', '2024-12-31T22:00', { actor: an }, plan); // no calendar
  await append('Approved', '2025-01-01T09:00', { actor: binh }, plan, 1, approval); // a day off
  await append('Assigned', '2025-01-02T08:00', { actor: 'worker:assign', correlationId: approval }, task);
  await append('Reported', '2025-01-02T11:30', { actor: an }, task, 1); // the lunch break begins
  await append('Missed', '2025-01-02T19:00', { actor: 'worker:deadlines', correlationId: approval }, task, 2);
  const lent = { actor: an, onBehalfOf: binh, meta: { delegation } };
  await append('Reported', '2025-01-02T16:59', lent, task, 3);
}

const ask = async (filter: Partial<AuditFilter>, actors?: string[]): Promise<string[]> => {
  const types: string[] = [];
  const request = Object.assign(new AuditFilter(), { limit: 2 }, filter);
  for (;;) {
    const { rows, nextCursor } = await auditPage(pool, OFFICE, request, { actors });
    types.push(...rows.map(({ type }) => type));
    if (nextCursor === null) return types;
    request.cursor = nextCursor;
  }
};

async function begin(): Promise<void> {
  database = await freshDatabase([
    ...eventStoreMigrations,
    ...projectionMigrations,
    ...parkedMigrations,
    ...ledgerMigrations,
  ]);
  pool = database.pool();
  store = new EventStore(pool);
  projector = new Projector(pool, store, new Parked(pool));
  await projector.install([trailProjection], [OFFICE]);
  await keepOfficeHours(pool, CALENDAR);
  await followOffice(pool, OFFICE);
  await story();
}
async function end(): Promise<void> {
  await store.idle();
  await database.close();
}
const project = () => projector.catchUp(trailProjection, OFFICE);
/** As far as a worker has come that stopped after three events. */
const projectHalf = async () => {
  const slice = await store.reader.readAll(pool, OFFICE, LOG_START, 3);
  await projector.catchUp(trailProjection, OFFICE, 'live', slice);
};

describe.each([
  ['projected', project],
  ['projected in part', projectHalf],
  ['not projected', () => Promise.resolve()],
])('the trail, %s', (_, asFarAs) => {
  beforeAll(async () => {
    await begin();
    await asFarAs();
  });
  afterAll(end);

  it.each<[string, Partial<AuditFilter>, string[]]>([
    ['all', {}, ['Reported', 'Missed', 'Reported', 'Assigned', 'Approved', 'Planned']],
    ['of a type', { type: 'Reported' }, ['Reported', 'Reported']],
    ['of a type that never was', { type: 'Burnt' }, []],
    ['of a person', { actor: an }, ['Reported', 'Reported', 'Planned']],
    ['of a subject', { subject: task, order: 'asc' }, ['Assigned', 'Reported', 'Missed', 'Reported']],
    ['for another', { onBehalfOf: binh }, ['Reported']],
    ['under a delegation', { delegation }, ['Reported']],
    ['under none', { delegation: newId() }, []],
    ['of a chain, its beginning too', { correlation: approval }, ['Missed', 'Assigned', 'Approved']],
    [
      'of a window',
      { from: '2025-01-01T09:00:00+07:00', to: '2025-01-02T11:30:00+07:00' },
      ['Assigned', 'Approved'],
    ],
    ['of an empty window', { from: '2025-01-01T10:00:00+07:00', to: '2025-01-01T11:00:00+07:00' }, []],
    ['from an instant on', { from: '2025-01-02T11:30:00+07:00', type: 'Reported' }, ['Reported', 'Reported']],
    ['outside office hours', { hours: 'outside' }, ['Reported', 'Approved']],
    ['outside office hours, of one', { hours: 'outside', actor: binh }, ['Approved']],
    ['nothing sealed yet', { sealed: 'no', type: 'Missed' }, ['Missed']],
  ])('answers %s', async (_, filter, expected) => {
    expect(await ask(filter)).toEqual(expected);
    if (filter.order === undefined)
      expect(await ask({ ...filter, order: 'asc' })).toEqual(expected.toReversed());
  });

  it('answers of a unit’s people, and of one of them', async () => {
    expect(await ask({}, [an, binh])).toEqual(['Reported', 'Reported', 'Approved', 'Planned']);
    expect(await ask({ actor: binh }, [an, binh])).toEqual(['Approved']);
    expect(await ask({ actor: 'worker:assign' }, [an, binh])).toEqual([]);
    expect(await ask({}, [])).toEqual([]);
  });
});

describe('as the log goes on', () => {
  beforeEach(begin);
  afterEach(end);

  it('goes by another calendar once there is one', async () => {
    await project();
    const worked = { from: new Date('2025-01-01T08:00:00+07:00'), to: new Date('2025-01-01T12:00:00+07:00') };
    await keepOfficeHours(pool, [
      { day: '2024-12-31', open: [] },
      { day: '2025-01-01', open: [worked] },
      ...CALENDAR.slice(1),
    ]);
    expect(await ask({ hours: 'outside' })).toEqual(['Reported', 'Planned']);
  });

  it('a page that goes forward ends before what may still turn up behind its cursor', async () => {
    const owner = database.owner();
    const [first, second] = [await owner.connect(), await owner.connect()];
    try {
      await begun(first, 'First');
      await begun(second, 'Second');
      // An append of several draws positions before and behind another's.
      await first.query(
        `insert into event (office, event_id, kind, subject, version, type, schema_version, recorded_at, actor,
                            command_id, ordinal, meta, data)
         values ($1, $2, 'thing', $3, 1, 'Third', 1, now(), 'x', $4, 0, '{}', '{}')`,
        [OFFICE, newId(), newId(), newId()],
      );
      await first.query('commit');
      const seen = ask({ order: 'asc' });
      expect(await Promise.race([seen, sleep(50, 'waits')])).toBe('waits');
      await second.query('commit');
      expect((await seen).slice(-3)).toEqual(['First', 'Second', 'Third']);
    } finally {
      first.release(true);
      second.release(true);
    }
  });
});

/** An append of one event that is not committed yet. */
async function begun(db: PoolClient, type: string): Promise<void> {
  const where = { o: OFFICE, id: newId(), k: 'thing', s: newId(), v: 1, t: type, sv: 1 };
  const how = { at: '2025-01-02T20:00:00+07:00', a: an, c: newId(), n: 0, m: {}, d: {}, ch: false };
  await db.query('begin');
  await db.query('select from append_events($1::json, 1)', [JSON.stringify([{ ...where, ...how }])]);
}
