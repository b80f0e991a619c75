import { inOffice, type Clock } from '#kernel';
import { TRIES, type Outbox, type Outcome, type Outgoing } from './outbox.js';

/** Can't be delivered over this channel, however often it is tried. */
export class Undeliverable extends Error {}

/** A way out of the house. */
export interface Carrier {
  /** Hands a message over; throws `Undeliverable`, or anything else for what may go well later. */
  carry(message: Outgoing): Promise<void>;
  /** When it may go out, if not now (quiet hours). */
  notBefore?(now: Date): Date | null;
}

const AT_ONCE = 32;
/** A few times within the time for which a message is claimed. */
const HOLD_EVERY_MS = 2_000;
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 6 * 3_600_000;
/** How many delivered messages are let go of at once, and how often it is looked for them. */
const LET_GO_AT_ONCE = 1_000;
const LET_GO_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** After the n-th failure, how long until the next try: doubling from half a minute to six hours. */
export const retryAfter = (tries: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** Math.min(tries, 20), LONGEST_RETRY_MS);

/** What a failed try comes to: the next channel, another try later, or giving up. */
export function afterFailure(
  { channel, fallbacks, tries }: Pick<Outgoing, 'channel' | 'fallbacks' | 'tries'>,
  error: unknown,
  now: Date,
): Outcome {
  const text = sentenceOf(error);
  const [next, ...rest] = fallbacks;
  const over = error instanceof Undeliverable || tries + 1 >= TRIES;
  if (over && next !== undefined)
    return { state: 'waiting', nextAt: now, channel: next, fallbacks: rest, error: text };
  if (over) return { state: 'failed', error: text };
  return {
    state: 'waiting',
    nextAt: new Date(now.getTime() + retryAfter(tries)),
    channel,
    fallbacks,
    error: text,
  };
}

/** What a gateway said, as far as the database can hold it: a try that can't be recorded would be made for ever. */
const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll('\0', '').slice(0, 300).toWellFormed(); // it may have been cut within a character

/**
 * Delivers what waits in the outbox. Each channel goes at its own pace, beside all other work, so that a gateway that
 * hangs holds up nobody but its own. At least once: whoever receives knows a repetition by the message's id.
 */
export class Deliveries {
  readonly #running = new Map<string, Promise<number>>();
  #stopped = false;
  #lookedBackAt = 0;

  constructor(
    private readonly outbox: Outbox,
    private readonly carriers: Readonly<Record<string, Carrier>>,
    private readonly clock: Clock,
    /** Hears of each try that failed. */
    private readonly onFailure: (message: Outgoing, error: unknown) => void = () => undefined,
    /** For how many days what arrived is kept. */
    private readonly keptDays = 90,
  ) {}

  get channels(): string[] {
    return Object.keys(this.carriers);
  }

  /** Delivers an office's due messages on every channel; answers how many arrived. */
  async deliver(office: string): Promise<number> {
    const sent = await Promise.all(this.channels.map((channel) => this.#once(office, channel)));
    return sent.reduce((sum, n) => sum + n, 0);
  }

  /** Lets go of what arrived long ago, batch by batch; answers how many messages. */
  async letGo(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.keptDays * DAY_MS);
    for (let gone = 0; ;) {
      const batch = this.#stopped ? 0 : await this.outbox.forgetDelivered(before, LET_GO_AT_ONCE);
      gone += batch;
      if (batch < LET_GO_AT_ONCE) return gone;
    }
  }

  /** Offices in which something is due; once an hour what arrived long ago is let go of. */
  async due(): Promise<string[]> {
    if (Date.now() - this.#lookedBackAt > LET_GO_EVERY_MS) {
      this.#lookedBackAt = Date.now();
      await this.letGo();
    }
    if (this.channels.length === 0) return [];
    return this.outbox.officesToDeliver(this.channels, this.clock.now());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.allSettled(this.#running.values());
  }

  /** A channel that is at it already is joined. */
  #once(office: string, channel: string): Promise<number> {
    const key = `${office}/${channel}`;
    const running = this.#running.get(key);
    if (running) return running;
    const mine = inOffice(office, () => this.#drain(office, channel)).finally(() =>
      this.#running.delete(key),
    );
    this.#running.set(key, mine);
    return mine;
  }

  async #drain(office: string, channel: string): Promise<number> {
    const carrier = this.carriers[channel];
    for (let arrived = 0; ;) {
      const due =
        carrier && !this.#stopped
          ? await this.outbox.claim(office, [channel], this.clock.now(), AT_ONCE)
          : [];
      if (!carrier || due.length === 0) return arrived;
      const outcomes = await this.#holding(office, due, () =>
        Promise.allSettled(due.map((message) => this.#try(carrier, message))),
      );
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') throw outcome.reason;
        if (outcome.value.state === 'delivered') arrived += 1;
      }
    }
  }

  /** However long a gateway takes, nobody else takes these up meanwhile. */
  async #holding<T>(office: string, messages: Outgoing[], work: () => Promise<T>): Promise<T> {
    const holding = setInterval(
      () => void this.outbox.hold(office, messages).catch(() => undefined), // lost: delivered twice at worst
      HOLD_EVERY_MS,
    );
    try {
      return await work();
    } finally {
      clearInterval(holding);
    }
  }

  async #try(carrier: Carrier, message: Outgoing): Promise<Outcome> {
    const outcome = await this.#carry(carrier, message);
    await this.outbox.record(message.office, message, outcome, this.clock.now());
    return outcome;
  }

  async #carry(carrier: Carrier, message: Outgoing): Promise<Outcome> {
    const { channel, fallbacks } = message;
    const quietUntil = carrier.notBefore?.(this.clock.now());
    if (quietUntil) return { state: 'waiting', nextAt: quietUntil, channel, fallbacks, error: null };
    try {
      await carrier.carry(message);
      return { state: 'delivered' };
    } catch (error) {
      this.onFailure(message, error);
      return afterFailure(message, error, this.clock.now());
    }
  }
}
