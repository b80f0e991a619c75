import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Does work whose temporary files (the password that initdb reads) nobody else may come to, not for a moment: they lie in a
 * folder that only the database's user enters. That is another one where this process is root's.
 */
export async function inPrivateFolder<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(dataDir, 'initdb-'));
  const { TMPDIR: before } = process.env;
  try {
    if (process.getuid?.() === 0) await chown(folder, await uidOfPostgres(), 0);
    process.env.TMPDIR = folder;
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true, force: true });
  }
}

async function uidOfPostgres(): Promise<number> {
  const known = () => run('id', ['-u', 'postgres']).then(({ stdout }) => Number(stdout));
  return known().catch(async () => {
    await run('groupadd', ['-f', 'postgres']);
    await run('useradd', ['-g', 'postgres', 'postgres']);
    return known();
  });
}
