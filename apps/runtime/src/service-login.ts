import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { serviceUrlOf } from './service-url.js';

/** Sees to it that the service can log in, and as nobody else; asked of the database's owner. */
export async function openServiceLogin(owner: Pick<DataSource, 'query'>, databaseUrl: string): Promise<void> {
  const serviceUrl = serviceUrlOf(databaseUrl);
  if (serviceUrl === undefined || (await opens(serviceUrl))) return;
  const { username, password } = new URL(serviceUrl);
  const login = pg.escapeIdentifier(decodeURIComponent(username));
  const known = await owner.query<object[]>('select 1 from pg_roles where rolname = $1', [
    decodeURIComponent(username),
  ]);
  if (known.length === 0) await owner.query(`create role ${login}`);
  await owner.query(
    `alter role ${login} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
     password ${pg.escapeLiteral(verifierOf(password))}`,
  );
  await owner.query(`grant minh_bach_app to ${login}`);
}

async function opens(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, options: '-c role=minh_bach_app' });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

/** RFC 5803: what the server keeps of a password, made here, so that it stands in no statement and no log of the server's. */
function verifierOf(password: string): string {
  const [salt, rounds] = [randomBytes(16), 4_096];
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const keyed = (what: string) => createHmac('sha256', salted).update(what).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
