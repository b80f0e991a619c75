import { EventStore } from '#event-store';
import { newId } from '#kernel';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { hammer, round, withPostgres } from './support.js';

const CLIENTS = 32;
const ROUNDS = 7;
const SECONDS = 1.5;
const data = {
  percent: 40,
  text: 'Đã rà soát mười hai văn bản quy phạm pháp luật của HĐND và UBND xã.',
  evidence: null,
};

/**
 * Durable appends at 32 clients, each on its own stream, against single-row INSERTs into a table of the same shape
 * and against Emmett's store: in turn, once to warm up and then seven rounds, of which the middle one counts.
 */
export const benchAppend = () =>
  withPostgres(async (url) => {
    const pool = new pg.Pool({ connectionString: url, max: CLIENTS });
    pool.on('error', () => undefined);
    await pool.query('create table bare (like event including all)');
    const bare = () =>
      hammer(CLIENTS, SECONDS, () =>
        pool.query({
          name: 'bare',
          text: `insert into bare (office, event_id, kind, subject, version, type, schema_version, recorded_at, actor, command_id, ordinal, meta, data)
                 values ('o', $1::uuid, 'task', $2, 1, 'TaskProgressReported', 1, now(), $1::uuid::text, $3, 0, '{}', $4)`,
          values: [newId(), newId(), newId(), data],
        }),
      );
    const store = new EventStore(pool);
    const streams = Array.from({ length: CLIENTS }, () => ({ id: newId(), version: 0 }));
    const emmettStreams = Array.from({ length: CLIENTS }, newId);
    const ours = () =>
      hammer(CLIENTS, SECONDS, (client) => {
        const id = newId();
        const stream = streams[client]!;
        return store.append({
          office: 'o',
          kind: 'task',
          subject: stream.id,
          expectedVersion: stream.version++,
          commandId: id,
          digest: id,
          recordedAt: new Date(),
          attribution: { actor: id },
          events: [{ type: 'TaskProgressReported', data }],
        });
      });
    const emmett = getPostgreSQLEventStore(url);
    const theirs = () =>
      hammer(CLIENTS, SECONDS, (client) =>
        emmett.appendToStream(emmettStreams[client] ?? '', [{ type: 'TaskProgressReported', data }]),
      );
    const contenders = { bare, ours, theirs };
    const runs: Record<keyof typeof contenders, Measured[]> = { bare: [], ours: [], theirs: [] };
    for (const contender of Object.values(contenders)) await contender().catch(() => undefined); // Emmett creates its tables
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of ['bare', 'ours', 'theirs'] as const) runs[name].push(await contenders[name]());
    const [bareRun, oursRun, theirsRun] = [middle(runs.bare), middle(runs.ours), middle(runs.theirs)];
    await emmett.close();
    await pool.end();
    await sleep(1_000); // Emmett’s pool closes after it says so
    return {
      ...oursRun,
      ratioToBareInsert: round(oursRun.perSecond / bareRun.perSecond),
      ratioToEmmett: round(oursRun.perSecond / theirsRun.perSecond),
      barePerSecond: bareRun.perSecond,
      emmettPerSecond: theirsRun.perSecond,
    };
  });

type Measured = Awaited<ReturnType<typeof hammer>>;

const middle = (runs: Measured[]): Measured =>
  runs.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)]!;
