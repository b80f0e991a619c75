import { EventStore, eventStoreMigrations, type StoredEvent } from '#event-store';
import { inOffice, newId } from '#kernel';
import { parkedMigrations } from '#parked';
import { followOffice, inTransaction, projectionMigrations } from '#projection';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { AuditFilter, auditPage, keepOfficeHours, ledgerMigrations, trailProjection } from '../index.js';
import type { CalendarDay } from './office-hours.js';

const HISTORIES = Number(process.env.TRAIL_HISTORIES ?? 3);
const EVENTS = 1_500;
const PEOPLE = [newId(), newId(), newId()];
const ACTORS = [...PEOPLE, 'worker:deadlines'];
const TYPES = ['Often', 'Often', 'Often', 'Often', 'Often', 'Seldom'];
const HOUR = 3_600_000;
const BEGINNING = Date.parse('2025-01-02T00:00:00+07:00');

let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  database = await freshDatabase([
    ...eventStoreMigrations,
    ...projectionMigrations,
    ...parkedMigrations,
    ...ledgerMigrations,
  ]);
  pool = database.pool();
  await new EventStore(pool).idle();
});
afterEach(() => database.close());

const days = (from: number, to: number): CalendarDay[] =>
  Array.from({ length: 40 }, (_, n) => {
    const day = new Date(BEGINNING + 7 * HOUR + n * 24 * HOUR).toISOString().slice(0, 10);
    const at = (hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`);
    return { day, open: [{ from: at(from), to: at(to) }] };
  });

/** Events in the order of their commits, whose positions were drawn in a slightly other one. */
function history(office: string, seeds: number[], far: number): StoredEvent[] {
  const seed = (n: number) => seeds[n % seeds.length] ?? 0;
  const drawn = Array.from({ length: EVENTS }, (_, n) => ({ n, at: n + (seed(n * 7 + 1) % (far + 1)) }));
  const places = drawn.toSorted((a, b) => a.at - b.at || a.n - b.n).map(({ n }) => n + 1);
  return places.map((position, n) => ({
    ...{ office, position, transactionId: String(10 + n), eventId: newId(), kind: 'thing', subject: newId() },
    ...{ version: 1, type: TYPES[seed(n) % TYPES.length] ?? '', schemaVersion: 1, commandId: newId() },
    recordedAt: new Date(BEGINNING + position * (HOUR / 2)),
    actor: ACTORS[seed(n * 3) % ACTORS.length] ?? '',
    ...{
      onBehalfOf: null,
      correlationId: null,
      causationId: null,
      rule: null,
      meta: {},
      data: {},
      salt: null,
    },
  }));
}

const put = (events: StoredEvent[]) =>
  database.owner().query(
    `insert into event (office, position, transaction_id, event_id, kind, subject, version, type, schema_version, recorded_at,
                        actor, command_id, ordinal, meta, data)
     overriding system value
     select office, position, "transactionId", "eventId", kind, subject, version, type, 1, "recordedAt", actor, "commandId", 0, '{}', '{}'
     from jsonb_to_recordset($1) as e(office text, position bigint, "transactionId" xid8, "eventId" uuid, kind text, subject uuid,
       version int, type text, "recordedAt" timestamptz, actor text, "commandId" uuid)`,
    [JSON.stringify(events)],
  );

const takeIn = (events: StoredEvent[]) =>
  inTransaction(pool, async (db) => {
    await db.query('set local search_path to rm_trail, public');
    await trailProjection.apply(db, events);
  });

/** Every page of an answer, one behind the other. */
async function ask(office: string, filter: Partial<AuditFilter>, actors?: string[]): Promise<number[]> {
  const found: number[] = [];
  const request = Object.assign(new AuditFilter(), { limit: 150 }, filter);
  for (;;) {
    const { rows, nextCursor } = await inOffice(office, () => auditPage(pool, office, request, { actors }));
    found.push(...rows.map(({ position }) => Number(position)));
    if (nextCursor === null) return found;
    request.cursor = nextCursor;
  }
}

const hourOf = ({ recordedAt }: StoredEvent) => (recordedAt.getTime() / HOUR + 7) % 24;

it('gives what a walk through all events gives, however they were drawn, committed and taken in', async () => {
  let n = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(1_000), { minLength: 50, maxLength: 90 }),
      fc.constantFrom(0, 3, 400),
      fc.array(fc.constantFrom(1, 2, 40, 190, 700), { minLength: 3, maxLength: 12 }),
      async (seeds, far, sizes) => {
        const office = `xa-${(n += 1)}`;
        if (n === 1) await database.owner().query(`create schema rm_trail authorization minh_bach_app`);
        if (n === 1)
          await inTransaction(pool, async (db) => {
            await db.query('set local search_path to rm_trail, public');
            await db.query(`${trailProjection.ddl} ${trailProjection.indexes ?? ''}`);
          });
        await followOffice(pool, office);
        await keepOfficeHours(pool, days(8, 17));
        const events = history(office, seeds, far);
        await put(events);
        await database.owner().query(`select setval('event_position_seq', $1)`, [EVENTS]);
        // The last of them are in the log alone.
        for (let from = 0, batch = 0; from < EVENTS - 60; batch += 1) {
          const size = Math.min(sizes[batch % sizes.length] ?? 1, EVENTS - 60 - from);
          await takeIn(events.slice(from, from + size));
          from += size;
        }
        const check = async (open: [from: number, to: number]) => {
          const isOutside = (event: StoredEvent) =>
            !event.actor.startsWith('worker:') &&
            event.recordedAt.getTime() < BEGINNING + 40 * 24 * HOUR &&
            (hourOf(event) < open[0] || hourOf(event) >= open[1]);
          const [one = '', other = ''] = PEOPLE;
          const [from, to] = [200, 900].map((at) => new Date(BEGINNING + at * (HOUR / 2)));
          const isWithin = ({ recordedAt }: StoredEvent) =>
            !!from && !!to && recordedAt >= from && recordedAt < to;
          const window = { from: from?.toISOString() ?? '', to: to?.toISOString() ?? '' };
          const questions: [Partial<AuditFilter>, (event: StoredEvent) => boolean, string[]?][] = [
            [{ type: 'Often' }, ({ type }) => type === 'Often'],
            [{ type: 'Seldom', actor: one }, ({ type, actor }) => type === 'Seldom' && actor === one],
            [{ actor: other }, ({ actor }) => actor === other],
            [{}, ({ actor }) => [one, other].includes(actor), [one, other]],
            [{ hours: 'outside' }, isOutside],
            [{ hours: 'outside', actor: one }, (event) => isOutside(event) && event.actor === one],
            [{ hours: 'outside', type: 'Seldom' }, (event) => isOutside(event) && event.type === 'Seldom'],
            [{ type: 'Often', ...window }, (event) => event.type === 'Often' && isWithin(event)],
            [{ hours: 'outside', ...window }, (event) => isOutside(event) && isWithin(event)],
          ];
          for (const [filter, holds, actors] of questions)
            for (const order of ['asc', 'desc'] as const) {
              const expected = events.filter(holds).map(({ position }) => position);
              expected.sort((a, b) => (order === 'asc' ? a - b : b - a));
              expect([filter, await ask(office, { ...filter, order }, actors)]).toEqual([filter, expected]);
            }
        };
        await check([8, 17]);
        await keepOfficeHours(pool, days(7, 18));
        await check([7, 18]);
      },
    ),
    { numRuns: HISTORIES, endOnFailure: true, seed: Number(process.env.SEED ?? 20261127) },
  );
}, 600_000);
