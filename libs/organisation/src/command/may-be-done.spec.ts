import { AggregateStore, EventStore, type Aggregate } from '#event-store';
import { WorkCalendar } from '#calendar';
import { newId } from '#kernel';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Authorisation, CommandRunner, Organisation, commandsOn, guarded } from '../index.js';

type Noted = { type: 'Noted'; data: object };
const note: Aggregate<number, Noted> = { kind: 'note', initial: 0, evolve: (n) => n + 1 };
class Guarded {}
class Unguarded {}

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

it('of an act without a guard nothing is said, also where its right is refused: only its fields tell', async () => {
  const clock = { now: () => new Date('2025-01-02T08:00:00+07:00') };
  const aggregates = new AggregateStore(new EventStore(database.pool()));
  const calendar = new WorkCalendar([]);
  const runner = new CommandRunner(
    aggregates,
    new Organisation(aggregates, clock),
    new Authorisation({}),
    clock,
    { leased: () => calendar, current: () => Promise.resolve(calendar) },
  );
  const onNote = commandsOn({ aggregate: note, contextOf: (act) => act });
  const right = { by: ['admin'], scope: 'office' } as const;
  const asked = {
    subject: newId(),
    envelope: { office: 'xa-thu', actor: newId(), commandId: newId() },
  };
  const refused = await onNote(
    Guarded,
    right,
    guarded(
      (n: number) => n,
      () => [],
    ),
  ).ask(runner, asked);
  expect(refused?.kind.code).toBe('not_open_to_role');
  expect(await onNote(Unguarded, right, () => []).ask(runner, asked)).toBeUndefined();
});
