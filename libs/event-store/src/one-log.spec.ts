import { inOffice, newId } from '#kernel';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { EventStore, type AppendRequest } from './index.js';

let database: TestDatabase;
let store: EventStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new EventStore(database.pool('xa-1'));
});
afterAll(() => database.close());

/** Streams whose acts go into one group, whichever offices they are of. */
const inOneLane = () => `${newId().slice(0, -2)}00`;
const request = (office: string): AppendRequest => ({
  office,
  kind: 'thing',
  subject: inOneLane(),
  expectedVersion: 0,
  commandId: newId(),
  digest: 'same',
  recordedAt: new Date('2025-01-02T08:00:00+07:00'),
  attribution: { actor: 'tester' },
  events: [{ type: 'Opened', data: {} }],
});
const append = (one: AppendRequest) => inOffice(one.office, () => store.append(one));

it('R35: a repetition is known in its own office, though another office’s act began the group', async () => {
  const known = request('xa-2');
  const first = await append(known);
  await store.idle(); // else the other office's act would go on in the office that began the group before
  const [, again] = await Promise.all([append(request('xa-1')), append({ ...known, expectedVersion: 1 })]);
  expect(again).toEqual({ ...first, repeated: true, written: 0 });
});

it('one event of a long stream is read, not the stream', async () => {
  const long = request('xa-1');
  await append({ ...long, events: Array.from({ length: 300 }, () => ({ type: 'Dealt', data: {} })) });
  const client = await database.pool('xa-1').connect();
  await client.query('begin');
  const [event] = await store.reader.readVersion(client, 'xa-1', long.subject, 250);
  const { rows } = await client.query<{ fetched: number }>(
    `select (seq_tup_read + idx_tup_fetch)::int as fetched from pg_stat_xact_user_tables where relname = 'event'`,
  );
  await client.query('rollback');
  client.release();
  expect([event?.version, rows]).toEqual([250, [{ fetched: 1 }]]);
});
