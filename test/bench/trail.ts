import type { EventRow } from '#event-store';
import { AuditFilter, auditPage } from '#ledger';
import type pg from 'pg';
import { join } from 'node:path';
import { openRuntime, readableTrail, type Runtime } from '../../apps/runtime/src/index.js';
import { percentile, withClient, withPostgres } from './support.js';
import { fillTrail, RARE } from './trail-of-years.js';

const seedsDir = join(import.meta.dirname, '../../../seeds');
const TIMES = 40;

/**
 * How long questions to a trail of so many events take, 95th percentile in milliseconds: for what is frequent, for what
 * came three times, long ago, and for what never was.
 */
export const benchTrail = (events: number) =>
  withPostgres(async (databaseUrl) => {
    const runtime = await openRuntime({ databaseUrl, seedsDir });
    await withClient(databaseUrl, (client) => fillTrail(client, runtime.office, events));
    const figures: Record<string, number> = { events };
    for (const [name, filters] of Object.entries(await questions(runtime.pool)))
      figures[name] = await p95(runtime, filters, EXTRAS[name]);
    await runtime.close();
    return figures;
  });

/** By the name of its filter: the same question about what is frequent and what is rare. */
async function questions(pool: pg.Pool): Promise<Record<string, Partial<AuditFilter>[]>> {
  const never = '00000000-0000-7000-8000-ffffffffffff';
  const { rows } = await pool.query<{ subject: string; chain: string; actor: string }>(
    `select subject, correlation_id as chain, (select actor from event where actor not like 'worker:%' limit 1) as actor
     from event where correlation_id is not null limit 1`,
  );
  const frequent = rows[0];
  if (!frequent) throw new Error('The trail is empty');
  return {
    all: [{}],
    type: [{ type: 'StepAccepted' }, { type: RARE.type }, { type: 'NeverWas' }],
    actor: [{ actor: frequent.actor }, { actor: RARE.actor }, { actor: never }],
    subject: [{ subject: frequent.subject }, { subject: RARE.subject }, { subject: never }],
    window: [
      { from: '2020-03-02T08:00:00+07:00', to: '2020-03-02T09:00:00+07:00' },
      { from: '2018-01-01T00:00:00+07:00', to: '2019-01-01T00:00:00+07:00' },
      { to: '2016-02-01T00:00:00+07:00', type: RARE.type },
      { from: '2020-03-02T08:00:00+07:00', to: '2020-03-02T08:00:01+07:00' },
    ],
    outsideHours: [
      { hours: 'outside' },
      { hours: 'outside', actor: RARE.actor },
      { hours: 'outside', type: RARE.type },
      { hours: 'outside', actor: never },
    ],
    unsealed: [{ sealed: 'no' }, { sealed: 'no', type: 'NeverWas' }],
    correlation: [{ correlation: frequent.chain }, { correlation: RARE.correlation }, { correlation: never }],
    inSentences: [{ actor: 'worker:deadlines' }],
    delegation: [{ onBehalfOf: RARE.actor }, { delegation: RARE.correlation }, { delegation: never }],
    sealPlaces: [{}],
  };
}

/** What is asked beside the page itself: each entry's place in the ledger, or what it says and why. */
const EXTRAS: Record<string, (runtime: Runtime, rows: EventRow[]) => Promise<unknown>> = {
  sealPlaces: ({ ledger, office }, rows) =>
    ledger.placesOf(
      office,
      rows.map(({ position }) => position),
    ),
  inSentences: async (runtime, rows) => {
    const { sentence } = await readableTrail(runtime, runtime.office, rows, 'vi');
    return rows.map(sentence);
  },
};

async function p95(
  runtime: Runtime,
  filters: Partial<AuditFilter>[],
  extra: (runtime: Runtime, rows: EventRow[]) => Promise<unknown> = () => Promise.resolve(),
): Promise<number> {
  const took: number[] = [];
  for (const filter of filters)
    for (const order of ['desc', 'asc'] as const)
      for (let n = 0; n < TIMES; n += 1) {
        const request = Object.assign(new AuditFilter(), { order }, filter);
        const before = performance.now();
        const { rows } = await auditPage(runtime.pool, runtime.office, request);
        await extra(runtime, rows);
        took.push(performance.now() - before);
      }
  return percentile(took, 95);
}
