import { inOffice, newId } from '#kernel';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  CommandIdReused,
  EventStore,
  LOG_START,
  VersionConflict,
  type AppendRequest,
  type StoredEvent,
} from './index.js';

const OFFICE = 'xa-thu';
let database: TestDatabase;
let pool: Pool;
let store: EventStore;

beforeAll(async () => {
  database = await freshDatabase();
  pool = database.pool();
  store = new EventStore(pool);
});
afterAll(() => database.close());

const request = (
  subject: string,
  expectedVersion: number,
  types: string[],
  commandId = newId(),
): AppendRequest => ({
  office: OFFICE,
  kind: 'thing',
  subject,
  expectedVersion,
  commandId,
  digest: types.join(),
  recordedAt: new Date('2025-01-02T08:00:00+07:00'),
  attribution: { actor: 'tester' },
  events: types.map((type) => ({ type, data: { type } })),
});

describe('append', () => {
  it('gives a command’s events consecutive versions', async () => {
    const subject = newId();
    expect(await store.append(request(subject, 0, ['Opened', 'Named']))).toMatchObject({
      version: 2,
      repeated: false,
    });
    expect((await store.readStream(OFFICE, subject)).map((e) => [e.version, e.type])).toEqual([
      [1, 'Opened'],
      [2, 'Named'],
    ]);
  });

  it('refuses an outdated expected version and one from the future', async () => {
    const subject = newId();
    await store.append(request(subject, 0, ['Opened']));
    await expect(store.append(request(subject, 0, ['Opened']))).rejects.toThrow(VersionConflict);
    await expect(store.append(request(subject, 7, ['Named']))).rejects.toThrow(VersionConflict);
    expect(await store.readStream(OFFICE, subject)).toHaveLength(1);
  });

  it('R35: the same command id gets the first answer, with another body a refusal', async () => {
    const subject = newId();
    const once = request(subject, 0, ['Opened']);
    const first = await store.append(once);
    expect(await store.append({ ...once, expectedVersion: 1 })).toEqual({
      ...first,
      repeated: true,
      written: 0,
    });
    await expect(store.append({ ...once, digest: 'other' })).rejects.toThrow(CommandIdReused);
    expect(await store.readStream(OFFICE, subject)).toHaveLength(1);
  });

  it('keeps neighbours in the group untouched by a conflict and by a bad event', async () => {
    const taken = newId();
    await store.append(request(taken, 0, ['Opened']));
    const bad = { ...request(newId(), 0, ['Bad']), events: [{ type: 'Bad', data: { text: 'a\u0000b' } }] };
    const good = Array.from({ length: 20 }, () => newId());
    const verdicts = await Promise.allSettled([
      ...good.slice(0, 10).map((subject) => store.append(request(subject, 0, ['Opened']))),
      store.append(request(taken, 0, ['Opened'])),
      store.append(bad),
      ...good.slice(10).map((subject) => store.append(request(subject, 0, ['Opened']))),
    ]);
    expect(verdicts.map((v) => v.status).filter((s) => s === 'rejected')).toHaveLength(2);
    expect(await store.readStreams(OFFICE, good)).toHaveLength(20);
  });

  it('two processes racing with different numbers of events never tear a command', async () => {
    const rival = new EventStore(database.pool());
    for (let round = 0; round < 40; round += 1) {
      const subject = newId();
      const verdicts = await Promise.allSettled([
        store.append(request(subject, 0, ['A'])),
        rival.append(request(subject, 0, ['B', 'B'])),
      ]);
      expect(verdicts.filter((v) => v.status === 'fulfilled')).toHaveLength(1);
      const types = (await store.readStream(OFFICE, subject)).map((e) => e.type).join('');
      expect(['A', 'BB']).toContain(types);
    }
  });

  it('fails what was decided on top of a failed act', async () => {
    const subject = newId();
    await store.append(request(subject, 0, ['Opened']));
    const lineage = { broken: false };
    const verdicts = await Promise.allSettled([
      store.append({ ...request(subject, 0, ['Lost']), lineage }),
      store.append({ ...request(subject, 1, ['OnTopOfLost']), lineage }),
    ]);
    expect(verdicts.every((v) => v.status === 'rejected')).toBe(true);
    expect(await store.readStream(OFFICE, subject)).toHaveLength(1);
  });
});

describe('the log is final', () => {
  it.each(['update event set actor = $$x$$', 'delete from event', 'truncate event'])(
    'even its owner may not: %s',
    async (sql) => {
      await expect(database.owner().query(sql)).rejects.toThrow(/append-only|referenced/);
    },
  );
  it.each(['update event set actor = $$x$$', 'delete from event', 'truncate event'])(
    'the service may not: %s',
    async (sql) => {
      await expect(pool.query(sql)).rejects.toThrow(/permission denied/);
    },
  );
  it('an append must be the first write of its transaction', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    await expect(client.query("select * from append_events('[]', 0)")).rejects.toThrow(/first write/);
    await client.query('rollback');
    client.release();
  });
});

describe('reading everything', () => {
  it('goes no further than what its snapshot shows: a writer that ends meanwhile is not passed by', async () => {
    const office = 'xa-cham';
    const slow = await database.owner().connect();
    await slow.query('begin');
    const opening = () => ({ ...request(newId(), 0, ['Opened']), office });
    await slow.query('select from append_events($1::json, 1)', [JSON.stringify([rowOf(opening())])]);
    await store.append(opening());
    const reader = await pool.connect();
    const read = () => inOffice(office, () => store.reader.readAll(reader, office, LOG_START, 50));
    await reader.query('begin isolation level repeatable read');
    await reader.query(`select set_config('minh_bach.office', $1, true), pg_current_snapshot()`, [office]);
    await slow.query('commit');
    slow.release();
    expect((await read()).events).toEqual([]);
    await reader.query('rollback');
    reader.release();
    expect(await inOffice(office, () => store.readAll(office, LOG_START, 50))).toHaveLength(2);
  });

  it('sees each event once, in order, promptly, with slow committers and a long stranger', async () => {
    const office = 'xa-doc';
    const stranger = await database.owner().connect();
    await stranger.query('create table if not exists unrelated (n int)');
    await stranger.query('begin');
    await stranger.query('insert into unrelated values (1)'); // holds a transaction id for the whole test

    const writers = Array.from({ length: 6 }, async (_, w) => {
      const own = w < 3 ? new EventStore(database.pool()) : undefined;
      for (let i = 0; i < 40; i += 1) {
        const one = { ...request(newId(), 0, ['Opened']), office };
        if (own) await own.append(one);
        else await slowAppend(one, (i % 5) * 3);
      }
    });
    const seen: StoredEvent[] = [];
    let done = false;
    const all = Promise.all(writers).then(() => (done = true));
    for (let quiet = 0; quiet < 3;) {
      const after = seen.at(-1) ?? LOG_START;
      const batch = await inOffice(office, () => store.readAll(office, after, 50));
      seen.push(...batch);
      quiet = done && batch.length === 0 ? quiet + 1 : 0;
    }
    await all;
    await stranger.query('rollback');
    stranger.release();
    expect(seen).toHaveLength(240);
    expect(new Set(seen.map((e) => e.eventId)).size).toBe(240);
  });

  async function slowAppend(one: AppendRequest, ms: number): Promise<void> {
    const client = await pool.connect();
    await client.query('begin');
    await client.query('select * from append_events($1::json, 1)', [JSON.stringify([rowOf(one)])]);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await client.query('commit');
    client.release();
  }
});

/** A first event as `append_events` takes it. */
const rowOf = ({ office, subject, commandId, recordedAt }: AppendRequest) => ({
  o: office,
  id: newId(),
  k: 'thing',
  s: subject,
  v: 1,
  t: 'Opened',
  sv: 1,
  at: recordedAt,
  a: 't',
  c: commandId,
  n: 0,
  m: {},
  d: {},
  ch: false,
});
