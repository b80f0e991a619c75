import { isolated } from '#kernel';
import type { PoolClient } from 'pg';
import type { Projection } from './projection.js';

/** Makes a read model's tables in a schema of their own, with their indexes. */
export async function createSchema(db: PoolClient, projection: Projection, schema: string): Promise<void> {
  await createTables(db, projection, schema);
  await createIndexes(db, projection, schema);
}

/** Tables that are to be filled before `createIndexes`. */
export async function createTables(db: PoolClient, { ddl }: Projection, schema: string): Promise<void> {
  await db.query(`create schema ${schema}`);
  await db.query(`set local search_path to ${schema}, public`);
  await db.query(ddl);
  await isolateOffices(db, schema);
}

export async function createIndexes(db: PoolClient, { indexes }: Projection, schema: string): Promise<void> {
  if (indexes === undefined) return;
  await db.query(`set local search_path to ${schema}, public`);
  await db.query(indexes);
}

/** Each office sees its own rows of a read model alone, the owner of the tables included. */
async function isolateOffices(db: PoolClient, schema: string): Promise<void> {
  const { rows } = await db.query<{ table: string }>(
    `select quote_ident(table_name) as table from information_schema.columns
     where table_schema = $1 and column_name = 'office'`,
    [schema],
  );
  for (const { table } of rows)
    await db.query(`${isolated(table)} alter table ${table} force row level security`);
}
