import {
  folderSource,
  liveSource,
  parseVerifierKey,
  verifyLedger,
  type LedgerSource,
  type Verdict,
  type VerifierKey,
} from '#ledger/verify';
import { SingleBar } from 'cli-progress';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '../../../runtime/src/settings.js';
import { trustedKeys } from './trusted-keys.js';

export interface VerifyCommand {
  live?: boolean;
  vault?: boolean;
  key: string[];
  witness: string[];
  json?: boolean;
}

/** Verifies exported ledgers, or those of the running database. Exit status: 0 clean, 1 discrepancy, 2 can't tell. */
export async function verify(
  folder: string | undefined,
  { live, vault, key, witness, json }: VerifyCommand,
): Promise<void> {
  const keys = await trustedKeys(readSettings(), key);
  const witnesses = witness.map(parseVerifierKey);
  if (live) {
    const [{ withRuntime }, { allHeads }, { inOffice }] = await Promise.all([
      import('../with-runtime.js'),
      import('#ledger'),
      import('#kernel'),
    ]);
    await withRuntime(async ({ pool }) => {
      const heads = await allHeads(pool);
      await report(
        heads.map(({ office }) => liveSource(pool, office)),
        keys,
        witnesses,
        json ?? false,
        inOffice,
      );
    });
  } else if (folder === undefined && !vault)
    throw new Error('Name a folder, or --live for the running database.');
  else if (folder !== undefined)
    await report((await ledgersIn(folder)).map(folderSource), keys, witnesses, json ?? false);
  if (vault) await (await import('./verify-vault.js')).verifyVault(json ?? false);
}

/** The folder itself, or the offices' folders in it. */
async function ledgersIn(folder: string): Promise<string[]> {
  const isLedger = async (path: string) =>
    Boolean(
      await stat(join(path, 'checkpoint'))
        .catch(() => stat(join(path, 'tile')))
        .catch(() => undefined),
    );
  if (await isLedger(folder)) return [folder];
  const inside = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return inside.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

async function report(
  sources: LedgerSource[],
  keys: VerifierKey[],
  witnesses: VerifierKey[],
  json: boolean,
  within: <T>(office: string, work: () => T) => T = (_office, work) => work(),
): Promise<void> {
  if (sources.length === 0) {
    process.stdout.write('Không có sổ cái nào ở đây · there is no ledger here\n');
    process.exitCode = 2;
  }
  const statuses: number[] = [];
  for (const source of sources) {
    const bar = new SingleBar({
      format: `${source.office} [{bar}] {value}/{total}`,
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    });
    let begun = false;
    const onProgress = (checked: number, size: number) => {
      if (!begun) bar.start(size, 0);
      begun = true;
      bar.update(checked);
    };
    const verdict = await within(source.office, () => verifyLedger(source, { keys, witnesses, onProgress }));
    await source.close();
    bar.stop();
    const status = statusOf(verdict);
    statuses.push(status);
    process.stdout.write(json ? `${JSON.stringify({ ...verdict, status })}\n` : inWords(verdict, status));
  }
  if (sources.length > 0) process.exitCode = statuses.includes(1) ? 1 : Math.max(...statuses);
}

export const statusOf = ({ discrepancyCount, unknown }: Verdict): 0 | 1 | 2 =>
  discrepancyCount > 0 ? 1 : unknown.length > 0 ? 2 : 0;

const VERDICT = [
  'nguyên vẹn · clean',
  'CÓ SAI LỆCH · DISCREPANCY',
  'không kết luận được · can’t tell',
] as const;

function inWords(verdict: Verdict, status: 0 | 1 | 2): string {
  const lines = [
    `đơn vị · office          ${verdict.office}`,
    `số mục · size            ${verdict.size}`,
    `gốc · root               ${verdict.root}`,
    `chữ ký · signatures      ${verdict.signatures.join(', ') || '-'}`,
    `ký chứng · cosignatures  ${verdict.cosignatures.join(', ') || '-'}`,
    `sự kiện · events checked ${verdict.eventsChecked}`,
    ...verdict.discrepancies.map(
      ({ code, index, stream, version, detail }) =>
        `  ✗ ${code}${index === undefined ? '' : ` · index ${index}`}${stream === undefined ? '' : ` · stream ${stream} version ${version}`}: ${detail}`,
    ),
    ...(verdict.discrepancyCount > verdict.discrepancies.length
      ? [`  … ${verdict.discrepancyCount} in all`]
      : []),
    ...verdict.unknown.map((what) => `  ? ${what}`),
    `kết luận · verdict       ${VERDICT[status]}`,
  ];
  return `${lines.join('\n')}\n`;
}
