import { newId } from '#kernel';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { act, counter, full, up, type Counted } from './counter.story.js';
import { AggregateStore, EventStore, Upcasters, decision, type Aggregate } from './index.js';

let database: TestDatabase;
let here: AggregateStore;
let there: AggregateStore;
let store: EventStore;

beforeAll(async () => {
  database = await freshDatabase();
  store = new EventStore(database.pool('o'));
  here = new AggregateStore(store);
  there = new AggregateStore(new EventStore(database.pool('o')));
});
afterAll(() => database.close());

it('acts that arrive together are decided one after another and all go in', async () => {
  const subject = newId();
  const all = await Promise.all(
    Array.from({ length: 50 }, () => here.execute(decision(counter, act(subject), up(1_000)))),
  );
  expect(all.map(({ version }) => version)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
});

it('two processes race on one stream: every act is settled, none lost, none beyond the limit', async () => {
  const subject = newId();
  const race = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) =>
      (i % 2 ? here : there).execute(decision(counter, act(subject), up(25))),
    ),
  );
  const taken = race.filter(({ status }) => status === 'fulfilled').length;
  expect(taken).toBeLessThanOrEqual(25);
  expect(await store.readStream('o', subject)).toHaveLength(taken);
  expect((await there.load(counter, 'o', subject)).state).toBe(taken);
});

it('an act gets in on a stream that another process writes without a pause', async () => {
  const subject = newId();
  let done = false;
  const writers = Array.from({ length: 3 }, async () => {
    while (!done) await there.execute(decision(counter, act(subject), up(1_000_000)));
  });
  for (let i = 0; i < 10; i += 1)
    expect(await here.execute(decision(counter, act(subject), up(1_000_000)))).toMatchObject({ written: 1 });
  done = true;
  await Promise.all(writers);
  const { state, version } = await here.load(counter, 'o', subject);
  expect([state, version]).toEqual([(await store.readStream('o', subject)).length, state]);
});

it('R36: an outdated version is refused with the current one', async () => {
  const subject = newId();
  await there.execute(decision(counter, act(subject), up(9)));
  await here.load(counter, 'o', subject);
  await there.execute(decision(counter, act(subject), up(9)));
  await expect(here.execute(decision(counter, act(subject, { ifMatch: [1] }), up(9)))).rejects.toMatchObject({
    kind: { code: 'stale_version' },
    values: { current: 2 },
  });
  expect(await here.execute(decision(counter, act(subject, { ifMatch: [1, 2] }), up(9)))).toMatchObject({
    version: 3,
  });
});

it('R35: a repeated key gets its first answer even when the act would be refused now', async () => {
  const subject = newId();
  const once = act(subject);
  const first = await here.execute(decision(counter, once, up(1)));
  expect(await here.execute(decision(counter, once, up(1)))).toMatchObject({
    version: first.version,
    position: first.position,
    repeated: true,
  });
  await expect(here.execute(decision(counter, { ...once, digest: 'other' }, up(1)))).rejects.toMatchObject({
    kind: { code: 'idempotency_key_reused' },
  });
});

it('R37: recorded time never goes back within a stream', async () => {
  const subject = newId();
  await here.execute(decision(counter, act(subject), up(9)));
  await here.execute(decision(counter, act(subject, { now: new Date('2024-01-01T00:00:00Z') }), up(9)));
  const [first, second] = await store.readStream('o', subject);
  expect(second?.recordedAt).toEqual(first?.recordedAt);
});

it('R38: an event names its actor, on whose behalf, the rule and what caused it', async () => {
  const subject = newId();
  const [cause, chain] = [newId(), newId()];
  await here.execute(
    decision(
      counter,
      act(subject, {
        attribution: {
          actor: 'worker:x',
          onBehalfOf: 'b',
          rule: 'R6',
          causationId: cause,
          correlationId: chain,
          meta: { clientAddress: '::1' },
        },
      }),
      up(9),
    ),
  );
  const [event] = await store.readStream('o', subject);
  expect(event).toMatchObject({
    actor: 'worker:x',
    onBehalfOf: 'b',
    rule: 'R6',
    causationId: cause,
    correlationId: chain,
    meta: { clientAddress: '::1' },
  });
});

it('reads old events in today’s shape', async () => {
  const subject = newId();
  await here.execute(decision(counter, act(subject), up(9)));
  const modern = new EventStore(database.pool('o'), {
    upcasters: new Upcasters({ Counted: [({ by }) => ({ by, unit: 'piece' })] }),
  });
  expect((await modern.readStream('o', subject))[0]).toMatchObject({
    schemaVersion: 2,
    data: { by: 1, unit: 'piece' },
  });
});

it('writes under today’s version what it would read in today’s shape', async () => {
  const upcasters = new Upcasters({
    Counted: [(data) => ({ ...data, unit: 'piece' }), (data) => ({ ...data, of: data.unit })],
  });
  const modern = new EventStore(database.pool('o'), { upcasters });
  const subject = newId();
  await new AggregateStore(modern).execute(decision(counter, act(subject), up(9)));
  const [as, written] = [await modern.readStream('o', subject), await store.readStream('o', subject)];
  expect(as).toEqual(written);
  expect(written[0]).toMatchObject({ schemaVersion: 3, data: { by: 1 } });
});

describe('an act with another one before it, on another stream', () => {
  const dealt = (subject: string) => decision(counter, act(subject), up(1_000_000));
  it('goes in with it, or not at all', async () => {
    const [register, subject] = [newId(), newId()];
    await here.execute(decision(counter, act(subject), up(1)), dealt(register));
    await expect(here.execute(decision(counter, act(subject), up(1)), dealt(register))).rejects.toMatchObject(
      {
        kind: { code: 'full' },
      },
    );
    expect((await here.load(counter, 'o', register)).state).toBe(1);
  });
  it('from two processes at once: each act is dealt a number of its own', async () => {
    const register = newId();
    const numbers = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        let number = 0;
        const numbering = decision(counter, act(register), (n) => {
          number = n + 1;
          return [{ type: 'Counted' as const, data: { by: 1 } }];
        });
        const numbered = { type: 'Counted' as const };
        const subject = newId();
        const by = i % 2 ? here : there;
        const decide = () => [{ ...numbered, data: { by: number } }];
        await by.execute(decision(counter, act(subject, { begins: true }), decide), numbering);
        return (await store.readStream('o', subject))[0]?.data.by;
      }),
    );
    expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 60 }, (_, i) => i + 1),
    );
  });
  it('R35: repeated, it gets its first answer, and what comes before it is not done again', async () => {
    const [register, subject] = [newId(), newId()];
    const once = act(subject);
    const first = await here.execute(decision(counter, once, up(9)), dealt(register));
    const again = await there.execute(decision(counter, once, up(9)), dealt(register));
    expect(again).toMatchObject({ position: first.position, repeated: true, written: 0 });
    expect((await there.load(counter, 'o', register)).state).toBe(1);
  });
});

describe('an act that brings something about on another stream', () => {
  /** Counts the other stream by what this one came to, up to a limit. */
  const bringing = (subject: string, other: string, limit: number, seen = act(other)) =>
    decision(counter, act(subject), up(1_000_000), ({ state, events }) => [
      decision(counter, seen, (n) => {
        if (n >= limit) throw full();
        return [{ type: 'Counted', data: { by: state + events.length } }];
      }),
    ]);
  const stateOf = async (subject: string, by = here) => (await by.load(counter, 'o', subject)).state;
  it('has it done in its own commit, or neither is done', async () => {
    const [subject, other] = [newId(), newId()];
    await here.execute(bringing(subject, other, 3));
    await here.execute(bringing(subject, other, 3));
    expect(await stateOf(other)).toBe(3); // by 1, then by 2
    const [own, brought] = [await store.readStream('o', subject), await store.readStream('o', other)];
    expect(brought.map(({ transactionId }) => transactionId)).toEqual(own.map((one) => one.transactionId));
    await expect(here.execute(bringing(subject, other, 3))).rejects.toMatchObject({ kind: { code: 'full' } });
    expect([await stateOf(subject), await stateOf(other)]).toEqual([2, 3]);
  });
  it('nothing where the act came to nothing', async () => {
    const [subject, other] = [newId(), newId()];
    const nothing = decision(
      counter,
      act(subject),
      () => [],
      () => [decision(counter, act(other), up(9))],
    );
    expect(await here.execute(nothing)).toMatchObject({ written: 0 });
    expect(await stateOf(other)).toBe(0);
  });
  it('that there is nothing to bring about stands on what is current, whichever process wrote last', async () => {
    const [other] = [newId()];
    const once = (n: number): Counted[] => (n % 2 === 1 ? [] : [{ type: 'Counted', data: { by: 1 } }]);
    const odd = () => decision(counter, act(newId()), up(9), () => [decision(counter, act(other), once)]);
    await here.execute(odd()); // kept here: 1, to which there is nothing to add
    await there.execute(decision(counter, act(other), up(9)));
    await here.execute(odd());
    expect(await stateOf(other, there)).toBe(3);
    // The same for what comes before an act.
    await there.execute(decision(counter, act(other), up(9)));
    await here.execute(decision(counter, act(newId()), up(9)), decision(counter, act(other), once));
    expect(await stateOf(other, there)).toBe(5);
  });
  it('from two processes at once, each is done once', async () => {
    const other = newId();
    const by = (i: number) => (i % 2 ? here : there);
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => by(i).execute(bringing(newId(), other, 1_000_000))),
    );
    expect(await stateOf(other)).toBe(40);
  });
});

it('a stream whose last event gives its state is not read whole', async () => {
  const last: Aggregate<number, Counted> = {
    kind: 'last',
    initial: 0,
    evolve: (_, { data }) => data.by,
    fromLastEvent: true,
  };
  const next = (n: number): Counted[] => [{ type: 'Counted', data: { by: n + 1 } }];
  const subject = newId();
  for (const by of [here, here, there, here, there]) await by.execute(decision(last, act(subject), next));
  const anew = new AggregateStore(new EventStore(database.pool('o')));
  expect(await anew.load(last, 'o', subject)).toEqual({ state: 5, version: 5 });
  await Promise.all([here, there, anew].map((by) => by.execute(decision(last, act(subject), next))));
  expect((await store.readStream('o', subject)).map(({ data }) => data.by)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
