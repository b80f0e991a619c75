import { execFile } from 'node:child_process';
import { cp, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LongCheck } from '../long/long-check.js';
import { withProduct } from '../support/started-product.js';

const HINT =
  'Go and its reader of transparency logs are not here: apt-get install -y golang-go golang-golang-x-mod-dev';
/** Where Debian's packages put their sources; nothing is fetched. */
const GO = { GO111MODULE: 'off', GOFLAGS: '', GOPATH: process.env.GOPATH ?? '/usr/share/gocode' };
const SOURCE = 'test/interop/check-ledger.go';

const GOLDEN = ['test/golden/ledger', 'test/golden/ledger-2', 'test/golden/ledger-1-and-2'];
/** The public key of what `test/support/small-ledger.ts` seals. */
const GOLDEN_KEY = 'example.com/ledger/thieu-van+10a6397e+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c';

const run = promisify(execFile);

/** Readers that we did not write read our ledgers: Go's `sumdb/tlog` and `sumdb/note`. */
export const readByGo: LongCheck = {
  name: 'go',
  holds: 'Go’s sumdb/tlog and sumdb/note read the ledgers of before, of today, and of a running office',
  async run(note) {
    const scratch = await mkdtemp(join(tmpdir(), 'minh-bach-go-'));
    try {
      const program = await built(scratch);
      const check = async (place: string, key: string) => (await run(program, [place, key])).stdout.trim();
      for (const folder of GOLDEN) note(`${folder}: ${await check(folder, GOLDEN_KEY)}`);
      await refusesWhatWasChanged(scratch, check);
      note('an entry of which a byte was changed: refused');
      const office = await withProduct(async ({ url }) => {
        const ledger = `${url}/ledger/thieu-van`;
        const key = (await (await fetch(`${ledger}/key`)).text()).trim();
        return check(ledger, key);
      });
      note(`a running office: ${office}`);
      return `${GOLDEN.length} golden ledgers and a running office`;
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  },
};

async function built(folder: string): Promise<string> {
  const program = join(folder, 'check-ledger');
  await run('go', ['build', '-o', program, SOURCE], { env: { ...process.env, ...GO } }).catch(
    ({ code, stderr }: { code: unknown; stderr?: string }) => {
      const missing = code === 'ENOENT' || /cannot find package/.test(stderr ?? '');
      throw new Error(missing ? HINT : `${SOURCE} can’t be built: ${stderr}`);
    },
  );
  return program;
}

/** A reader that takes anything would prove nothing. */
async function refusesWhatWasChanged(
  scratch: string,
  check: (place: string, key: string) => Promise<string>,
): Promise<void> {
  const folder = join(scratch, 'changed');
  await cp('test/golden/ledger-2', folder, { recursive: true });
  const bundle = await open(join(folder, 'tile/entries/000'), 'r+');
  await bundle.write('x', 40);
  await bundle.close();
  const taken = await check(folder, GOLDEN_KEY).catch(() => undefined);
  if (taken !== undefined) throw new Error(`a changed entry was taken: ${taken}`);
}
