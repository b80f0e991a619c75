import { eventStoreMigrations } from '#event-store';
import { newId } from '#kernel';
import { OfficePool } from '#kernel/database';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** How long the end of a spec file waits for connections that its tests hold; what fails may hold one for good. */
const LET_GO_MS = 5_000;

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
  const name = newName();
  await inServer(`create database ${name}`);
  const source = new DataSource({ type: 'postgres', url: urlOf(name), migrations: migrations as never[] });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  return open(name);
}

/** A copy of what `fill` made of an empty database the first time that this run of the tests asked for it. */
export async function copiedDatabase(
  template: string,
  fill: (url: string) => Promise<void>,
): Promise<TestDatabase> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    // Spec files run side by side: one fills it, the others wait.
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const known = await client.query('select from pg_database where datname = $1', [template]);
    if (known.rowCount === 0) {
      const filling = newName();
      await client.query(`create database ${filling}`);
      await fill(urlOf(filling));
      await client.query(`alter database ${filling} rename to ${template}`);
    }
  } finally {
    await client.end();
  }
  const name = newName();
  await inServer(`create database ${name} template ${template}`);
  // A copy has all of its template but what was granted on the database itself.
  await inServer(`grant create on database ${name} to minh_bach_app`);
  return open(name);
}

const newName = (): string => `t_${newId().replaceAll('-', '')}`;
/** The PostgreSQL of this worker of Jest's, by its owner's login. */
export const testServer = (): string =>
  process.env[`TEST_POSTGRES_${process.env.JEST_WORKER_ID ?? ''}`] ?? '';
const urlOf = (name: string): string => `${testServer()}/${name}`;

function open(name: string): TestDatabase {
  const url = urlOf(name);
  const pools: pg.Pool[] = [];
  const kept = (pool: pg.Pool) => {
    pool.on('error', () => undefined);
    // Also what a failed test still holds is cut off at the end.
    pool.on('connect', (client) => client.on('error', () => undefined));
    pools.push(pool);
    return pool;
  };
  return {
    url,
    pool: (office = 'xa-thu') =>
      kept(new OfficePool({ connectionString: url, max: 10, options: '-c role=minh_bach_app' }, office)),
    owner: () => kept(new pg.Pool({ connectionString: url, max: 10 })),
    close: async () => {
      const ended = Promise.all(pools.map((pool) => pool.end()));
      await Promise.race([ended, sleep(LET_GO_MS, undefined, { ref: false })]);
      await inServer(`drop database ${name} with (force)`);
    },
  };
}

async function inServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  await client.query(sql);
  await client.end();
}
