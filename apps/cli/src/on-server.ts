import { newId } from '#kernel';
import pg from 'pg';

/** One statement on a connection of its own. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

interface Scratch {
  /** Made from it; nobody may be connected to it meanwhile. */
  template?: string;
  /** Left there in the end, and told by its name. */
  keep?: boolean | undefined;
}

/** Works on a database of its own on a server, which is dropped in the end whatever happens. */
export async function onScratchDatabase<T>(
  serverUrl: string,
  purpose: string,
  work: (url: string) => Promise<T>,
  { template, keep = false }: Scratch = {},
): Promise<T> {
  const name = `${purpose}_${newId().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const from = template === undefined ? '' : ` template "${template}"`;
  await onServer(serverUrl, `create database ${name}${from}`);
  try {
    return await work(url.href);
  } finally {
    if (keep) process.stderr.write(`Giữ lại · kept: database ${name}\n`);
    else await onServer(serverUrl, `drop database ${name} with (force)`);
  }
}
