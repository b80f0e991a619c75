import { refusal } from '#kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export const tooManyRequests = refusal(
  'too_many_requests',
  429,
  { vi: 'Quá nhiều yêu cầu từ địa chỉ này', en: 'Too many requests from this address' },
  { vi: 'Chờ {seconds} giây rồi thử lại.', en: 'Wait {seconds} seconds and try again.' },
);

/** Each process counts for itself: a flood is held off, and an office behind one address still signs in. */
const ACTS_A_MINUTE = 600;
const GUESSES_A_MINUTE = 60;

/** Whoever is not known may not ask without end: acts are counted by address, and so are guesses at a secret. */
export class Strangers {
  readonly #acts = new RateLimiterMemory({ points: ACTS_A_MINUTE, duration: 60 });
  readonly #guesses = new RateLimiterMemory({ points: GUESSES_A_MINUTE, duration: 60 });

  /** Counts an act; refuses `too_many_requests`. */
  admit(address: string): Promise<void> {
    return count(this.#acts, address);
  }

  /** Refuses `too_many_requests` to an address that has guessed wrong too often; knowing costs nothing. */
  async mayGuess(address: string): Promise<void> {
    const known = await this.#guesses.get(address);
    if (known !== null && known.consumedPoints > GUESSES_A_MINUTE) throw wait(known);
  }

  /** Counts a wrong guess. */
  guessedWrong(address: string): Promise<void> {
    return count(this.#guesses, address);
  }
}

async function count(limiter: RateLimiterMemory, address: string): Promise<void> {
  try {
    await limiter.consume(address);
  } catch (refused) {
    throw refused instanceof RateLimiterRes ? wait(refused) : refused;
  }
}

const wait = ({ msBeforeNext }: RateLimiterRes) =>
  tooManyRequests({ seconds: Math.ceil(msBeforeNext / 1_000) });
