import { refusal, type Refusal } from '#kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export const tooManyRequests = refusal(
  'too_many_requests',
  429,
  { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  { vi: 'Chờ {seconds} giây rồi thử lại.', en: 'Wait {seconds} seconds and try again.' },
);

/** Each process counts for itself: a flood is held off, and an office behind one address still signs in. */
const ACTS_A_MINUTE = 600;
const READS_A_MINUTE = 1_200;
const GUESSES_A_MINUTE = 60;
/** Of one dossier or feedback, by whoever knows its secret. */
const OWN_READS_A_MINUTE = 2_000;
const OWN_ACTS_AN_HOUR = 20;
/** Files of people without an account, in megabytes: some hundred photographs, of a whole village behind one address. */
const SENT_MB_AN_HOUR = 600;
/** What an official asks for that costs much, in ordinary requests. */
const COSTS_A_MINUTE = 600;

/**
 * Nobody asks without end: of strangers, acts, reads and guesses at a secret are counted by address; of those who know a
 * secret, by what it belongs to; of officials, what costs much, by person. Everything is counted before it is done.
 */
export class Strangers {
  readonly #acts = new RateLimiterMemory({ keyPrefix: 'acts', points: ACTS_A_MINUTE, duration: 60 });
  readonly #reads = new RateLimiterMemory({ keyPrefix: 'reads', points: READS_A_MINUTE, duration: 60 });
  readonly #guesses = new RateLimiterMemory({ points: GUESSES_A_MINUTE, duration: 60 });
  readonly #ownReads = new RateLimiterMemory({ points: OWN_READS_A_MINUTE, duration: 60 });
  readonly #ownActs = new RateLimiterMemory({ points: OWN_ACTS_AN_HOUR, duration: 3_600 });
  readonly #sent = new RateLimiterMemory({ keyPrefix: 'sent', points: SENT_MB_AN_HOUR, duration: 3_600 });
  readonly #costs = new RateLimiterMemory({ keyPrefix: 'costs', points: COSTS_A_MINUTE, duration: 60 });

  /** Counts an act; refuses `too_many_requests`. */
  async admit(address: string): Promise<Quota> {
    return quotaOf(this.#acts, await countFor(this.#acts, address, 1));
  }

  /** Counts files that are sent without an account, by their bytes; refuses `too_many_requests`. */
  async sends(address: string, bytes: number): Promise<void> {
    await countFor(this.#sent, address, Math.ceil(bytes / 1_000_000));
  }

  /** Counts a read by what it costs, in ordinary ones; refuses `too_many_requests`. */
  async read(address: string, cost: number): Promise<Quota> {
    return quotaOf(this.#reads, await countFor(this.#reads, address, cost));
  }

  /** The same for somebody who is signed in, of what costs more than an ordinary request. */
  async spend(person: string, cost: number): Promise<Quota> {
    return quotaOf(this.#costs, await countFor(this.#costs, person, cost));
  }

  /** Refuses `too_many_requests` to an address that has guessed wrong too often. */
  async mayGuess(address: string): Promise<void> {
    await countFor(this.#guesses, address, 0);
  }

  /**
   * Tells of a guess whether it was right, before anything is answered to it. Refuses `too_many_requests`, right or wrong,
   * where too many were wrong: of guesses that come at once no more are answered than of those that come in turn.
   */
  async guessed(address: string, right: boolean): Promise<void> {
    await countFor(this.#guesses, address, right ? 0 : 1);
  }

  /** Counts what is read or done of something by whoever knows its secret; refuses `too_many_requests`. */
  async own(subject: string, what: 'read' | 'act'): Promise<void> {
    await countFor(what === 'read' ? this.#ownReads : this.#ownActs, subject, 1);
  }
}

/** What somebody may still ask for (hạn mức): of `most` requests in `window` seconds, `left` within the next `seconds`. */
export interface Quota {
  name: string;
  most: number;
  window: number;
  left: number;
  seconds: number;
}

const quotaOf = (
  { keyPrefix, points, duration }: RateLimiterMemory,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
): Quota => ({
  name: keyPrefix,
  most: points,
  window: duration,
  left: remainingPoints,
  seconds: secondsOf(msBeforeNext),
});

const secondsOf = (ms: number): number => Math.ceil(ms / 1_000);

/** Counts points against a limiter; refuses with the seconds to wait. */
export async function countFor(
  limiter: RateLimiterMemory,
  key: string,
  points: number,
  refuse: (values: { seconds: number }) => Refusal = tooManyRequests,
): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key, points);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw refuse({ seconds: secondsOf(refused.msBeforeNext) });
  }
}
