import type { EventStore } from '#event-store';
import { derivedId } from '#kernel';
import { standings } from '#projection';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { foundDemoOffice, forkWorker, openRuntime, type Runtime } from '../../apps/runtime/src/index.js';
import { peakMegabytes, round, withClient, withPostgres } from './support.js';

const seedsDir = join(import.meta.dirname, '../../../seeds');
const DUE = '2025-03-31T10:00:00.000Z';

/** `open` occurrences of which `due` fall due at one instant: how long until a worker of its own has recorded each. */
export const benchDeadlines = (open: number, due: number) =>
  withPostgres(async (databaseUrl) => {
    const runtime = await openRuntime({ databaseUrl, seedsDir });
    await runtime.clock.startAt(new Date('2025-01-02T01:00:00Z'), false);
    await foundDemoOffice(runtime, seedsDir, undefined);
    await assignTasks(runtime.store, runtime.office, due);
    const worker = forkWorker(databaseUrl);
    await once(worker, 'message');
    while ((await standings(runtime.pool)).some(({ behind }) => behind > 0)) await sleep(100);
    await withClient(databaseUrl, async (client) => {
      await client.query(
        `insert into rm_agenda.occurrence (office, subject, occurrence_id, due, wake_at, alarms, cause, correlation)
         select $1, gen_random_uuid(), gen_random_uuid(), d, d, jsonb_build_array(jsonb_build_object('at', d, 'step', 'miss')),
                gen_random_uuid(), gen_random_uuid()
         from (select '2025-06-01'::timestamptz + n * interval '10 seconds' as d from generate_series(1, $2::int) n) x`,
        [runtime.office, open - due],
      );
      await client.query('delete from rm_agenda.occurrence where due < $1', [DUE]);
      await client.query('analyze rm_agenda.occurrence');
    });
    await sleep(2_000);
    const began = performance.now();
    await runtime.clock.moveTo(new Date(DUE));
    while ((await missed(runtime)).n < due && performance.now() - began < 60_000) await sleep(10);
    const seconds = round((performance.now() - began) / 1_000);
    await sleep(2_000); // whatever would be recorded twice
    const { n: recorded, streams } = await missed(runtime);
    const megabytes = await peakMegabytes(worker.pid);
    worker.kill('SIGTERM');
    await once(worker, 'exit');
    await runtime.close();
    return { open, due, seconds, recorded, once: recorded === streams, workerPeakMegabytes: megabytes };
  });

async function missed({ pool }: Runtime): Promise<{ n: number; streams: number }> {
  const { rows } = await pool.query<{ n: number; streams: number }>(
    `select count(*)::int as n, count(distinct subject)::int as streams from event
     where type = 'DeadlineMissed' and data ->> 'label' = 'bench'`,
  );
  return rows[0] ?? { n: 0, streams: 0 };
}

async function assignTasks(store: EventStore, office: string, count: number): Promise<void> {
  const postId = derivedId(office, 'post', 'justice');
  const unitId = derivedId(office, 'unit', 'Công chức Tư pháp - Hộ tịch');
  const obligation = {
    obligationId: derivedId('bench'),
    label: 'bench',
    phrase: 'Quý I/2025',
    schedule: { kind: 'oneOff', day: '2025-03-31', strictlyBefore: false },
  };
  await Promise.all(
    Array.from({ length: count }, (_, n) => {
      const subject = derivedId('bench', n);
      const occurrenceId = derivedId(subject, 'occurrence');
      const occurrence = {
        occurrenceId,
        obligationId: obligation.obligationId,
        key: '2025',
        due: DUE,
        review: false,
      };
      const agenda = [{ occurrenceId, due: DUE, alarms: [{ at: DUE, step: 'miss' }] }];
      const facts = {
        planId: derivedId('bench-plan'),
        year: 2025,
        number: `I.${n + 100}`,
        area: 'I',
        title: 'Đo',
        deliverables: [],
        coImplementers: [],
        coordinators: [],
        obligations: [obligation],
      };
      return store.append({
        office,
        kind: 'task',
        subject,
        expectedVersion: 0,
        commandId: subject,
        digest: '',
        recordedAt: new Date('2025-01-02T01:00:00Z'),
        attribution: { actor: 'bench' },
        events: [
          {
            type: 'TaskAssigned',
            data: { ...facts, lead: { unitId, postId }, occurrences: [occurrence], agenda },
          },
        ],
      });
    }),
  );
}
