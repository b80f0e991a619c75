import { EventStore, eventStoreMigrations, type StoredEvent } from '#event-store';
import { derivedId, newId, refusal, unavailable } from '#kernel';
import { Parked, parkedMigrations } from '#parked';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/stand-in.js';
import {
  Projector,
  ReadTogether,
  followOffice,
  isBehind,
  projectionMigrations,
  type Reaction,
} from './index.js';

const OFFICE = 'xa-thu';
let database: TestDatabase;
let pool: Pool;
let store: EventStore;
let parked: Parked;
let projector: Projector;
let together: ReadTogether;
let react: (events: StoredEvent[]) => Promise<void>;
const answering: Reaction = { name: 'answering', types: ['Said'], react: (events) => react(events) };

const versions = new Map<string, number>();
const say = async (thing: string, ...data: object[]) => {
  const subject = derivedId('thing', thing);
  const expectedVersion = versions.get(subject) ?? 0;
  await append(OFFICE, subject, expectedVersion, data);
  versions.set(subject, expectedVersion + data.length);
};
const append = (office: string, subject: string, expectedVersion: number, data: object[]) =>
  store.append({
    office,
    kind: 'thing',
    subject,
    expectedVersion,
    commandId: newId(),
    digest: '',
    recordedAt: new Date(),
    attribution: { actor: 't' },
    events: data.map((one) => ({ type: 'Said', data: one })),
  });

beforeEach(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...projectionMigrations, ...parkedMigrations]);
  pool = database.pool();
  store = new EventStore(pool);
  parked = new Parked(pool);
  projector = new Projector(pool, store, parked, 8);
  together = new ReadTogether(pool, store, projector);
  await followOffice(pool, OFFICE);
  versions.clear();
});
afterEach(() => database.close());

/** Another database's transaction on the same server may keep the last events out of sight for a moment. */
const allSeen = () =>
  eventually(async () => {
    await projector.reactTo(answering, OFFICE);
    return !(await isBehind(pool, OFFICE));
  });

describe('a reaction', () => {
  const answered: string[] = [];
  beforeEach(() => answered.splice(0));
  const answer = (fails: (n: number) => Error | undefined) => (events: StoredEvent[]) => {
    for (const { data } of events) {
      const error = fails(Number(data.n));
      if (error) return Promise.reject(error);
    }
    answered.push(...events.map(({ data }) => String(data.n)));
    return Promise.resolve();
  };

  it('sets aside the one subject it can’t act for, names the event, and acts for all others', async () => {
    const refused = refusal('no', 422, { vi: 'không', en: 'no' }, { vi: '', en: '' });
    react = answer((n) => (n === 13 ? new Error('thirteen') : n === 14 ? refused() : undefined));
    for (const n of [1, 2, 3]) await say(`thing ${n}`, { n });
    await say('thirteen', { n: 13 }, { n: 131 });
    await say('fourteen', { n: 14 });
    await say('thing 4', { n: 4 });
    await allSeen();
    expect(answered.toSorted()).toEqual(['1', '2', '3', '4']);
    expect(await parked.list(OFFICE)).toMatchObject([
      { worker: 'read/answering', subject: derivedId('thing', 'fourteen'), what: 'Said #6', error: 'no' },
      {
        worker: 'read/answering',
        subject: derivedId('thing', 'thirteen'),
        what: 'Said #4',
        error: 'thirteen',
      },
    ]);
    await say('thirteen', { n: 132 });
    await allSeen();

    react = answer(() => undefined);
    await parked.retry(OFFICE);
    await together.run(OFFICE, { projections: [], reactions: [answering] });
    expect(answered.slice(4).toSorted()).toEqual(['13', '131', '132', '14']);
    expect(answered.filter((n) => n.startsWith('13'))).toEqual(['13', '131', '132']);
    expect(await parked.list(OFFICE)).toEqual([]);
  });

  it('passes nothing over because of what failed for now: it keeps its place', async () => {
    for (const error of [
      unavailable(),
      Object.assign(new Error('gone'), { code: 'ECONNRESET' }),
      Object.assign(new Error('deadlock'), { code: '40P01' }),
    ]) {
      react = answer(() => error);
      await say(error.message, { n: 1 });
      await expect(projector.reactTo(answering, OFFICE)).rejects.toBe(error);
      expect(await parked.list(OFFICE)).toEqual([]);
      react = answer(() => undefined);
      await projector.reactTo(answering, OFFICE);
      expect(answered.splice(0)).toEqual(['1']);
    }
  });
});

it('however many offices read at once, a reaction’s acts find a connection', async () => {
  const offices = ['xa-1', 'xa-2', 'xa-3', 'xa-4', 'xa-5'];
  for (const office of offices) {
    await followOffice(pool, office);
    await append(office, newId(), 0, [{}]);
  }
  let acted = 0;
  const acting = (name: string): Reaction => ({
    name,
    async react() {
      await pool.query('select pg_sleep(0.2)');
      acted += 1;
    },
  });
  const reactions = ['one', 'two', 'three'].map(acting);
  // The first round starts each reaction's place.
  for (const round of [0, 1])
    await Promise.all(
      offices.map((office) => together.run(office, { projections: [], reactions }).then(() => round)),
    );
  expect(acted).toBe(15);
}, 20_000);
