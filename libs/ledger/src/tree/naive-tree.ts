import { createHash } from 'node:crypto';

const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const split = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

export const naiveLeaf = (data: Buffer): Buffer => sha(Buffer.of(0), data);

/** The definitions of RFC 6962 §2.1 word for word, over D[begin:end]: the second opinion of the tests. */
export class NaiveTree {
  readonly #roots = new Map<string, Buffer>();

  constructor(private readonly leaves: Buffer[]) {}

  /** MTH(D[begin:end]). */
  root(end: number, begin = 0): Buffer {
    const known = this.#roots.get(`${begin}:${end}`);
    if (known) return known;
    const n = end - begin;
    const k = begin + split(n);
    const root =
      n === 0
        ? sha()
        : n === 1
          ? this.leaves[begin]!
          : sha(Buffer.of(1), this.root(k, begin), this.root(end, k));
    this.#roots.set(`${begin}:${end}`, root);
    return root;
  }

  /** PATH(m, D[begin:end]). */
  path(m: number, end: number, begin = 0): Buffer[] {
    if (end - begin === 1) return [];
    const k = begin + split(end - begin);
    return m < k
      ? [...this.path(m, k, begin), this.root(end, k)]
      : [...this.path(m, end, k), this.root(k, begin)];
  }

  /** SUBPROOF(m, D[begin:end], whole). */
  consistency(m: number, end: number, begin = 0, whole = true): Buffer[] {
    if (m === end) return whole ? [] : [this.root(end, begin)];
    const k = begin + split(end - begin);
    return m <= k
      ? [...this.consistency(m, k, begin, whole), this.root(end, k)]
      : [...this.consistency(m, end, k, false), this.root(k, begin)];
  }
}
