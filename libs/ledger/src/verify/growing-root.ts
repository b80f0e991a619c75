import { createHash } from 'node:crypto';

const FULL = 256;

/**
 * Takes leaf hashes in order and gives each finished tile and, at the end, the root; keeps no more than one tile a
 * level in memory. Written for the verifier alone.
 */
export class GrowingRoot {
  readonly #levels: Buffer[][] = [];
  #root: Buffer | undefined;

  constructor(private readonly onTile: (level: number, number: number, hashes: Buffer[]) => Promise<void>) {}
  readonly #numbers: number[] = [];

  async add(leaf: Buffer, level = 0): Promise<void> {
    const tile = (this.#levels[level] ??= []);
    tile.push(leaf);
    if (tile.length < FULL) return;
    this.#levels[level] = [];
    await this.#done(level, tile);
    await this.add(rootOf(tile), level + 1);
  }

  /** The root over all; tells the partial tiles too. Call once, at the end. */
  async finish(): Promise<Buffer> {
    for (const [level, tile] of this.#levels.entries()) {
      if (tile.length === 0) continue;
      await this.#done(level, tile);
      this.#root = rootOf(tile, this.#root);
    }
    return this.#root ?? createHash('sha256').digest();
  }

  async #done(level: number, tile: Buffer[]): Promise<void> {
    const number = this.#numbers[level] ?? 0;
    this.#numbers[level] = number + 1;
    await this.onTile(level, number, tile);
  }
}

const pair = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/**
 * The root over hashes of whole subtrees of one size, and over what lies right of them: perfect trees, the largest
 * first, joined from the right.
 */
function rootOf(hashes: Buffer[], right?: Buffer): Buffer {
  const perfect: Buffer[] = [];
  for (let at = 0, left = hashes.length; left > 0;) {
    const width = 2 ** Math.floor(Math.log2(left));
    perfect.push(rootOfPerfect(hashes.slice(at, at + width)));
    at += width;
    left -= width;
  }
  return (right ? [...perfect, right] : perfect).reduceRight((joined, hash) => pair(hash, joined));
}

function rootOfPerfect(hashes: Buffer[]): Buffer {
  let level = hashes;
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, n) => pair(level[2 * n]!, level[2 * n + 1]!));
  return level[0]!;
}
