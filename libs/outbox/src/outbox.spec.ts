import { eventStoreMigrations } from '#event-store';
import { newId } from '#kernel';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { eventually } from '../../../test/support/stand-in.js';
import {
  Deliveries,
  Outbox,
  TRIES,
  Undeliverable,
  afterFailure,
  outboxMigrations,
  retryAfter,
  type Carrier,
  type Message,
  type Outgoing,
} from './index.js';

const OFFICE = 'xa-thu';
const START = new Date('2025-03-31T10:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;

let database: TestDatabase;
let outbox: Outbox;
let now = START;
const clock = { now: () => now };
beforeAll(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...outboxMigrations]);
  outbox = new Outbox(database.pool(OFFICE));
});
afterAll(() => database.close());
beforeEach(async () => {
  now = START;
  await database.owner().query('delete from outbox');
});

const message = (channel: string, more: Partial<Message> = {}): Message => {
  const id = newId();
  return { id, channel, recipient: id, body: {}, cause: id, ...more };
};
const put = (...messages: Message[]) => outbox.put(OFFICE, messages, now);
const stateOf = async ({ id }: Message) =>
  (await outbox.list(OFFICE, { limit: 100 })).find((one) => one.id === id);
/** A way out that does what a test says with each message. */
const carrying = (carry: (outgoing: Outgoing) => void): Carrier => ({
  carry: async (outgoing) => carry(outgoing),
});
const refusing = (error: Error): Carrier =>
  carrying(() => {
    throw error;
  });

describe('a message', () => {
  it('that was refused for good goes over the recipient’s next channel at once (F15)', async () => {
    const told: string[] = [];
    const one = message('email', { fallbacks: ['sms'] });
    await put(one);
    const deliveries = new Deliveries(
      outbox,
      {
        email: refusing(new Undeliverable('the server refused it (550)')),
        sms: carrying(({ id }) => told.push(id)),
      },
      clock,
    );
    await deliveries.deliver(OFFICE);
    await deliveries.deliver(OFFICE);
    expect(told).toEqual([one.id]);
    expect(await stateOf(one)).toMatchObject({ state: 'delivered', channel: 'sms' });
  });

  it('that failed is told with its error, waits for a growing while, and is given up in sight after two days', async () => {
    const failures: [string, number, string][] = [];
    const one = message('sms');
    await put(one);
    const deliveries = new Deliveries(
      outbox,
      { sms: refusing(new Error('the gateway answered HTTP 503')) },
      clock,
      ({ id, tries }, error) => failures.push([id, tries, (error as Error).message]),
    );
    for (let tries = 0; tries < TRIES; tries += 1) {
      expect(await deliveries.due()).toEqual([OFFICE]);
      await deliveries.deliver(OFFICE);
      expect(await deliveries.due()).toEqual([]);
      now = new Date(now.getTime() + retryAfter(tries));
    }
    expect(failures).toHaveLength(TRIES);
    expect(failures[1]).toEqual([one.id, 1, 'the gateway answered HTTP 503']);
    expect((now.getTime() - START.getTime()) / DAY).toBeGreaterThan(1.5);
    expect(await stateOf(one)).toMatchObject({ state: 'failed' });
    expect(await outbox.figures(now)).toEqual([
      { office: OFFICE, channel: 'sms', failing: 0, stuck: 0, refused: 0, givenUp: 1 },
    ]);
  });

  it('behind one that fails with the same key waits for it; others go', async () => {
    const [first, second, other] = [
      message('province', { orderedBy: 'a' }),
      message('province', { orderedBy: 'a' }),
      message('province', { orderedBy: 'b' }),
    ];
    await put(first, second, other);
    const arrived: string[] = [];
    const province = carrying(({ id }) => {
      if (id === first.id && now === START) throw new Error('HTTP 503');
      arrived.push(id);
    });
    const deliveries = new Deliveries(outbox, { province }, clock);
    await deliveries.deliver(OFFICE);
    expect(arrived).toEqual([other.id]);
    now = new Date(START.getTime() + MINUTE);
    await deliveries.deliver(OFFICE);
    expect(arrived).toEqual([other.id, first.id, second.id]);
  });

  it('is recorded whatever the other side says, so that it is not sent for ever', async () => {
    const one = message('sms');
    await put(one);
    await new Deliveries(outbox, { sms: refusing(new Undeliverable('code \0')) }, clock).deliver(OFFICE);
    expect(await stateOf(one)).toMatchObject({ state: 'failed', attempts: [{ error: 'code ' }] });
    const cut = `${'x'.repeat(299)}😀`;
    const other = message('sms');
    await put(other);
    await new Deliveries(outbox, { sms: refusing(new Undeliverable(cut)) }, clock).deliver(OFFICE);
    expect(await stateOf(other)).toMatchObject({
      state: 'failed',
      attempts: [{ error: `${'x'.repeat(299)}\ufffd` }],
    });
  });

  it('whose gateway takes long stays with whoever is at it', async () => {
    const one = message('sms');
    await put(one);
    const answers: (() => void)[] = [];
    const carry = () => new Promise<void>((resolve) => answers.push(resolve));
    const slow = new Deliveries(outbox, { sms: { carry } }, clock);
    const first = slow.deliver(OFFICE);
    const owner = database.owner();
    const claimed = async (until: string) =>
      (await owner.query(`select from outbox where claimed_until > clock_timestamp() + interval '${until}'`))
        .rowCount === 1;
    await eventually(() => claimed('1 second'));
    await owner.query(`update outbox set claimed_until = clock_timestamp() + interval '4 seconds'`);
    await eventually(() => claimed('5 seconds'));
    const told: string[] = [];
    await new Deliveries(outbox, { sms: carrying(({ id }) => told.push(id)) }, clock).deliver(OFFICE);
    answers.forEach((answer) => answer());
    expect([await first, told]).toEqual([1, []]);
  });

  it('has its next channel only once it can’t go over the one it is on', () => {
    const on = { channel: 'zalo', fallbacks: ['sms'], tries: 0 };
    expect(afterFailure(on, new Error('quota'), START)).toMatchObject({ state: 'waiting', channel: 'zalo' });
    expect(afterFailure({ ...on, tries: TRIES - 1 }, new Error('quota'), START)).toMatchObject({
      state: 'waiting',
      channel: 'sms',
      nextAt: START,
    });
  });
});

describe('the outbox', () => {
  it('shows what fails, what was refused, and what nobody even tries', async () => {
    await put(message('sms'), message('email'), message('zalo'));
    const deliveries = new Deliveries(
      outbox,
      { sms: refusing(new Error('HTTP 503')), email: refusing(new Undeliverable('550')) },
      clock,
    );
    await deliveries.deliver(OFFICE);
    now = new Date(START.getTime() + 6 * MINUTE);
    await deliveries.deliver(OFFICE);
    expect(await outbox.figures(now)).toEqual([
      { office: OFFICE, channel: 'email', failing: 0, stuck: 0, refused: 1, givenUp: 0 },
      { office: OFFICE, channel: 'sms', failing: 1, stuck: 0, refused: 0, givenUp: 0 },
      { office: OFFICE, channel: 'zalo', failing: 0, stuck: 1, refused: 0, givenUp: 0 },
    ]);
  });
});
