import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MasterKeys } from './master-keys.js';

/** Twelve letters and digits that can't be mistaken for each other: 60 bits. */
const SECRET_LENGTH = 12;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Short secrets that are computed and kept nowhere: what a receipt lets its holder look up. */
export class Secrets {
  constructor(private readonly masters: MasterKeys) {}

  /** A short secret that belongs to a context: the same each time, and nobody makes it without the master key. */
  secretFor(context: string): string {
    return this.#secrets(context)[0] ?? '';
  }

  /** Whether a secret is that context's, under any master key at hand; takes the same time for a wrong one. */
  isSecretOf(context: string, given: string): boolean {
    const wanted = Buffer.from(given.toUpperCase().replace(/[^A-Z2-7]/g, ''));
    return this.#secrets(context)
      .map((secret) => Buffer.from(secret))
      .some((secret) => secret.length === wanted.length && timingSafeEqual(secret, wanted));
  }

  /** Keys of 32 bytes that belong to a context, one for each master key at hand, the current one first. */
  keysFor(context: string): Buffer[] {
    return this.masters
      .searchKeys()
      .map((key) => createHmac('sha256', key).update(`key\n${context}`).digest());
  }

  #secrets = (context: string): string[] =>
    this.masters
      .searchKeys()
      .map((key) =>
        [...createHmac('sha256', key).update(`secret\n${context}`).digest().subarray(0, SECRET_LENGTH)]
          .map((byte) => BASE32[byte & 31])
          .join(''),
      );
}
