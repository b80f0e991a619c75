import { eventStoreMigrations } from '#event-store';
import { OfficePool, newId } from '#kernel';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** A database of its own for one spec file, with the schema in place. */
export interface TestDatabase {
  url: string;
  /** Connections of the running service: the application's role, held to one office. */
  pool(office?: string): pg.Pool;
  /** Connections of the database's owner. */
  owner(): pg.Pool;
  close(): Promise<void>;
}

export async function freshDatabase(
  migrations: (new () => object)[] = eventStoreMigrations,
): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES ?? '';
  const name = `t_${newId().replaceAll('-', '')}`;
  await inServer(server, `create database ${name}`);
  const url = `${server}/${name}`;
  const source = new DataSource({ type: 'postgres', url, migrations: migrations as never[] });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  const pools: pg.Pool[] = [];
  const open = (pool: pg.Pool) => {
    pool.on('error', () => undefined);
    pools.push(pool);
    return pool;
  };
  return {
    url,
    pool: (office = 'xa-thu') =>
      open(new OfficePool({ connectionString: url, max: 10, options: '-c role=minh_bach_app' }, office)),
    owner: () => open(new pg.Pool({ connectionString: url, max: 10 })),
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await inServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function inServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query(sql);
  await client.end();
}
