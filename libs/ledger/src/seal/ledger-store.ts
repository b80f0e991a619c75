import type { LogPosition } from '#event-store';
import type { ClientBase, Pool } from 'pg';
import type { GrownTile, RightEdge } from '../tree/growth.js';
import { TILE_WIDTH } from '../tree/proof.js';

/** Where an office's tree stands. */
export interface Head {
  office: string;
  size: number;
  root: Buffer;
  checkpoint: string;
  key: string;
  alarm: string | null;
  sealedAt: Date | null;
  /** The last event it covers. */
  place: LogPosition;
}

interface HeadRow {
  office: string;
  size: string;
  root: Buffer;
  checkpoint: string;
  key: string;
  alarm: string | null;
  sealed_at: Date | null;
  transaction_id: string;
  position: string;
}

const toHead = (row: HeadRow): Head => ({
  office: row.office,
  size: Number(row.size),
  root: row.root,
  checkpoint: row.checkpoint,
  key: row.key,
  alarm: row.alarm,
  sealedAt: row.sealed_at,
  place: { transactionId: row.transaction_id, position: Number(row.position) },
});

/** Begins an office's ledger under a key; nothing where it has begun. */
export async function startHead(pool: Pool, office: string, key: string): Promise<void> {
  await pool.query({
    name: 'start_head',
    text: 'insert into ledger.head (office, key) select $1, $2 where not exists (select from ledger.head where office = $1) on conflict do nothing',
    values: [office, key],
  });
}

/** The head, held for this transaction; undefined while another sealer holds it, unless that one is waited for. */
export async function lockHead(db: ClientBase, office: string, wait = false): Promise<Head | undefined> {
  const { rows } = await db.query<HeadRow>(
    `select * from ledger.head where office = $1 for update ${wait ? '' : 'skip locked'}`,
    [office],
  );
  return rows[0] && toHead(rows[0]);
}

export async function findHead(db: Pool | ClientBase, office: string): Promise<Head | undefined> {
  const { rows } = await db.query<HeadRow>('select * from ledger.head where office = $1', [office]);
  return rows[0] && toHead(rows[0]);
}

/** The newest event of the office that can be seen. */
export async function newestPlace(db: Pick<Pool, 'query'>, office: string): Promise<LogPosition> {
  const { rows } = await db.query<Pick<HeadRow, 'transaction_id' | 'position'>>(
    `select transaction_id, position from public.event where office = $1
     order by transaction_id desc, position desc limit 1`,
    [office],
  );
  return { transactionId: rows[0]?.transaction_id ?? '0', position: Number(rows[0]?.position ?? 0) };
}

/** Whether the office's tree reaches as far as a place. */
export async function isCovered(
  db: Pick<Pool, 'query'>,
  office: string,
  { transactionId, position }: LogPosition,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'select from ledger.head where office = $1 and (transaction_id, position) >= ($2::xid8, $3::bigint)',
    [office, transactionId, position],
  );
  return rowCount === 1;
}

/** Where the trees of all offices stand. */
export async function allHeads(db: Pick<Pool, 'query'>): Promise<Head[]> {
  const { rows } = await db.query<HeadRow>(
    'select h.* from ledger.head h join public.followed_office using (office) order by office',
  );
  return rows.map(toHead);
}

/** What all offices' ledgers come to, and those that stopped, no more than `limit`. */
export interface LedgersInAll {
  offices: number;
  size: number;
  stopped: number;
  alarms: { office: string; alarm: string }[];
}

export async function ledgersInAll(db: Pick<Pool, 'query'>, limit: number): Promise<LedgersInAll> {
  const heads = 'ledger.head join public.followed_office using (office)';
  const [{ rows }, { rows: alarms }] = await Promise.all([
    db.query<Omit<LedgersInAll, 'alarms'>>(
      `select count(*)::int as offices, coalesce(sum(size), 0)::float8 as size, count(alarm)::int as stopped from ${heads}`,
    ),
    db.query<{ office: string; alarm: string }>(
      `select office, alarm from ${heads} where alarm is not null order by office limit $1`,
      [limit],
    ),
  ]);
  return { ...(rows[0] ?? { offices: 0, size: 0, stopped: 0 }), alarms };
}

/** The heads that were signed last, no more than `limit`. */
export async function newestHeads(db: Pick<Pool, 'query'>, limit: number): Promise<Head[]> {
  const { rows } = await db.query<HeadRow>(
    `select h.* from ledger.head h join public.followed_office using (office)
     order by sealed_at desc nulls last, office limit $1`,
    [limit],
  );
  return rows.map(toHead);
}

/** The partial tiles of a tree of `size`. */
export async function rightEdge(db: ClientBase, office: string, size: number): Promise<RightEdge> {
  const levels: { level: number; number: number }[] = [];
  for (let level = 0, n = size; n > 0; level += 1, n = Math.floor(n / TILE_WIDTH))
    levels.push({ level, number: Math.floor(n / TILE_WIDTH) });
  const { rows } = await db.query<{ level: number; hashes: Buffer }>(
    `select t.level, t.hashes from unnest($2::smallint[], $3::bigint[]) as w(level, number)
     join ledger.tile t on t.office = $1 and t.level = w.level and t.number = w.number`,
    [office, levels.map((l) => l.level), levels.map((l) => l.number)],
  );
  return levels.map(({ level }) => rows.find((row) => row.level === level)?.hashes ?? Buffer.alloc(0));
}

export async function readTile(
  db: Pool | ClientBase,
  office: string,
  level: number,
  number: number,
): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ hashes: Buffer }>({
    name: 'read_tile',
    text: 'select hashes from ledger.tile where office = $1 and level = $2 and number = $3',
    values: [office, level, number],
  });
  return rows[0]?.hashes;
}

export async function writeTiles(
  db: ClientBase,
  office: string,
  tiles: GrownTile[],
  bundles: { n: number; t: string; p: number }[],
): Promise<void> {
  await db.query(
    `insert into ledger.tile (office, level, number, hashes)
     select $1, * from unnest($2::smallint[], $3::bigint[], $4::bytea[])
     on conflict (office, level, number) do update set hashes = excluded.hashes`,
    [office, tiles.map((t) => t.level), tiles.map((t) => t.number), tiles.map((t) => t.hashes)],
  );
  if (bundles.length === 0) return;
  await db.query(
    `insert into ledger.bundle (office, number, transaction_id, position)
     select $1, * from unnest($2::bigint[], $3::xid8[], $4::bigint[])`,
    [office, bundles.map((b) => b.n), bundles.map((b) => b.t), bundles.map((b) => b.p)],
  );
}
