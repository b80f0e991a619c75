import { folderSource, newSignerKey, signNote, verifyLedger, type Verdict } from '#ledger';
import { cp, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { mb } from '../support/mb.js';
import { OFFICE, exportTo, smallLedger, type SmallLedger } from '../support/small-ledger.js';

let small: SmallLedger;
let scratch: string;
let clean: string;

beforeAll(async () => {
  // A log of the former version that goes on under this one.
  small = await smallLedger(257, { unsalted: 100 });
  scratch = await mkdtemp(join(tmpdir(), 'minh-bach-ledger-'));
  clean = join(scratch, 'clean', OFFICE);
  await exportTo(small, clean);
});
afterAll(async () => {
  await small.close();
  await rm(scratch, { recursive: true, force: true });
});

describe('what was damaged is named, by its place', () => {
  const verify = async (damage: (folder: string) => Promise<unknown>): Promise<Verdict> => {
    const folder = await mkdtemp(join(scratch, 'damaged-'));
    await cp(clean, folder, { recursive: true });
    await damage(folder);
    const source = folderSource(folder);
    const verdict = await verifyLedger(source, { keys: [small.key.verifier] });
    await source.close();
    return verdict;
  };
  const edit = (file: string, how: (bytes: Buffer) => Buffer) => async (folder: string) =>
    writeFile(join(folder, file), how(await readFile(join(folder, file))));
  const checkpoint = (how: (text: string) => string) =>
    edit('checkpoint', (bytes) => Buffer.from(how(bytes.toString())));
  const line = (n: number, how: (line: string) => string) =>
    edit('events.ndjson', (bytes) =>
      Buffer.from(
        bytes
          .toString()
          .split('\n')
          .map((l, i) => (i === n ? how(l) : l))
          .filter(Boolean)
          .join('\n'),
      ),
    );

  it('nothing, when nothing was', async () => {
    const verdict = await verify(async () => undefined);
    expect(verdict).toMatchObject({ size: 257, eventsChecked: 257, discrepancyCount: 0, unknown: [] });
    expect(verdict.signatures).toEqual([small.key.verifier.name]);
  });

  it.each<[string, (folder: string) => Promise<unknown>, object]>([
    [
      'an event’s data',
      line(40, (l) => l.replace('lần 40', 'lần 41')),
      { code: 'event_differs', index: 40, version: 5 },
    ],
    [
      'who acted',
      line(100, (l) => l.replace('worker:deadlines', 'worker:other')),
      { code: 'event_differs', index: 100 },
    ],
    [
      'what an act is called',
      line(100, (l) => l.replace('7000-a000', '7000-a001')),
      { code: 'event_differs', index: 100, detail: 'not as sealed: actHash' },
    ],
    [
      'a salt that is gone',
      line(120, (l) => l.replace(/,"salt":"[0-9a-f]+"/, '')),
      { code: 'salt_missing', index: 120 },
    ],
    [
      'the first salt of a log',
      line(100, (l) => l.replace(/,"salt":"[0-9a-f]+"/, '')),
      { code: 'salt_missing', index: 100 },
    ],
    [
      'a salt cut short',
      line(120, (l) => l.replace(/[0-9a-f]{2}"}$/, '"}')),
      { code: 'salt_missing', index: 120 },
    ],
    [
      'another salt',
      line(120, (l) => l.replace(/[0-9a-f]{2}"}$/, 'zz"}').replace('zz', '00')),
      { code: 'event_differs', index: 120 },
    ],
    [
      'a salt given to what was sealed without',
      line(40, (l) => l.replace(/}$/, `,"salt":"${'ab'.repeat(16)}"}`)),
      { code: 'event_differs', index: 40 },
    ],
    ['an event that is gone', line(7, () => ''), { code: 'event_missing', index: 7 }],
    ['a line that is none', line(7, () => '{'), { code: 'event_missing', index: 7 }],
    ['a tile cut short', (f) => truncate(join(f, 'tile/0/000'), 8_000), { code: 'tile_length' }],
    [
      'a tile with more behind it',
      edit('tile/1/000.p/1', (b) => Buffer.concat([b, Buffer.of(0)])),
      { code: 'tile_length' },
    ],
    [
      'two hashes of a tile in each other’s place',
      edit('tile/0/000', (b) => Buffer.concat([b.subarray(32, 64), b.subarray(0, 32), b.subarray(64)])),
      { code: 'leaf_differs', index: 0 },
    ],
    [
      'a bundle cut short',
      edit('tile/entries/000', (b) => b.subarray(0, -3)),
      { code: 'bad_bundle', index: 0 },
    ],
    [
      'an entry of another length',
      edit('tile/entries/001.p/1', (b) => Buffer.concat([b, Buffer.of(0, 0)])),
      { code: 'bad_bundle' },
    ],
    [
      'a root',
      checkpoint((t) =>
        signNote(
          `${t.split('\n').slice(0, 2).join('\n')}\n${Buffer.alloc(32).toString('base64')}\n`,
          small.key,
        ),
      ),
      { code: 'root_differs' },
    ],
    [
      'an unknown signer',
      checkpoint((t) => signNote(t.slice(0, t.indexOf('\n\n') + 1), newSignerKey('example.com/other'))),
      { code: 'unknown_key' },
    ],
    ['a bad signature', checkpoint((t) => t.replace('\n257\n', '\n256\n')), { code: 'bad_signature' }],
    ['bytes behind the checkpoint', checkpoint((t) => `${t}?`), { code: 'bad_note' }],
    [
      'a size of zero',
      checkpoint(() =>
        signNote(`example.com/ledger/${OFFICE}\n0\n${Buffer.alloc(32).toString('base64')}\n`, small.key),
      ),
      { code: 'size_zero' },
    ],
  ])('%s', async (_name, damage, finding) => {
    const { discrepancies } = await verify(damage);
    expect(discrepancies).toContainEqual(expect.objectContaining(finding));
  });

  it('a size beyond the tiles can’t be told: what is missing is named', async () => {
    const { unknown } = await verify(
      checkpoint((t) => signNote(t.slice(0, t.indexOf('\n\n') + 1).replace('\n257\n', '\n600\n'), small.key)),
    );
    expect(unknown).toEqual(['tile/entries/001']);
  });
});

describe('mb verify', () => {
  const key = () => ['--key', small.key.verifier.text];
  const env = () => ({ DATA_DIR: join(scratch, 'nothing') });
  it('ends with 0 when all is well, 1 on a discrepancy, 2 when it can’t tell', async () => {
    const good = await mb(['verify', join(scratch, 'clean'), ...key()], env());
    expect([good.status, good.out]).toEqual([0, expect.stringContaining('events checked 257')]);
    expect((await mb(['verify', join(scratch, 'clean')], env())).status).toBe(2);
    const damaged = join(scratch, 'one-gone', OFFICE);
    await cp(clean, damaged, { recursive: true });
    await rm(join(damaged, 'tile/0/000'));
    expect((await mb(['verify', damaged, ...key()], env())).out).toContain('? tile/0/000');
    await writeFile(join(damaged, 'checkpoint'), 'x');
    expect((await mb(['verify', damaged, ...key()], env())).status).toBe(1);
    expect((await mb(['verify', join(scratch, 'nowhere'), ...key()], env())).status).toBe(2);
    expect((await stat(clean)).isDirectory()).toBe(true);
  });
  it('loads neither the web server nor the database’s libraries: a verifier stays small', async () => {
    const loaded = `import { registerHooks } from 'node:module';
      registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) });
      await import(process.argv[1]);`;
    const verb = join(process.cwd(), 'dist/apps/cli/src/ledger/verify.js');
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      loaded,
      pathToFileURL(verb).href,
    ]);
    expect(stdout).toContain('verify-ledger.js');
    expect(
      stdout.split('\n').filter((url) => /@nestjs|typeorm|bullmq|node_modules.pg|libs.kernel/.test(url)),
    ).toEqual([]);
  });
});
