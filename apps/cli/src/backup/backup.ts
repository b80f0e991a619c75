import { allHeads } from '#ledger';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { sealNow } from '../ledger/seal-now.js';
import { withRuntime } from '../with-runtime.js';
import { KEPT_TABLES, LOG_TABLE, fileOf, type Manifest } from './tables.js';

/** Writes a backup while the service runs, and says what is in it. */
export async function backup(folder: string): Promise<void> {
  await withRuntime(async (runtime, settings) => {
    await sealNow(runtime, settings);
    const { files } = await writeBackup(runtime.databaseUrl, folder);
    for (const { table, rows } of files) process.stdout.write(`${table.padEnd(20)} ${rows}\n`);
  });
}

/** Writes a backup of one moment into an empty folder; refuses another. Private keys are not in it. */
export async function writeBackup(databaseUrl: string, folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} không trống · is not empty.`);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const heads = await allHeads(client);
    const manifest: Manifest = {
      format: 1,
      madeAt: new Date().toISOString(),
      ledgers: heads.map(({ office, size, checkpoint, key }) => ({ office, size, checkpoint, key })),
      files: [],
    };
    for (const table of [LOG_TABLE, ...KEPT_TABLES]) manifest.files.push(await dump(client, table, folder));
    // Last: a folder with a manifest is whole.
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } finally {
    await client.end();
  }
}

async function dump(client: pg.Client, table: string, folder: string): Promise<Manifest['files'][number]> {
  const hash = createHash('sha256');
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const file = fileOf(table);
  const columns = await columnsOf(client, table);
  const copy = client.query(copyTo(`copy ${table} (${columns.join(', ')}) to stdout`));
  await pipeline(copy, counting, createWriteStream(join(folder, file), { mode: 0o600, flush: true }));
  return { table, file, rows: copy.rowCount, sha256: hash.digest('hex'), columns };
}

/** A table's columns, in the order in which they were added. */
export async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}
