import { EMPTY_ROOT, HASH_BYTES, nodeHash, type Hash } from './hash.js';
import { consistencyRanges, inclusionRanges, nodesOf, type Node, type Range } from './ranges.js';

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** Hashes of a tile, as many as the tree holds of it; `width` is how many are needed at least. */
export type ReadTile = (level: number, number: number, width: number) => Promise<Buffer>;

/** Gives a tile that is kept under a key, or reads and keeps it. */
type KeepTile = (key: string, read: () => Promise<Tile>) => Promise<Tile>;

/** Proofs and roots of a tree that is kept as tiles: O(log n) hashes, read from O(log n / 8) tiles each. */
export class TiledTree {
  readonly #tiles = new Map<string, Promise<Tile>>();

  /** `keep`: for full tiles above the lowest, which trees over the same leaves share. */
  constructor(
    readonly size: number,
    private readonly read: ReadTile,
    private readonly keep?: KeepTile,
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
    const width = widthOf(this.size, level, number);
    const read = async () => new Tile(await this.read(level, number, width));
    const reading = this.keep && level > 0 && width === TILE_WIDTH ? this.keep(key, read) : read();
    this.#tiles.set(key, reading);
    return reading;
  }
}

/** 16 kB each: those above 16,000,000 leaves of one office, or of many small ones. */
const CAPACITY = 256;

/**
 * An office's full tiles above the lowest level and the nodes worked out from them: they never change, and nearly every
 * proof needs some of them. The lowest are met too seldom again to be worth their place.
 */
export class FullTiles {
  readonly #kept = new Map<string, Promise<Tile>>();

  of(office: string): KeepTile {
    return (key, read) => this.#tile(`${office}/${key}`, read);
  }

  /** Reads what is not kept; the one that was asked for longest ago makes room. */
  #tile(key: string, read: () => Promise<Tile>): Promise<Tile> {
    const known = this.#kept.get(key);
    const tile = known ?? read();
    if (known) this.#kept.delete(key);
    else tile.catch(() => this.#kept.delete(key));
    this.#kept.set(key, tile);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > CAPACITY && oldest !== undefined) this.#kept.delete(oldest);
    return tile;
  }
}

/** A tile's hashes and the nodes above them, each height worked out once. */
class Tile {
  readonly #heights: Buffer[];

  constructor(hashes: Buffer) {
    this.#heights = [hashes];
  }

  node(height: number, index: number): Hash {
    return hashAt(this.#height(height), index);
  }

  #height(height: number): Buffer {
    const known = this.#heights[height];
    if (known) return known;
    const below = this.#height(height - 1);
    const pairs = Math.floor(below.length / (2 * HASH_BYTES));
    const nodes = Array.from({ length: pairs }, (_, n) =>
      nodeHash(hashAt(below, 2 * n), hashAt(below, 2 * n + 1)),
    );
    return (this.#heights[height] = Buffer.concat(nodes));
  }
}

const hashAt = (hashes: Buffer, index: number): Hash =>
  hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);

/** How many hashes a tile holds in a tree of `size` leaves; 256 when it is full, 0 when there is none. */
export const widthOf = (size: number, level: number, number: number): number =>
  Math.max(0, Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** level) - number * TILE_WIDTH));
