import type { ReadEvent } from './ledger-source.js';

/** Salts in the order of the log: from the first event that has one, each has one, of 16 bytes, and no two the same. */
export class Salts {
  #begun = false;
  #seen = new Uint32Array(2 * 1_024);
  #count = 0;

  /** What is wrong with an event's salt, where its published entry was `sealedWithOne` or not; undefined when nothing is. */
  check(
    { salt }: Pick<ReadEvent, 'salt'>,
    sealedWithOne: boolean,
  ): { code: 'salt_missing' | 'salt_doubled'; detail: string } | undefined {
    const had = this.#begun || sealedWithOne;
    if (salt === undefined || salt === null)
      return had ? { code: 'salt_missing', detail: 'the salt it was sealed with is gone' } : undefined;
    this.#begun = true;
    if (!/^[0-9a-f]{32}$/.test(salt)) return { code: 'salt_missing', detail: 'its salt is not 16 bytes' };
    return this.#isNew(Buffer.from(salt, 'hex'))
      ? undefined
      : { code: 'salt_doubled', detail: 'an event before it has the same salt' };
  }

  /** Keeps eight bytes of each, side by side in one table: a verifier of millions of events stays small. */
  #isNew(salt: Buffer): boolean {
    if (this.#count * 8 > this.#seen.length * 3) this.#grow();
    this.#count += 1;
    // Zeros stand for an empty place.
    return place(this.#seen, salt.readUInt32LE(0), salt.readUInt32LE(4) || 1);
  }

  #grow(): void {
    const larger = new Uint32Array(this.#seen.length * 2);
    for (let at = 0; at < this.#seen.length; at += 2)
      if (this.#seen[at + 1]) place(larger, this.#seen[at]!, this.#seen[at + 1]!);
    this.#seen = larger;
  }
}

/** Puts a pair where it belongs in a table with open places; false where it stands there already. */
function place(table: Uint32Array, a: number, b: number): boolean {
  const mask = table.length / 2 - 1;
  for (let slot = a & mask; ; slot = (slot + 1) & mask) {
    const [kept, other] = [table[2 * slot], table[2 * slot + 1]];
    if (other === 0) {
      table[2 * slot] = a;
      table[2 * slot + 1] = b;
      return true;
    }
    if (kept === a && other === b) return false;
  }
}
