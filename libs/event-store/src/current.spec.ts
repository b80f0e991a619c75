import { LEASE_MS, Refusal, TemporaryFailure, newId } from '#kernel';
import { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { act, counter, full, up, type Counted } from './counter.story.js';
import { AggregateStore, EventStore, decision, type Aggregate } from './index.js';

let database: TestDatabase;
let here: AggregateStore;
let there: AggregateStore;

beforeAll(async () => {
  database = await freshDatabase();
  here = new AggregateStore(new EventStore(database.pool('o')));
  there = new AggregateStore(new EventStore(database.pool('o')));
});
afterAll(() => database.close());

describe('current by default, whichever process wrote last', () => {
  it('a state is read as it is committed, also where it is kept in memory', async () => {
    const subject = newId();
    await here.execute(decision(counter, act(subject), up(9)));
    await there.execute(decision(counter, act(subject), up(9)));
    expect(await here.load(counter, 'o', subject)).toEqual({ state: 2, version: 2 });
    await there.execute(decision(counter, act(subject), up(9)));
    expect((await here.load(counter, 'o', subject)).state).toBe(3);
  });

  it('R6: that there is nothing to do is decided on the current state', async () => {
    const subject = newId();
    const missed = (n: number): Counted[] => (n === 2 ? [{ type: 'Counted', data: { by: 10 } }] : []);
    await here.execute(decision(counter, act(subject), up(9))); // kept here at 1
    await there.execute(decision(counter, act(subject), up(9))); // 2 by now
    expect(await here.execute(decision(counter, act(subject), missed))).toMatchObject({
      written: 1,
      version: 3,
    });
  });

  it('R35: a repetition that has nothing left to do gets its first answer, with another body it is refused', async () => {
    const subject = newId();
    const once = (n: number): Counted[] => (n > 0 ? [] : [{ type: 'Counted', data: { by: 1 } }]);
    const first = act(subject);
    const answer = await there.execute(decision(counter, first, once));
    expect(await here.execute(decision(counter, first, once))).toMatchObject({
      version: answer.version,
      position: answer.position,
      repeated: true,
    });
    await expect(here.execute(decision(counter, { ...first, digest: 'other' }, once))).rejects.toMatchObject({
      kind: { code: 'idempotency_key_reused' },
    });
  });

  it('an act is refused while others follow each other on its stream without a pause', async () => {
    const subject = newId();
    let done = false;
    const writers = [here, there].map(async (store) => {
      while (!done) await store.execute(decision(counter, act(subject), up(1_000_000)));
    });
    const refuse = (): Counted[] => {
      throw full();
    };
    for (let i = 0; i < 10; i += 1)
      await expect(here.execute(decision(counter, act(subject), refuse))).rejects.toMatchObject({
        kind: { code: 'full' },
      });
    done = true;
    await Promise.all(writers);
  });

  it('a refusal is decided anew once, though another act goes in before each look at the stream', async () => {
    const subject = newId();
    let looks = 0;
    class Overtaken extends EventStore {
      override async versionOf(office: string, of: string): Promise<number> {
        looks += 1;
        await there.execute(decision(counter, act(subject), up(1_000_000)));
        return super.versionOf(office, of);
      }
    }
    const refuse = (): Counted[] => {
      throw full();
    };
    const overtaken = new AggregateStore(new Overtaken(database.pool('o')));
    await expect(overtaken.execute(decision(counter, act(subject), refuse))).rejects.toMatchObject({
      kind: { code: 'full' },
    });
    expect(looks).toBe(1);
  });

  it('a widely read state is asked for once in a while, and no act on it is answered before all have let go', async () => {
    const board: Aggregate<number, Counted> = { ...counter, kind: 'board', widelyRead: true };
    const subject = newId();
    await here.execute(decision(board, act(subject), up(9)));
    const clock = import.meta.jest.spyOn(performance, 'now').mockReturnValue(0);
    expect((await there.load(board, 'o', subject)).state).toBe(1);
    expect(there.leased(board, 'o', subject)).toBe(1);
    clock.mockReturnValue(LEASE_MS);
    expect(there.leased(board, 'o', subject)).toBeUndefined();
    clock.mockReturnValue(0);
    expect(there.leased(board, 'o', subject)).toBe(1);
    clock.mockRestore();
    await here.execute(decision(board, act(subject), up(9)));
    expect(there.leased(board, 'o', subject)).toBeUndefined();
    expect((await there.load(board, 'o', subject)).state).toBe(2);
  });

  it('R28: who reacts to events holds no lease: the event comes before its answer', async () => {
    const board: Aggregate<number, Counted> = { ...counter, kind: 'board', widelyRead: true };
    const reacting = new AggregateStore(new EventStore(database.pool('o')), undefined, false);
    const subject = newId();
    await here.execute(decision(board, act(subject), up(9)));
    expect((await reacting.load(board, 'o', subject)).state).toBe(1);
    const answered = here.execute(decision(board, act(subject), up(9)));
    const store = new EventStore(database.pool('o'));
    while ((await store.versionOf('o', subject)) < 2);
    expect((await reacting.load(board, 'o', subject)).state).toBe(2);
    await answered;
  });

  it('what failed for now is no refusal', async () => {
    const away = new AggregateStore(new EventStore(new Pool({ host: '127.0.0.1', port: 1 })));
    const failing = away.execute(decision(counter, act(newId()), up(1)));
    await expect(failing).rejects.toBeInstanceOf(TemporaryFailure);
    await expect(failing).rejects.not.toBeInstanceOf(Refusal);
  });
});

it('an id that is asked for as what it is not has nothing there, and stays what it is', async () => {
  const subject = newId();
  const other: Aggregate<string, Counted> = { kind: 'other', initial: 'nothing', evolve: () => 'wrong' };
  const fresh = new AggregateStore(new EventStore(database.pool('o')));
  await there.execute(decision(counter, act(subject), up(9)));
  expect((await fresh.load(other, 'o', subject)).state).toBe('nothing');
  expect((await fresh.load(counter, 'o', subject)).state).toBe(1);
  await fresh.execute(decision(counter, act(subject), up(9)));
  expect((await fresh.load(other, 'o', subject)).state).toBe('nothing');
});
