import { readFile, stat, writeFile } from 'node:fs/promises';
import { LOG_KEY, newSignerKey, parseSignerKey, type SignerKey } from '../format/keys.js';

/**
 * The office's signing key: as given, or from a file only its owner may read, made at first use. Never from the
 * database. Refuses a file that others may read.
 */
export async function officeKey(given: string | undefined, path: string, name: string): Promise<SignerKey> {
  if (given !== undefined) return parseSignerKey(given);
  const kept = await stat(path).catch(() => undefined);
  if (!kept) {
    const made = newSignerKey(name, LOG_KEY);
    // Of two processes that begin together, one makes the file and the other reads it.
    await writeFile(path, `${made.secret}\n`, { mode: 0o600, flag: 'wx' }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  } else if ((kept.mode & 0o077) !== 0)
    throw new Error(`${path} holds a private key and may be read by others: chmod 600 ${path}`);
  return parseSignerKey(await readFile(path, 'utf8'));
}
