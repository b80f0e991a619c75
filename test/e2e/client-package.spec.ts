import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withProduct } from '../support/started-product.js';

const run = promisify(execFile);
const house = process.cwd();

/** What is set in this folder's npm means nothing to a stranger's. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/** A folder outside of this one, with the packed client as all that it has. */
let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);
const parsed = async <T>(path: string) => JSON.parse(await readFile(path, 'utf8')) as T;
const npm = (cwd: string, ...args: string[]) =>
  run('npm', [...args, '--offline', '--silent', '--no-audit', '--no-fund', '--cache', at('.cache')], {
    cwd,
    env,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-stranger-'));
  await writeFile(at('package.json'), JSON.stringify({ name: 'stranger', type: 'module' }));
  await npm(house, 'pack', './libs/client', '--pack-destination', folder);
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await npm(folder, 'install', at(tarball));
  await copyFile(at('node_modules/@minh-bach/client/example/follow.ts'), at('follow.ts'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says of a file against the installed package; nothing, where all is well. */
const compiled = (file: string) =>
  run(
    process.execPath,
    [
      join(house, 'node_modules/typescript/bin/tsc'),
      ...['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck', 'false'],
      ...['--types', 'node', '--typeRoots', join(house, 'node_modules/@types'), file],
    ],
    { cwd: folder, env },
  ).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );

it('the typed client is a package with a version, a licence, types and nothing else beside it', async () => {
  interface Manifest {
    version: string;
    license: string;
  }
  const installed = at('node_modules/@minh-bach/client');
  const [own, product] = await Promise.all([
    parsed<Manifest>(join(installed, 'package.json')),
    parsed<Manifest>(join(house, 'package.json')),
  ]);
  expect([own.version, own.license]).toEqual([product.version, product.license]);
  expect((await readdir(installed)).sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist',
    'example',
    'package.json',
  ]);
  expect(await readdir(at('node_modules'))).toEqual(['.package-lock.json', '@minh-bach']);
});

it('its example and its README compile against what is installed; what the API does not take does not', async () => {
  expect(await compiled('follow.ts')).toBe('');
  const readme = await readFile(at('node_modules/@minh-bach/client/README.md'), 'utf8');
  const [, first = ''] = /```ts\n(.+?)```/s.exec(readme) ?? [];
  await writeFile(at('first.ts'), first);
  expect(await compiled('first.ts')).toBe('');
  const wrong = `import { receptionReceive } from '@minh-bach/client';\nawait receptionReceive({ body: { procedure: 1 } });\n`;
  await writeFile(at('wrong.ts'), wrong);
  expect(await compiled('wrong.ts')).toContain("'procedure' does not exist in type 'ReceiveAtDesk'");
});

it('its example signs in, receives a dossier once however often it is sent, and hears what changes by it', async () => {
  await withProduct(async ({ url, password }) => {
    const { stdout } = await run(process.execPath, ['follow.ts'], {
      cwd: folder,
      env: { ...env, MINH_BACH_URL: url, MINH_BACH_PASSWORD: password },
      timeout: 60_000,
    });
    const [code = 'none'] = /(?<=received: )\S+(?=, due)/.exec(stdout) ?? [];
    expect(stdout).toMatch(/^signed in: .+\nwaiting: \d+, late: 0$/m);
    expect(stdout).toContain(`sent again: ${code}, repeated: true\n`);
    expect(stdout).toMatch(/^changed: dossier \S+, version \d+$/m);
    expect(stdout).toContain(`dossier ${code}: in_progress\n`);
  });
});
