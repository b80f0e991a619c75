import { EventStore, eventStoreMigrations } from '#event-store';
import { derivedId, inOffice, newId } from '#kernel';
import { Parked, parkedMigrations } from '#parked';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  Projector,
  ReadTogether,
  followOffice,
  projectionMigrations,
  rebuild,
  standings,
  type Projection,
} from './index.js';

const OFFICE = 'xa-thu';
let database: TestDatabase;
let pool: Pool;
let store: EventStore;
let parked: Parked;
let projector: Projector;
let together: ReadTogether;
/** The largest number that the read model below can hold; a mended one holds more. */
let most = 1_000;

/** What was said of each subject, in order: `1,2,3`. */
const spoken: Projection = {
  name: 'spoken',
  version: 1,
  ddl: `create table spoken (office text, subject uuid, said text not null, n int not null, primary key (office, subject));
        create unique index said_once on spoken (office, said) where said like 'unique%'`,
  async apply(db, events) {
    for (const { office, subject, data } of events) {
      if (Number(data.n) > most && Number(data.n) < 2 ** 31)
        throw new TypeError(`${String(data.n)} is too much`);
      await db.query(
        `insert into spoken values ($1, $2, $3, $4) on conflict (office, subject)
         do update set said = spoken.said || ',' || excluded.said, n = excluded.n`,
        [office, subject, String(data.say ?? data.n), data.n],
      );
    }
  },
};

const versions = new Map<string, number>();
const say = async (thing: string, ...data: object[]) => {
  const subject = derivedId('thing', thing);
  const expectedVersion = versions.get(subject) ?? 0;
  await store.append({
    office: OFFICE,
    kind: 'thing',
    subject,
    expectedVersion,
    commandId: newId(),
    digest: '',
    recordedAt: new Date(),
    attribution: { actor: 't' },
    events: data.map((one) => ({ type: 'Said', data: one })),
  });
  versions.set(subject, expectedVersion + data.length);
};
const said = async (...things: string[]) => {
  const { rows } = await pool.query<{ subject: string; said: string }>(
    'select subject, said from rm_spoken.spoken',
  );
  return things.map((thing) => rows.find(({ subject }) => subject === derivedId('thing', thing))?.said);
};
const aside = async () =>
  (await inOffice(OFFICE, () => parked.list(OFFICE)))
    .map(({ worker, subject, what, error }) => ({ worker, subject, what: what.replace(/\d+/, 'n'), error }))
    .toSorted((a, b) => (a.worker + a.error).localeCompare(b.worker + b.error));
/** Other databases of the server may hold the horizon back for a moment: then a reader stops short and goes on later. */
async function caughtUp(): Promise<void> {
  do await projector.catchUp(spoken, OFFICE);
  while ((await standings(pool)).some(({ behind }) => behind > 0));
}

const retryNow = () => parked.retry(OFFICE);

beforeEach(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...projectionMigrations, ...parkedMigrations]);
  pool = database.pool();
  store = new EventStore(pool);
  parked = new Parked(pool);
  projector = new Projector(pool, store, parked, 8);
  together = new ReadTogether(pool, store, projector);
  await followOffice(pool, OFFICE);
  await projector.install([spoken], [OFFICE]);
  versions.clear();
  most = 1_000;
});
afterEach(() => database.close());

describe('a read model', () => {
  it('sets aside the subjects it can’t hold, in sight, and goes on with all others', async () => {
    await say('a', { n: 1 });
    await say('too much', { n: 1 }, { n: 3_000_000_000 }, { n: 2 });
    await say('b', { n: 1 });
    await say('broken', { n: 5_000 });
    for (let n = 2; n < 20; n += 1) await say('a', { n });
    await say('too much', { n: 3 });
    await caughtUp();
    expect(await said('a', 'b', 'too much', 'broken')).toEqual([
      Array.from({ length: 19 }, (_, i) => i + 1).join(','),
      '1',
      '1',
      undefined,
    ]);
    expect(await aside()).toEqual([
      {
        worker: 'read/spoken',
        subject: derivedId('thing', 'broken'),
        what: 'Said #n',
        error: '5000 is too much',
      },
      {
        worker: 'read/spoken',
        subject: derivedId('thing', 'too much'),
        what: 'Said #n',
        error: 'value "3000000000" is out of range for type integer',
      },
    ]);
    expect(await standings(pool)).toMatchObject([{ behind: 0, stoppedAt: null, error: null }]);
  });

  it('sets aside what the database refuses in the presence of others: a value that is there already', async () => {
    await say('first', { n: 1, say: 'unique' });
    await say('second', { n: 1, say: 'unique' });
    await say('third', { n: 1, say: 'x' });
    await caughtUp();
    expect(await said('first', 'second', 'third')).toEqual(['unique', undefined, 'x']);
    expect(await aside()).toMatchObject([{ subject: derivedId('thing', 'second') }]);
  });

  it('what comes later for a subject waits behind, and is taken in in order once that can be', async () => {
    await say('a', { n: 1 }, { n: 2_000 }, { n: 3 });
    await caughtUp();
    await say('a', { n: 4 });
    await say('b', { n: 1 });
    await together.run(OFFICE, { projections: [spoken], reactions: [] });
    expect(await said('a', 'b')).toEqual(['1', '1']);

    await retryNow();
    await together.run(OFFICE, { projections: [spoken], reactions: [] });
    expect(await said('a')).toEqual(['1']);
    expect(await parked.list(OFFICE)).toMatchObject([{ attempts: 2 }]);

    most = 10_000;
    expect(await parked.due()).toEqual([]);
    await retryNow();
    expect(await parked.due()).toEqual([{ office: OFFICE, worker: 'read/spoken' }]);
    await say('a', { n: 5 });
    await Promise.all([1, 2, 3].map(() => together.run(OFFICE, { projections: [spoken], reactions: [] })));
    await together.run(OFFICE, { projections: [spoken], reactions: [] });
    expect(await said('a')).toEqual(['1,2000,3,4,5']);
    expect(await parked.list(OFFICE)).toEqual([]);
    expect((await pool.query('select from set_aside')).rowCount).toBe(0);
  });

  it('what can be taken in before the next event that can’t stays taken in', async () => {
    await say('a', { n: 2_000 }, { n: 1 }, { n: 3_000_000_000 }, { n: 2 });
    await caughtUp();
    most = 10_000;
    await retryNow();
    expect(await projector.mend(spoken, OFFICE)).toBe(0);
    expect(await said('a')).toEqual(['2000,1']);
    expect(await parked.list(OFFICE)).toMatchObject([{ what: 'Said #3', attempts: 2 }]);
  });

  it('a rebuild does the same and does not stop; what the new one can hold is whole again', async () => {
    await say('a', { n: 1 });
    await say('too much', { n: 3_000_000_000 });
    await say('broken', { n: 2_000 }, { n: 1 });
    await say('b', { n: 1 });
    await caughtUp();
    expect(await parked.list(OFFICE)).toHaveLength(2);
    most = 10_000;
    const last = say('c', { n: 3_000_000_000 });
    await rebuild(pool, projector, spoken);
    await last;
    await caughtUp();
    expect(await said('a', 'b', 'broken', 'too much', 'c')).toEqual([
      '1',
      '1',
      '2000,1',
      undefined,
      undefined,
    ]);
    expect((await aside()).map(({ worker }) => worker)).toEqual(['read/spoken', 'read/spoken']);
  });

  it('what is the whole’s fault sets nothing aside: it stands in sight and goes on when that is mended', async () => {
    await say('a', { n: 1 });
    await pool.query('alter table rm_spoken.spoken rename to gone');
    await expect(projector.catchUp(spoken, OFFICE)).rejects.toThrow('does not exist');
    expect(await parked.list(OFFICE)).toEqual([]);
    expect(await standings(pool)).toMatchObject([
      { behind: 1, stoppedAt: 1, error: 'relation "spoken" does not exist' },
    ]);
    await pool.query('alter table rm_spoken.gone rename to spoken');
    await caughtUp();
    expect(await said('a')).toEqual(['1']);
    expect(await standings(pool)).toMatchObject([{ behind: 0, stoppedAt: null, error: null }]);
  });
});
