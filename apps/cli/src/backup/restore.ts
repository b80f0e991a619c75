import { LogReader, Upcasters, type EventRow } from '#event-store';
import {
  Sealer,
  checkSignature,
  extendTree,
  liveSource,
  parseCheckpoint,
  parseVerifierKey,
  verifyLedger,
  type VerifierKey,
} from '#ledger';
import { inOffice, newId } from '#kernel';
import { EraseAgain } from '#persons';
import { rebuild } from '#projection';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ledgerKey, migrate, openRuntime, projections, type Settings } from '../../../runtime/src/index.js';
import { trustedKeys } from '../ledger/trusted-keys.js';
import { statusOf } from '../ledger/verify.js';
import { withDatabase } from '../with-runtime.js';
import { columnsOf } from './backup.js';
import { destroyAgain, destroyedKeys, type ErasedAgain } from './destroyed-keys.js';
import { KEPT_TABLES, LOG_TABLE, fileOf, type Manifest } from './tables.js';

export interface RestoreCommand {
  verify?: boolean;
  /** Only the first so many events of the office's ledger: the office as it stood then. */
  size?: string;
  /** The same, by the instant at which they were sealed. */
  until?: string;
  key: string[];
  /** Lists of destroyed keys. */
  erased: string[];
}

const SLICE = 10_000;
const ERASED_BEFORE = 'Đã xóa trước khi khôi phục bản sao · erased before this backup was restored';
/** What a backup brought, and whom it would have brought back. */
interface Restored {
  manifest: Manifest;
  again: ErasedAgain[];
}

/** Restores a backup into an empty database, and makes anew what is made from the log; refuses without a list of destroyed keys. */
export async function restore(folder: string, options: RestoreCommand): Promise<void> {
  await withDatabase(async (databaseUrl, settings) => {
    const erased = await destroyedKeys(options.erased, settings.dataDir);
    await migrate(databaseUrl);
    const keys = await trustedKeys(settings, options.key);
    const { manifest, again } = await readBackup(databaseUrl, folder, options, keys, erased);
    await finish(databaseUrl, settings, { manifest, again }, options, keys);
  });
}

/**
 * Takes a backup into a database that has the schema and nothing else. The tree is grown anew from the restored
 * events; only when its root is the one that the office had signed is anything kept.
 */
export async function readBackup(
  databaseUrl: string,
  folder: string,
  cut: Pick<RestoreCommand, 'size' | 'until'>,
  keys: VerifierKey[],
  erased: readonly string[] = [],
): Promise<Restored> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  await checkFiles(folder, manifest);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await requireEmpty(client);
    const backup = { folder, manifest };
    await loadLog(client, backup);
    for (const table of KEPT_TABLES) await load(client, table, table, backup);
    await client.query(
      `select setval(pg_get_serial_sequence('vault.reading', 'id'), coalesce((select max(id) from vault.reading), 1))`,
    );
    await client.query(
      `select setval(pg_get_serial_sequence('outbox', 'seq'), coalesce((select max(seq) from outbox), 1))`,
    );
    for (const ledger of manifest.ledgers)
      await growTree(client, ledger, await cutAt(client, ledger.office, cut), keys);
    const again = await destroyAgain(client, erased);
    await client.query('commit');
    return { manifest, again };
  } finally {
    await client.end();
  }
}

async function checkFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const { table, file, sha256 } of manifest.files) {
    const hash = createHash('sha256');
    if (file !== fileOf(table)) throw new Error(`manifest.json: ${file}?`);
    await pipeline(createReadStream(join(folder, file)), hash);
    if (hash.digest('hex') !== sha256)
      throw new Error(`${file} không phải tệp đã sao lưu · is not the file that was backed up.`);
  }
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select from event limit 1');
  if (rows.length > 0)
    throw new Error(
      'Cơ sở dữ liệu không trống; không ghi gì · the database is not empty; nothing was written.',
    );
}

interface Backup {
  folder: string;
  manifest: Manifest;
}

async function load(
  client: pg.Client,
  table: string,
  source: string,
  { folder, manifest }: Backup,
): Promise<void> {
  const kept = manifest.files.find((file) => file.table === source);
  if (table !== LOG_TABLE) await client.query(`delete from ${table}`);
  // A backup from before there was such a table.
  if (!kept) return;
  const path = join(folder, fileOf(source));
  const columns = kept.columns ?? (await columnsOf(client, table)).slice(0, await widthOf(path));
  await pipeline(
    createReadStream(path),
    client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)),
  );
}

/** How many columns the lines of a file have; all there are, where it has no lines. */
async function widthOf(path: string): Promise<number | undefined> {
  for await (const line of createInterface({ input: createReadStream(path) })) return line.split('\t').length;
  return undefined;
}

/**
 * Transaction ids mean nothing on another server: all events get one that lies before any new one, and the positions
 * are dealt out in the order that the log had, so that the order stays what it was.
 */
async function loadLog(client: pg.Client, backup: Backup): Promise<void> {
  await client.query('create temp table incoming (like event) on commit drop');
  await load(client, 'incoming', LOG_TABLE, backup);
  await client.query(`
    insert into event overriding system value
    select (jsonb_populate_record(null::event, to_jsonb(i) - 'n' || jsonb_build_object('position', p.position, 'transaction_id', '1'))).*
    from (select *, row_number() over (order by transaction_id, position) as n from incoming) i
    join (select position, row_number() over (order by position) as n from incoming) p using (n)
    order by p.position`);
  await client.query(`select setval('event_position_seq', coalesce((select max(position) from event), 1))`);
}

/** How many of an office's events are wanted; undefined for all. */
async function cutAt(
  client: pg.Client,
  office: string,
  { size, until }: Pick<RestoreCommand, 'size' | 'until'>,
): Promise<number | undefined> {
  if (size !== undefined) return Number(size);
  if (until === undefined) return undefined;
  const { rows } = await client.query<{ size: string | null }>(
    'select max(size) as size from ledger.seal where office = $1 and sealed_at <= $2',
    [office, until],
  );
  if (!rows[0]?.size)
    throw new Error(`${office}: chưa có gì được niêm phong trước ${until} · nothing was sealed before then.`);
  return Number(rows[0].size);
}

/** Grows the tree over all that was backed up and holds it against the signed root; then cuts where asked. */
async function growTree(
  client: pg.Client,
  { office, size, checkpoint, key }: Manifest['ledgers'][number],
  cut: number | undefined,
  keys: VerifierKey[],
): Promise<void> {
  const signed = parseCheckpoint(Buffer.from(checkpoint));
  checkSignature(signed, keys.length > 0 ? keys : [parseVerifierKey(key)]);
  const reader = new LogReader(new Upcasters());
  let grown = 0;
  let root: Buffer = Buffer.alloc(0);
  let last = { position: 0, transactionId: '0' };
  while (grown < size) {
    const { rows } = await client.query<EventRow>(
      'select * from event where office = $1 and position > $2 order by position limit $3',
      [office, last.position, Math.min(SLICE, size - grown)],
    );
    const events = rows.map((row) => reader.toEvent(row));
    const end = events.at(-1);
    if (!end) break;
    ({ size: grown, root } = await extendTree(client, office, grown, { events }));
    last = { position: end.position, transactionId: end.transactionId };
  }
  if (grown !== size || !root.equals(signed.root))
    throw new Error(
      `${office}: bản sao không khớp gốc đã ký, không khôi phục gì · the backup does not lead to the signed root; nothing was restored.`,
    );
  if (cut === undefined) {
    await client.query(
      'insert into ledger.head (office, size, root, checkpoint, transaction_id, position, key, sealed_at) values ($1, $2, $3, $4, $5, $6, $7, now())',
      [office, size, root, checkpoint, last.transactionId, last.position, key],
    );
    return;
  }
  await cutAfter(client, office, cut, size);
}

/** Keeps the first `cut` events; they are sealed again under a checkpoint of their own. */
async function cutAfter(client: pg.Client, office: string, cut: number, size: number): Promise<void> {
  if (!Number.isSafeInteger(cut) || cut < 1 || cut > size) throw new Error(`${office}: 1 ≤ size ≤ ${size}`);
  await client.query('alter table event disable trigger event_is_final');
  await client.query(
    'delete from event where office = $1 and position > (select position from event where office = $1 order by position offset $2 limit 1)',
    [office, cut - 1],
  );
  await client.query('alter table event enable trigger event_is_final');
  for (const table of ['tile', 'bundle', 'seal', 'cosigned'])
    await client.query(`delete from ledger.${table} where office = $1`, [office]);
}

async function finish(
  databaseUrl: string,
  settings: Settings,
  { manifest, again }: Restored,
  { verify, size, until }: RestoreCommand,
  keys: VerifierKey[],
): Promise<void> {
  const runtime = await openRuntime({ databaseUrl, seedsDir: settings.seedsDir });
  try {
    for (const { office, person_id: personId } of again) {
      const envelope = { office, actor: 'worker:restore', commandId: newId() };
      await inOffice(office, () =>
        runtime.commands.send(EraseAgain, envelope, personId, { reason: ERASED_BEFORE }),
      );
    }
    if (again.length > 0)
      process.stdout.write(`${again.length} người đã xóa được xóa lại · erased people were erased again\n`);
    for (const projection of projections) await rebuild(runtime.pool, runtime.projector, projection);
    for (const { office, key } of manifest.ledgers) {
      if (size !== undefined || until !== undefined) {
        const signer = await ledgerKey(settings, office);
        await new Sealer(runtime.pool, () => signer).sealAll(office);
      }
      const head = await runtime.ledger.head(office);
      process.stdout.write(`${office}: ${head.size} sự kiện · events\n`);
      if (!verify) continue;
      const trusted = keys.length > 0 ? keys : [parseVerifierKey(key)];
      const verdict = await verifyLedger(liveSource(runtime.pool, office), { keys: trusted });
      for (const { code, index, detail } of verdict.discrepancies)
        process.stdout.write(`  ✗ ${code} ${index ?? ''}: ${detail}\n`);
      if (statusOf(verdict) !== 0) process.exitCode = statusOf(verdict);
      else
        process.stdout.write(
          `  ✓ ${verdict.eventsChecked} sự kiện khớp gốc đã ký · events lead to the signed root\n`,
        );
    }
  } finally {
    await runtime.close();
  }
}
