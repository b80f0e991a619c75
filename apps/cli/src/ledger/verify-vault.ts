import { allHeads } from '#ledger';
import {
  checkReadings,
  checkVault,
  openVault,
  readSettings,
  type VaultVerdict,
} from '../../../runtime/src/index.js';
import { withRuntime } from '../with-runtime.js';

/** Holds each office's vault against the commitments in its log. Exit status: 0 unchanged, 1 something is not. */
export async function verifyVault(json: boolean): Promise<void> {
  const settings = readSettings();
  await withRuntime(async (runtime) => {
    const { vault } = await openVault(runtime, settings);
    for (const { office } of await allHeads(runtime.pool)) {
      const verdict = await checkVault({ ...runtime, vault }, office);
      verdict.findings.push(...(await checkReadings(runtime, office)));
      if (verdict.findings.length > 0) process.exitCode = 1;
      process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : vaultInWords(verdict));
    }
  });
}

function vaultInWords({ office, checked, erased, findings }: VaultVerdict): string {
  const lines = findings.map(
    ({ code, index, stream, version, detail }) =>
      `  ✗ ${code} · index ${index ?? '-'} · stream ${stream} version ${version ?? '-'}: ${detail}`,
  );
  const verdict =
    findings.length === 0 ? 'không đổi từ khi nhận · unchanged since received' : 'ĐÃ BỊ ĐỔI · CHANGED';
  return [
    `đơn vị · office          ${office}`,
    `cam kết · commitments    ${checked}`,
    `đã xóa · erased          ${erased}`,
    ...lines,
    `kho dữ liệu · vault      ${verdict}`,
    '',
  ].join('\n');
}
