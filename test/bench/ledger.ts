import { EventStore } from '#event-store';
import { newId } from '#kernel';
import {
  LOG_KEY,
  PublishedLedger,
  Sealer,
  TILE_WIDTH,
  exportLedger,
  grow,
  newSignerKey,
  sha256,
  type RightEdge,
} from '#ledger';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  DEMO_OFFICE,
  forkWorker,
  ledgerKey,
  openRuntime,
  readSettings,
} from '../../apps/runtime/src/index.js';
import { fillProgressReports } from './projection.js';
import { peakMegabytes, percentile, round, withClient, withPostgres } from './support.js';

const seedsDir = join(import.meta.dirname, '../../../seeds');
const OFFICE = 'bench';

/** Sealing, storage, proofs, offline verification, and how soon an event is under a signed checkpoint. */
export async function benchLedger(events: number, leaves: number) {
  const sealed = await withPostgres((url) => benchSealing(url, events));
  const proof = await withPostgres((url) => benchProof(url, leaves));
  const latency = await withPostgres(benchLatency);
  return { ...sealed, ...proof, ...latency };
}

async function benchSealing(url: string, events: number) {
  const pool = poolOf(url);
  await withClient(url, (client) => fillProgressReports(client, OFFICE, events));
  const key = newSignerKey('bench.example.com/ledger', LOG_KEY);
  const cpu = process.cpuUsage();
  const began = performance.now();
  await new Sealer(pool, () => key).sealAll(OFFICE);
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const size = async (what: string) =>
    Number(
      (
        await pool.query<{
          n: string;
        }>(`select sum(pg_total_relation_size(c.oid)) as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${what} and c.relkind = 'r'`)
      ).rows[0]?.n,
    );
  const storageShare =
    (await size(`n.nspname = 'ledger'`)) / (await size(`n.nspname = 'public' and c.relname = 'event'`));
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-bench-'));
  try {
    await exportLedger(new PublishedLedger(pool), OFFICE, join(folder, OFFICE));
    const verify = await timeVerification(folder, key.verifier.text);
    return {
      sealedPerSecond: Math.round(events / seconds),
      sealerCores: round((user + system) / 1e6 / seconds),
      storageShare: round(storageShare),
      ...verify,
    };
  } finally {
    await pool.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Idle connections may outlive the measurement's server by a moment. */
function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  return pool;
}

/** The verifier in a process of its own, as `npm run mb -- verify` runs it: with few spare pages. */
async function timeVerification(folder: string, key: string) {
  const began = performance.now();
  const main = join(import.meta.dirname, '../../apps/cli/src/main.js');
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=4', main, 'verify', folder, '--key', key, '--json'],
    {
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  );
  let megabytes = 0;
  const watch = setInterval(
    () =>
      void peakMegabytes(child.pid)
        .then((mb) => (megabytes = Math.max(megabytes, mb)))
        .catch(() => undefined),
    200,
  );
  const [status] = (await once(child, 'exit')) as [number];
  clearInterval(watch);
  return {
    verifySeconds: round((performance.now() - began) / 1_000),
    verifyMegabytes: megabytes,
    verifyStatus: status,
  };
}

/** Inclusion proofs from a tree of `leaves`, read from its tiles in PostgreSQL. */
async function benchProof(url: string, leaves: number) {
  const pool = poolOf(url);
  const step = TILE_WIDTH * 400;
  let edge: RightEdge = [];
  for (let size = 0; size < leaves; size += step) {
    const count = Math.min(step, leaves - size);
    const added = Array.from({ length: count }, (_, n) => sha256(Buffer.from(String(size + n))));
    const { tiles, edge: next } = grow(edge, size, added);
    edge = next;
    await pool.query(
      `insert into ledger.tile (office, level, number, hashes) select $1, * from unnest($2::smallint[], $3::bigint[], $4::bytea[])
       on conflict (office, level, number) do update set hashes = excluded.hashes`,
      [OFFICE, tiles.map((t) => t.level), tiles.map((t) => t.number), tiles.map((t) => t.hashes)],
    );
  }
  const ledger = new PublishedLedger(pool);
  const times: number[] = [];
  for (let n = 0; n < 500; n += 1) {
    const began = performance.now();
    await ledger.tree(OFFICE, leaves).inclusion(Math.floor(Math.random() * leaves));
    times.push(performance.now() - began);
  }
  await pool.end();
  return { proofLeaves: leaves, proofP50Ms: percentile(times, 50), proofP99Ms: percentile(times, 99) };
}

/** From an append's answer until its event is under a signed checkpoint, under 1,000 events a second. */
async function benchLatency(databaseUrl: string) {
  const runtime = await openRuntime({ databaseUrl, seedsDir });
  await ledgerKey(readSettings(), DEMO_OFFICE);
  await withClient(databaseUrl, (client) =>
    client.query('insert into followed_office values ($1)', [DEMO_OFFICE]),
  );
  const worker = forkWorker(databaseUrl);
  await once(worker, 'message');
  const store = new EventStore(runtime.pool);
  const answered: number[] = [];
  const seen: { size: number; at: number }[] = [];
  let over = false;
  const watching = (async () => {
    while (!over) {
      const { rows } = await runtime.pool.query<{ size: string }>(
        'select size from ledger.head where office = $1',
        [DEMO_OFFICE],
      );
      seen.push({ size: Number(rows[0]?.size ?? 0), at: performance.now() });
      await sleep(5);
    }
  })();
  const TOTAL = 10_000;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: TOTAL }, async (_, n) => {
      await sleep(Math.max(0, began + n - performance.now()));
      const id = newId();
      await store.append({
        office: DEMO_OFFICE,
        kind: 'bench',
        subject: newId(),
        expectedVersion: 0,
        commandId: id,
        digest: id,
        recordedAt: new Date(),
        attribution: { actor: id },
        events: [{ type: 'TaskUrged', data: { text: 'Đôn đốc' } }],
      });
      answered.push(performance.now());
    }),
  );
  const reached = () => seen.at(-1)?.size ?? 0;
  for (let i = 0; i < 2_000 && reached() < TOTAL; i += 1) await sleep(5);
  over = true;
  await watching;
  worker.kill('SIGTERM');
  await once(worker, 'exit');
  await runtime.close();
  const waits = answered.map((at, n) => (seen.find(({ size }) => size > n)?.at ?? Infinity) - at);
  return { sealP99Ms: percentile(waits, 99), sealedOf: `${reached()}/${TOTAL}` };
}
