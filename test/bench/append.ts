import { EventStore } from '#event-store';
import { newId } from '#kernel';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { hammer, round, withPostgres } from './support.js';

const CLIENTS = 32;
const SECONDS = 5;
const data = {
  percent: 40,
  text: 'Đã rà soát mười hai văn bản quy phạm pháp luật của HĐND và UBND xã.',
  evidence: null,
};

/** Durable appends at 32 clients, against single-row INSERTs into a table of the same shape and Emmett's store: each client its stream. */
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
    const streams = Array.from({ length: CLIENTS }, newId);
    const emmettStreams = Array.from({ length: CLIENTS }, newId);
    const ours = () =>
      hammer(CLIENTS, SECONDS, (client, n) => {
        const id = newId();
        return store.append({
          office: 'o',
          kind: 'task',
          subject: streams[client] ?? '',
          expectedVersion: n,
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
    await theirs().catch(() => undefined); // creates its tables
    const [bareRun, oursRun, theirsRun] = [await bare(), await ours(), await theirs()];
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
