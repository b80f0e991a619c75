import { LOG_START, type LogPosition, type RecordedEvent, type StoredEvent } from '#event-store';
import { inOffice } from '#kernel';
import type { Vault } from '#vault';
import {
  DEMO_OFFICE,
  DEMO_START,
  foundDemoOffice,
  migrate,
  openRuntime,
  openVault,
  type Runtime,
} from '../../../runtime/src/index.js';
import { onScratchDatabase } from '../on-server.js';
import { withDatabase } from '../with-runtime.js';
import { liveIn } from './live-in.js';
import { recordingIn, writeRecording, type KeptFacts } from './recording.js';

const AT_ONCE = 10_000;

/** Lives the demonstration office's first months once, in a database of its own, and writes them down for every first start. */
export async function recordLivedIn(): Promise<void> {
  await withDatabase(async (serverUrl, settings) => {
    await onScratchDatabase(serverUrl, 'recorded', async (databaseUrl) => {
      await migrate(databaseUrl);
      const runtime = await openRuntime({ databaseUrl, seedsDir: settings.seedsDir });
      try {
        await runtime.clock.startAt(DEMO_START, false);
        const keys = await openVault(runtime, settings);
        const people = await foundDemoOffice(runtime, settings.seedsDir, undefined);
        await liveIn(runtime, keys, people);
        const recording = { events: await eventsOf(runtime), kept: await keptIn(runtime, keys.vault) };
        const path = recordingIn(settings.seedsDir);
        const size = await writeRecording(path, recording);
        process.stdout.write(`${path}: ${recording.events.length} events, ${Math.round(size / 1_000)} kB\n`);
      } finally {
        await runtime.close();
      }
    });
  });
}

async function eventsOf({ store }: Runtime): Promise<RecordedEvent[]> {
  const all: StoredEvent[] = [];
  for (let at: LogPosition = LOG_START; ;) {
    const events = await store.readAll(DEMO_OFFICE, at, AT_ONCE);
    all.push(...events);
    const last = events.at(-1);
    if (!last) break;
    at = last;
  }
  const acts = new Map<string, number>();
  return all.map(({ office: _o, position: _p, transactionId: _t, salt: _s, recordedAt, ...event }) => {
    const ordinal = acts.get(event.commandId) ?? 0;
    acts.set(event.commandId, ordinal + 1);
    return { ...event, ordinal, recordedAt: recordedAt.toISOString() };
  });
}

interface Row {
  personId: string;
  actId: string;
  version: number;
  names: string[];
  commitment: string | null;
  versions: number;
}

/** What the vault holds, by act; throws where it holds something that a recording has no place for. */
async function keptIn({ pool, clock }: Runtime, vault: Vault): Promise<KeptFacts[]> {
  const { rows, other } = await inOffice(DEMO_OFFICE, async () => {
    const facts = await pool.query<Row>(
      `select f.person_id as "personId", f.act as "actId", f.version, array_agg(f.name order by f.name) as names,
              (select jsonb_path_query_first(e.data, '$.**.commitment') #>> '{}' from event e
               where e.office = $1 and e.command_id = f.act and e.data::text like '%commitment%'
               order by e.ordinal limit 1) as commitment,
              count(*) over (partition by f.person_id)::int as versions
       from vault.fact f where f.office = $1 group by f.person_id, f.act, f.version order by f.person_id`,
      [DEMO_OFFICE],
    );
    const beside = await pool.query<{ n: number }>(
      `select ((select count(*) from vault.file) + (select count(*) from vault.reading) +
               (select count(*) from vault.person where retained_until is not null or wrapped_key is null))::int as n`,
    );
    return { rows: facts.rows, other: beside.rows[0]?.n ?? 0 };
  });
  if (other > 0)
    throw new Error('the vault holds files, readings, retentions or erasures: none are recorded');
  const reader = { reader: 'worker:recording', purpose: 'recording', at: clock.now() };
  return Promise.all(
    rows.map(async ({ personId, actId, version, names, commitment, versions }) => {
      if (versions > 1)
        throw new Error(`${personId} was written of by several acts: none but one is recorded`);
      if (commitment === null) throw new Error(`the act ${actId} commits to nothing`);
      const facts = await vault.read(DEMO_OFFICE, personId, names, reader);
      return { actId, personId, version, facts, commitment };
    }),
  );
}
