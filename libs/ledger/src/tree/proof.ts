import { EMPTY_ROOT, HASH_BYTES, nodeHash, type Hash } from './hash.js';
import { consistencyRanges, inclusionRanges, nodesOf, type Node, type Range } from './ranges.js';

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** Hashes of a tile, as many as the tree holds of it; `width` is how many are needed at least. */
export type ReadTile = (level: number, number: number, width: number) => Promise<Buffer>;

/** Proofs and roots of a tree that is kept as tiles: O(log n) hashes, read from O(log n / 8) tiles each. */
export class TiledTree {
  readonly #tiles = new Map<string, Promise<Tile>>();

  constructor(
    readonly size: number,
    private readonly read: ReadTile,
  ) {}

  root(): Promise<Hash> {
    return this.size === 0 ? Promise.resolve(EMPTY_ROOT) : this.#rootOf({ begin: 0, end: this.size });
  }

  /** The audit path of a leaf, leaf to root; refuses a leaf outside the tree (RangeError). */
  inclusion(index: number): Promise<Hash[]> {
    return Promise.all(inclusionRanges(index, this.size).map((range) => this.#rootOf(range)));
  }

  /** The proof that this tree extends that of `old` leaves; refuses sizes out of range (RangeError). */
  consistency(old: number): Promise<Hash[]> {
    return Promise.all(consistencyRanges(old, this.size).map((range) => this.#rootOf(range)));
  }

  async #rootOf(range: Range): Promise<Hash> {
    const hashes = await Promise.all(nodesOf(range).map((node) => this.#node(node)));
    return hashes.reduceRight((right, left) => nodeHash(left, right));
  }

  async #node({ level, index }: Node): Promise<Hash> {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const height = level % TILE_HEIGHT;
    const number = Math.floor((index * 2 ** height) / TILE_WIDTH);
    const tile = await this.#tile(tileLevel, number);
    return tile.node(height, index - (number * TILE_WIDTH) / 2 ** height);
  }

  #tile(level: number, number: number): Promise<Tile> {
    const key = `${level}/${number}`;
    const known = this.#tiles.get(key);
    if (known) return known;
    const reading = this.read(level, number, widthOf(this.size, level, number)).then(
      (hashes) => new Tile(hashes),
    );
    this.#tiles.set(key, reading);
    return reading;
  }
}

/** The nodes above a tile's hashes, each computed once. */
class Tile {
  readonly #nodes = new Map<number, Hash>();

  constructor(private readonly hashes: Buffer) {}

  node(height: number, index: number): Hash {
    if (height === 0) return this.hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
    const key = height * TILE_WIDTH + index;
    const known = this.#nodes.get(key);
    if (known) return known;
    const hash = nodeHash(this.node(height - 1, 2 * index), this.node(height - 1, 2 * index + 1));
    this.#nodes.set(key, hash);
    return hash;
  }
}

/** How many hashes a tile holds in a tree of `size` leaves; 256 when it is full, 0 when there is none. */
export const widthOf = (size: number, level: number, number: number): number =>
  Math.max(0, Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** level) - number * TILE_WIDTH));
