import type { LogSlice } from '#event-store';
import type { ClientBase } from 'pg';
import { grow } from '../tree/growth.js';
import { leafHash, type Hash } from '../tree/hash.js';
import { TILE_WIDTH, TiledTree } from '../tree/proof.js';
import { entryOf } from './entry.js';
import { rightEdge, writeTiles } from './ledger-store.js';

/** Puts events behind a tree of `size`, in the caller's transaction; answers the new size and root. */
export async function extendTree(
  db: ClientBase,
  office: string,
  size: number,
  { events }: Pick<LogSlice, 'events'>,
): Promise<{ size: number; root: Hash }> {
  const leaves = events.map((event, n) => leafHash(entryOf(event, size + n)));
  const { tiles, edge } = grow(await rightEdge(db, office, size), size, leaves);
  const grown = size + leaves.length;
  const root = await new TiledTree(grown, async (level, number) => {
    const tile = tiles.find((t) => t.level === level && t.number === number);
    return tile?.hashes ?? edge[level] ?? Buffer.alloc(0);
  }).root();
  const bundles = events.flatMap(({ transactionId, position }, n) =>
    (size + n) % TILE_WIDTH === 0 ? [{ n: (size + n) / TILE_WIDTH, t: transactionId, p: position }] : [],
  );
  await writeTiles(db, office, tiles, bundles);
  return { size: grown, root };
}
