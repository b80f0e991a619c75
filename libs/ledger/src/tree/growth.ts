import { HASH_BYTES, perfectRoot, type Hash } from './hash.js';
import { TILE_WIDTH } from './proof.js';

/** A tile that is new or has grown. */
export interface GrownTile {
  level: number;
  number: number;
  hashes: Buffer;
}

/** The tiles at the tree's right edge, one a level from the leaves up; each partial, perhaps empty. */
export type RightEdge = Buffer[];

/** Adds leaves to a tree of `size`: the tiles that changed, and the new right edge. */
export function grow(edge: RightEdge, size: number, leaves: Hash[]): { tiles: GrownTile[]; edge: RightEdge } {
  const tiles: GrownTile[] = [];
  const next: RightEdge = [];
  let added = leaves;
  for (let level = 0; added.length > 0 || level < edge.length; level += 1) {
    const before = edge[level] ?? Buffer.alloc(0);
    let number = Math.floor(Math.floor(size / TILE_WIDTH ** level) / TILE_WIDTH);
    let all = Buffer.concat([before, ...added]);
    const roots: Hash[] = [];
    for (; all.length >= TILE_WIDTH * HASH_BYTES; number += 1) {
      const hashes = all.subarray(0, TILE_WIDTH * HASH_BYTES);
      tiles.push({ level, number, hashes });
      roots.push(perfectRoot(hashes));
      all = all.subarray(TILE_WIDTH * HASH_BYTES);
    }
    if (all.length > 0 && added.length > 0) tiles.push({ level, number, hashes: all });
    next.push(all);
    added = roots;
  }
  return { tiles, edge: next };
}
