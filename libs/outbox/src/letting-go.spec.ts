import { eventStoreMigrations } from '#event-store';
import { newId } from '#kernel';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Deliveries, Outbox, outboxMigrations, type Message } from './index.js';

const OFFICE = 'xa-thu';
const NOW = new Date('2025-06-01T08:00:00+07:00');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const message = (channel = 'sms'): Message => ({
  id: newId(),
  channel,
  recipient: 'x',
  body: {},
  cause: newId(),
});

let database: TestDatabase;
let outbox: Outbox;
let deliveries: Deliveries;
const ids = async () => (await outbox.list(OFFICE, { limit: 200 })).map(({ id }) => id);

beforeAll(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...outboxMigrations]);
  outbox = new Outbox(database.pool(OFFICE));
  deliveries = new Deliveries(outbox, {}, { now: () => NOW }, undefined, 90);
});
afterAll(() => database.close());

it('what arrived long ago is let go of, in batches; what waits, was given up, or is unread, and what is newer, stays', async () => {
  const [old, newer, waiting, unread, read] = [
    message(),
    message(),
    message(),
    message('in-app'),
    message('in-app'),
  ];
  const many = Array.from({ length: 2_100 }, () => message());
  await outbox.put(OFFICE, [old, unread, read, ...many], daysAgo(91), true);
  await outbox.put(OFFICE, [newer], daysAgo(89), true);
  await outbox.put(OFFICE, [waiting], daysAgo(200));
  await outbox.markRead(OFFICE, 'x', read.id, NOW);
  expect(await deliveries.letGo()).toBe(2_102);
  expect((await ids()).toSorted()).toEqual([newer.id, waiting.id, unread.id].toSorted());
  expect(await deliveries.letGo()).toBe(0);
});

it('a cause is one message, also when the log is read again after it was let go of', async () => {
  const told = message();
  await outbox.put(OFFICE, [told], daysAgo(100), true);
  await deliveries.letGo();
  await outbox.put(OFFICE, [told], NOW);
  expect(await ids()).not.toContain(told.id);
});

it('whoever looks what is due lets go of it by itself, once an hour', async () => {
  const told = message();
  await outbox.put(OFFICE, [told], daysAgo(91), true);
  const looking = new Deliveries(outbox, {}, { now: () => NOW });
  expect(await looking.due()).toEqual([]);
  expect(await ids()).not.toContain(told.id);
});
