import { EventStore, LOG_START, eventStoreMigrations } from '#event-store';
import { inOffice, newId } from '#kernel';
import { Parked, parkedMigrations } from '#parked';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  Projector,
  ReadTogether,
  followOffice,
  forgetRead,
  markUnbegun,
  projectionMigrations,
  unreadOffices,
  type Projection,
  type Readers,
} from './index.js';

const [ONE, TWO, THREE] = ['xa-mot', 'xa-hai', 'xa-ba'] as const;
const nothing = (name: string): Projection => ({
  name,
  version: 1,
  ddl: `create table ${name} (office text)`,
  apply: async () => undefined,
});
const readers: Readers = { projections: [nothing('first'), nothing('second')], reactions: [] };

let database: TestDatabase;
let pool: Pool;
let store: EventStore;
let projector: Projector;
let together: ReadTogether;

beforeEach(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...projectionMigrations, ...parkedMigrations]);
  pool = database.pool(ONE);
  store = new EventStore(pool);
  projector = new Projector(pool, store, new Parked(pool));
  together = new ReadTogether(pool, store, projector);
  for (const office of [ONE, TWO, THREE]) await followOffice(pool, office);
  await projector.install([...readers.projections], [ONE, TWO, THREE]);
  for (const office of [ONE, TWO, THREE]) await together.forgetRead(office, readers);
});
afterEach(() => database.close());

const say = (office: string, events = 1) =>
  inOffice(office, () => {
    const subject = newId();
    return store.append({
      office,
      kind: 'thing',
      subject,
      expectedVersion: 0,
      commandId: subject,
      digest: '',
      recordedAt: new Date(),
      attribution: { actor: 't' },
      events: Array.from({ length: events }, () => ({ type: 'Said', data: {} })),
    });
  });
const unread = (after = '', limit = 10) => unreadOffices(pool, after, limit);

describe('what is unread', () => {
  it('is each office where somebody wrote, however often, until all its readers have come past it', async () => {
    expect(await unread()).toEqual([]);
    await Promise.all([say(TWO), say(TWO), say(ONE, 3)]);
    await say(TWO);
    expect(await unread()).toEqual([TWO, ONE]);
    await inOffice(TWO, () => projector.catchUp(readers.projections[0]!, TWO));
    await together.forgetRead(TWO, readers);
    expect(await unread()).toEqual([TWO, ONE]);
    await together.run(TWO, readers);
    await together.forgetRead(TWO, readers);
    expect(await unread()).toEqual([ONE]);
  });

  it('is still so where whoever follows the log beside the readers stands before it', async () => {
    await say(ONE);
    await together.run(ONE, readers);
    const names = ['first', 'second'];
    await forgetRead(pool, ONE, names, [LOG_START]);
    expect(await unread()).toEqual([ONE]);
    await forgetRead(pool, ONE, names, []);
    expect(await unread()).toEqual([]);
  });

  it('is still so where an act under way when they read was committed since', async () => {
    const slow = await database.owner().connect();
    await slow.query('begin');
    const event = { o: ONE, id: newId(), k: 'thing', s: newId(), v: 1, t: 'Said', sv: 1, at: new Date() };
    const act = { ...event, a: 't', c: newId(), n: 0, m: {}, d: {} };
    await slow.query('select * from append_events($1, 1)', [JSON.stringify([act])]);
    await say(ONE);
    await together.run(ONE, readers);
    await slow.query('commit');
    slow.release();
    await together.forgetRead(ONE, readers);
    expect(await unread()).toEqual([ONE]);
    await together.run(ONE, readers);
    await together.forgetRead(ONE, readers);
    expect(await unread()).toEqual([]);
  });

  it('is an office in which a new reader has not begun', async () => {
    await say(ONE);
    await together.run(ONE, readers);
    await together.forgetRead(ONE, readers);
    await markUnbegun(pool, ['first', 'second']);
    expect(await unread()).toEqual([]);
    await markUnbegun(pool, ['first', 'second', 'third']);
    expect(await unread()).toEqual([THREE, TWO, ONE]);
    await together.forgetRead(ONE, { ...readers, projections: [...readers.projections, nothing('third')] });
    expect(await unread()).toEqual([THREE, TWO, ONE]);
  });

  it('is asked for so many offices at once, and of none that was not founded', async () => {
    for (const office of [ONE, TWO, THREE, 'xa-khong-co']) await say(office);
    expect([await unread('', 2), await unread(TWO, 2)]).toEqual([[THREE, TWO], [ONE]]);
  });
});
