import {
  ForkSeen,
  PublishedLedger,
  SealRefused,
  Sealer,
  WITNESS_KEY,
  liveSource,
  newSignerKey,
  verifyLedger,
  witnessCheckpoint,
} from '#ledger';
import type { Bilingual } from '#kernel';
import { OfficePool } from '#kernel/database';
import { Vault, type MasterKeys } from '#vault';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { checkVault, ledgerKey, migrate, openRuntime, vaultMasters } from '../../../../runtime/src/index.js';
import { writeBackup } from '../../backup/backup.js';
import { readBackup } from '../../backup/restore.js';
import { onScratchDatabase } from '../../on-server.js';
import { withDatabase } from '../../with-runtime.js';
import { sealNow } from '../seal-now.js';
import { attacks, type Attack, type Copy } from './attacks.js';

/** What one attack came to. */
export interface Outcome {
  attack: Bilingual;
  /** The check that saw it; null when none did, or when there was nothing to see. */
  caughtBy: 'verifier' | 'witness' | 'sealer' | 'vault' | null;
  code: string | null;
  index: number | null;
  detail: string;
}

/** Attacks copies of the database as a superuser would, and shows which check catches what (diễn tập chống sửa). */
export async function drill({ json }: { json?: boolean }): Promise<void> {
  await withDatabase(async (databaseUrl, settings) => {
    await migrate(databaseUrl);
    const runtime = await openRuntime({ databaseUrl, seedsDir: settings.seedsDir });
    const { office } = runtime;
    const key = await ledgerKey(settings, office);
    const masters = await vaultMasters(settings);
    await sealNow(runtime, settings);
    const seen = await runtime.ledger.checkpoint(office).catch(() => undefined);
    await runtime.close();
    if (seen === undefined)
      throw new Error('Sổ chưa có gì để diễn tập · the ledger is empty: start the service first.');
    const outcomes = await onCopy(databaseUrl, 'template0', async (base) => {
      await copyOffice(databaseUrl, base, key);
      const all: Outcome[] = [];
      for (const attack of attacks) {
        const outcome = await onCopy(base, nameOf(base), (url) =>
          attempt(attack, url, { office, key, masters, seen }),
        );
        all.push(outcome);
        if (!json) process.stdout.write(line(outcome));
      }
      return all;
    });
    if (json) process.stdout.write(`${JSON.stringify({ office, outcomes })}\n`);
    if (outcomes.some(({ caughtBy }) => caughtBy === null)) process.exitCode = 1;
  });
}

/** What is stolen, and what the witness has seen. */
interface Known {
  office: string;
  key: Copy['key'];
  masters: MasterKeys;
  seen: string;
}

async function attempt(attack: Attack, url: string, { office, key, masters, seen }: Known): Promise<Outcome> {
  const db = new pg.Client({ connectionString: url });
  db.on('error', () => undefined); // whoever was using it hears of it from its query
  await db.connect();
  const pool = new OfficePool({ connectionString: url, max: 4, options: '-c role=minh_bach_app' }, office);
  try {
    await db.query('alter table event disable trigger user');
    const before = await fingerprint(db, office);
    const copy = { office, db, pool, key, vault: new Vault(pool, masters), masters };
    await attack.attempt(copy);
    if ((await fingerprint(db, office)) === before) return { attack: attack.name, ...NOTHING_CHANGED };
    return { attack: attack.name, ...(await caught(copy, seen)) };
  } finally {
    await pool.end();
    await db.end();
  }
}

/** An attack that changed nothing proves nothing, whoever sees it. */
const NOTHING_CHANGED = {
  caughtBy: null,
  code: 'nothing_changed',
  index: null,
  detail: 'không có gì để tấn công · there was nothing to attack',
} as const;

/** Changes with any row of the office's log or vault, and with the place of each. */
async function fingerprint(db: pg.Client, office: string): Promise<string> {
  const { rows } = await db.query<{ print: string }>(
    `select concat_ws('/', (select sum(hashtextextended(e::text, 0)) from event e where office = $1),
                           (select sum(hashtextextended(p::text, 0)) from vault.person p where office = $1),
                           (select sum(hashtextextended(f::text, 0)) from vault.fact f where office = $1),
                           (select sum(hashtextextended(f::text, 0)) from vault.file f where office = $1)) as print`,
    [office],
  );
  return rows[0]?.print ?? '';
}

/** Asks the sealer, the verifier, the vault's commitments and the witness, in this order. */
async function caught({ pool, office, key, vault }: Copy, seen: string): Promise<Omit<Outcome, 'attack'>> {
  try {
    await new Sealer(pool, () => key).sealAll(office);
  } catch (error) {
    if (!(error instanceof SealRefused)) throw error;
    return { caughtBy: 'sealer', code: 'clock_went_back', index: null, detail: error.message };
  }
  const { discrepancies } = await verifyLedger(liveSource(pool, office), { keys: [key.verifier] });
  const [first] = discrepancies;
  if (first)
    return { caughtBy: 'verifier', code: first.code, index: first.index ?? null, detail: first.detail };
  const ledger = new PublishedLedger(pool);
  const { findings } = await checkVault({ pool, ledger, vault }, office);
  const [changed] = findings;
  if (changed) return { caughtBy: 'vault', code: changed.code, index: changed.index, detail: changed.detail };
  try {
    const size = (await ledger.head(office)).size;
    await witnessCheckpoint(
      Buffer.from(await ledger.checkpoint(office)),
      { note: seen },
      {
        keys: [key.verifier],
        signer: newSignerKey('witness.drill', WITNESS_KEY),
        at: new Date(),
        readTile: (level, number, width) => ledger.tileOf(office, size, { level, number, width }),
      },
    );
    return { caughtBy: null, code: null, index: null, detail: '' };
  } catch (error) {
    if (!(error instanceof ForkSeen)) throw error;
    return { caughtBy: 'witness', code: error.code, index: null, detail: error.message };
  }
}

/** The office as a backup has it: so the service may go on beside the drill. */
async function copyOffice(from: string, to: string, key: Copy['key']): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-drill-'));
  try {
    await migrate(to);
    await writeBackup(from, join(folder, 'backup'));
    await readBackup(to, join(folder, 'backup'), {}, [key.verifier]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const nameOf = (databaseUrl: string): string => new URL(databaseUrl).pathname.slice(1);

/** Works on a database made from a template on the same server; nobody may be connected to the template. */
function onCopy<T>(databaseUrl: string, template: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = new URL(databaseUrl);
  server.pathname = '/template1';
  return onScratchDatabase(server.href, 'drill', work, { template });
}

const BY = {
  verifier: 'bộ kiểm tra · verifier',
  witness: 'bên làm chứng · witness',
  sealer: 'bộ niêm phong · sealer',
  vault: 'cam kết của kho · the vault’s commitments',
};

const line = ({ attack, caughtBy, code, index, detail }: Outcome): string =>
  caughtBy === null
    ? `✗ ${attack.vi} · ${attack.en}: ${code === null ? 'KHÔNG AI THẤY · NOT CAUGHT' : `KHÔNG TẤN CÔNG ĐƯỢC · COULD NOT ATTACK: ${detail}`}\n`
    : `✓ ${attack.vi} · ${attack.en}\n    ${BY[caughtBy]}: ${code}${index === null ? '' : `, index ${index}`} (${detail})\n`;
