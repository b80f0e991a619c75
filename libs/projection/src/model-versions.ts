import { sqlFile } from '#kernel';
import type { Pool, PoolClient } from 'pg';
import { schemaOf, type Projection } from './projection.js';
import { createSchema } from './read-model-schema.js';
import { inTransaction } from './transaction.js';

const SHAPE_OF_TABLES = sqlFile('./shape-of-tables.sql', import.meta.url);

/** Those whose serving tables are of an earlier version, in whatever office. */
export async function outdatedModels(pool: Pool, models: readonly Projection[]): Promise<Projection[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from unnest($1::text[], $2::int[]) as model(name, version)
     where exists (select from public.checkpoint c
                   where c.projection = model.name and c.generation = 'live' and c.version < model.version)`,
    [models.map(({ name }) => name), models.map(({ version }) => version)],
  );
  const names = new Set(rows.map(({ name }) => name));
  return models.filter(({ name }) => names.has(name));
}

/**
 * Whether the serving tables have the shape of those that would be made today: then they answer, and are written, until
 * they are swapped; else this program can neither read nor write them.
 */
export function hasTodaysShape(pool: Pool, model: Projection): Promise<boolean> {
  return inTransaction(pool, async (db) => {
    const probe = schemaOf(model.name, 'probe');
    await createSchema(db, model, probe);
    const isSame = (await shapeOf(db, probe)) === (await shapeOf(db, schemaOf(model.name)));
    await db.query(`drop schema ${probe} cascade`);
    return isSame;
  });
}

async function shapeOf(db: PoolClient, schema: string): Promise<string> {
  // Names are written out in full only where the search path does not lead to them.
  await db.query('set local search_path to public');
  const { rows } = await db.query<{ shape: string }>(SHAPE_OF_TABLES, [schema]);
  return rows[0]?.shape ?? '';
}
