import { newSignerKey, rotateKey } from '#ledger';
import { rename, writeFile } from 'node:fs/promises';
import { ledgerKey, ledgerKeyFile } from '../../../runtime/src/index.js';
import { withRuntime } from '../with-runtime.js';

/** Gives the office's ledger a new key, which the old one vouches for in the log. */
export async function rotateLedgerKey({ as }: { as: string }): Promise<void> {
  await withRuntime(async (runtime, settings) => {
    const { office, clock, accounts } = runtime;
    const old = await ledgerKey(settings, office);
    const made = newSignerKey(old.verifier.name);
    const path = ledgerKeyFile(settings, office);
    // Kept before it is in force: a crash in between leaves the old key in force and the new one at hand.
    await writeFile(`${path}.next`, `${made.secret}\n`, { mode: 0o600 });
    await rotateKey(runtime, office, old, made, await accounts.personOf(office, as), clock.now());
    if (settings.ledgerKey === undefined) {
      await rename(path, `${path}.${old.verifier.id.toString('hex')}`).catch(() => undefined);
      await rename(`${path}.next`, path);
    } else process.stdout.write(`Đặt LEDGER_KEY theo tệp · set LEDGER_KEY from the file: ${path}.next\n`);
    process.stdout.write(`${old.verifier.text}\n→ ${made.verifier.text}\n`);
  });
}
