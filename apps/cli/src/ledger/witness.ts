import {
  ForkSeen,
  FormatError,
  WITNESS_KEY,
  newSignerKey,
  parseSignerKey,
  parseVerifierKey,
  tilePath,
  witnessCheckpoint,
  type SignerKey,
} from '#ledger';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface WitnessCommand {
  key: string;
  logKey: string[];
  remember: string;
  name: string;
  every?: string;
}

/** What a witness keeps in its file: the last checkpoint of each ledger, and every fork it was offered. */
interface Memory {
  ledgers: Record<string, { note: string }>;
  forks: { at: string; code: string; before: string; offered: string }[];
  /** The keys that each office says it has destroyed, none ever taken back: `restore --erased` reads them. */
  erased?: Record<string, string[]>;
}

/**
 * Watches an office's published ledger from outside (bên làm chứng): remembers, demands consistency, cosigns, and
 * hands the cosignature in. Exit status: 0 cosigned, 1 a fork or a bad checkpoint, 2 can't tell.
 */
export async function witness(url: string, options: WitnessCommand): Promise<void> {
  const signer = await witnessKey(options.key, options.name);
  const seconds = options.every === undefined ? undefined : Number(options.every);
  do {
    process.exitCode = await once(url.replace(/\/$/, ''), signer, options);
    if (seconds !== undefined) await sleep(seconds * 1_000);
  } while (seconds !== undefined);
}

async function once(
  url: string,
  signer: SignerKey,
  { logKey, remember }: WitnessCommand,
): Promise<0 | 1 | 2> {
  const memory = await recall(remember);
  try {
    const offered = await get(`${url}/checkpoint`);
    const origin = offered.toString().split('\n')[0] ?? '';
    const { checkpoint, cosigned } = await witnessCheckpoint(offered, memory.ledgers[origin], {
      keys: logKey.map(parseVerifierKey),
      signer,
      at: new Date(),
      readTile: (level, number, width) => get(`${url}/${tilePath({ level, number, width })}`),
    });
    const before = memory.erased?.[origin] ?? [];
    const erased = [...new Set([...before, ...(await erasedAt(url))])];
    // Remembered before it is said: a witness that crashes here never cosigns something else for this size.
    await keep(remember, {
      ...memory,
      ledgers: { ...memory.ledgers, [origin]: { note: offered.toString() } },
      erased: { ...memory.erased, [origin]: erased },
    });
    const answer = await fetch(`${url}/cosignatures`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: cosigned,
    });
    process.stdout.write(
      `${origin}: ${checkpoint.size} ✓${answer.ok ? '' : ` (chữ ký chứng không được nhận · cosignature not taken: ${answer.status})`}\n${answer.ok ? '' : cosigned}`,
    );
    return 0;
  } catch (error) {
    if (error instanceof ForkSeen) {
      const { code, before, offered, message } = error;
      await keep(remember, {
        ...memory,
        forks: [...memory.forks, { at: new Date().toISOString(), code, before, offered }],
      });
      process.stdout.write(
        `✗ ${code}: ${message}\n--- đã thấy · seen before\n${before}--- nay đưa ra · offered now\n${offered}`,
      );
      return 1;
    }
    if (error instanceof FormatError) {
      process.stdout.write(`✗ ${error.code}: ${error.message}\n`);
      return 1;
    }
    process.stdout.write(`? ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

/** None where an office does not say. */
async function erasedAt(url: string): Promise<string[]> {
  const said = await get(`${url}/erased`).catch(() => Buffer.alloc(0));
  return said.toString().split('\n').filter(Boolean);
}

async function get(url: string): Promise<Buffer> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

async function witnessKey(path: string, name: string): Promise<SignerKey> {
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept !== undefined) return parseSignerKey(kept);
  const made = newSignerKey(name, WITNESS_KEY);
  await writeFile(path, `${made.secret}\n`, { mode: 0o600, flag: 'wx' });
  process.stdout.write(
    `Khóa công khai của bên làm chứng · the witness’s public key:\n${made.verifier.text}\n`,
  );
  return made;
}

async function recall(path: string): Promise<Memory> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? { ledgers: {}, forks: [] } : (JSON.parse(text) as Memory);
}

/** Whole or not at all, whenever the machine stops. */
async function keep(path: string, memory: Memory): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(memory, null, 2)}\n`, { flush: true });
  await rename(`${path}.new`, path);
}
