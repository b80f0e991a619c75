import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NEEDED = ['package.json', 'package-lock.json', '.swcrc', 'build.js', 'openapi-ts.config.js'];
const DESCRIPTION = { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {} };

let house: string;
const at = (path: string) => join(house, path);
const write = async (path: string, text: string) => {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), text);
};
const build = () =>
  new Promise<number | null>((resolve) =>
    spawn('npm', ['run', '-s', 'build'], { cwd: house, stdio: 'ignore' }).on('close', resolve),
  );

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'minh-bach-build-'));
  for (const file of NEEDED) if (existsSync(file)) await cp(file, at(file));
  await symlink(join(process.cwd(), 'node_modules'), at('node_modules'));
  await write('apps/service.ts', 'export const version: number = 1;\n');
  await write('libs/printer.ts', 'export const loadedLater: number = 1;\n');
  await write('libs/reader.sql', 'select 1\n');
  await write('test/none.ts', 'export {};\n');
  await write(
    'apps/api/src/document/print.ts',
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(process.argv[2] ?? '', '${JSON.stringify(DESCRIPTION)}');\n`,
  );
  await write(
    'apps/api/src/document/print-reference.ts',
    `import { mkdirSync, writeFileSync } from 'node:fs';\nconst folder = process.argv[2] ?? '';\nmkdirSync(folder, { recursive: true });\nwriteFileSync(folder + '/index.html', 'x');\n`,
  );
  await write('apps/web/index.html', '<!doctype html><script type="module" src="./main.ts"></script>');
  await write('apps/web/main.ts', 'export {};\n');
  expect(await build()).toBe(0);
});
afterAll(() => rm(house, { recursive: true, force: true }));

it('what a running service loads later is there at every moment of a build, as it was where nothing changed', async () => {
  const [printer, sql] = ['dist/libs/printer.js', 'dist/libs/reader.sql'].map(at) as [string, string];
  const before = await stat(printer);
  await write('apps/service.ts', 'export const version: number = 2;\n');
  let building = true;
  const built = build().finally(() => (building = false));
  let gone = 0;
  while (building) {
    if (!existsSync(printer) || !existsSync(sql)) gone += 1;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect([await built, gone]).toEqual([0, 0]);
  expect((await stat(printer)).ino).toBe(before.ino);
  expect(await readFile(at('dist/apps/service.js'), 'utf8')).toContain('version = 2');
});

it('a build that fails leaves what was built, and says so', async () => {
  await write('apps/service.ts', 'export const version: number = ;\n');
  expect(await build()).not.toBe(0);
  expect(await readFile(at('dist/apps/service.js'), 'utf8')).toContain('version = 2');
});
