import { rebuild } from '#projection';
import type pg from 'pg';
import { join } from 'node:path';
import { foundDemoOffice, openRuntime, projections } from '../../apps/runtime/src/index.js';
import { round, withClient, withPostgres } from './support.js';

const TASKS = 2_000;
const seedsDir = join(import.meta.dirname, '../../../seeds');

/** Catch-up of the task list and rebuild of every read model over a log of `events` progress reports. */
export const benchProjection = (events: number) =>
  withPostgres(async (databaseUrl) => {
    const runtime = await openRuntime({ databaseUrl, seedsDir });
    await foundDemoOffice(runtime, seedsDir, undefined);
    await withClient(databaseUrl, (client) => fillProgressReports(client, runtime.office, events));
    const began = performance.now();
    let applied = 0;
    for (const projection of projections)
      applied += await runtime.projector.catchUp(projection, runtime.office);
    const perSecond = Math.round(applied / ((performance.now() - began) / 1_000));
    const again = performance.now();
    for (const projection of projections) await rebuild(runtime.pool, runtime.projector, projection);
    const rebuildSeconds = round((performance.now() - again) / 1_000);
    await runtime.close();
    return { perSecond, rebuildSeconds, events };
  });

/** `events` progress reports on tasks of an office, as if they had been appended. */
export async function fillProgressReports(client: pg.Client, office: string, events: number): Promise<void> {
  await client.query(fill, [office, TASKS, 'TaskAssigned', JSON.stringify(assigned), 1, 0]);
  const each = events / TASKS;
  for (let from = 0; from < each; from += 50)
    await client.query(fill, [
      office,
      TASKS,
      'TaskProgressReported',
      JSON.stringify(report),
      Math.min(50, each - from),
      1 + from,
    ]);
  await client.query('analyze event');
}

const report = { percent: 40, text: 'Đã rà soát mười hai văn bản của HĐND và UBND xã.', evidence: null };
const assigned = {
  planId: '00000000-0000-4000-8000-000000000001',
  year: 2025,
  number: 'I.1',
  area: 'I',
  title: 'Rà soát văn bản',
  deliverables: [],
  coImplementers: [],
  coordinators: [],
  obligations: [],
  occurrences: [],
  agenda: [],
  lead: { unitId: '00000000-0000-4000-8000-000000000002', postId: '00000000-0000-4000-8000-000000000003' },
};

/** $5 events after version $6 on each of $2 streams; the number of the task is made unique. */
const fill = `
  insert into event (office, event_id, kind, subject, version, type, schema_version, recorded_at, actor, command_id, ordinal, meta, data)
  select $1, gen_random_uuid(), 'task', ('00000000-0000-4000-9000-' || lpad(to_hex(s), 12, '0'))::uuid, $6::int + v, $3, 1,
         '2025-01-02'::timestamptz + ($6::int + v) * interval '12 hours', 'bench', gen_random_uuid(), 0, '{}',
         case when $3 = 'TaskAssigned' then jsonb_set($4::jsonb, '{number}', to_jsonb('I.' || s)) else $4::jsonb end
  from generate_series(1, $5::int) v, generate_series(1, $2::int) s order by v, s`;
