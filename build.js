// Builds `dist` beside itself and brings over what changed, each file at once and none taken away: a service that runs
// from there finds what it loads later on, and a window opened before an upgrade the scripts it came with. Each part is
// built again only where what it is made of changed: the service, the client from its API's description, the web from both.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const SETTINGS = ['.swcrc', 'build.js', 'package-lock.json'];
const isOfPages = (path) => path.startsWith('apps/web/') || path.startsWith('libs/client/');

const read = (path) => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};
const filesBelow = (...folders) =>
  globSync(folders.map((folder) => `${folder}/**/*`))
    .filter((path) => statSync(path).isFile())
    .sort();
const hashOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(read(path) ?? '');
  return hash.digest('hex');
};
const place = (from, to) => {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
};
const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

/** Builds a part into a folder of its own and brings over what changed, unless it was built from the same before. */
function build(part, from, make) {
  const sources = hashOf([...SETTINGS, ...from]);
  // A build of before these parts left a file called dist/.built-from.
  const builtFrom = `dist/.parts/${part}`;
  if (read(builtFrom)?.toString() === sources) return;
  const beside = `dist.${process.pid}`;
  try {
    make(beside);
    for (const path of filesBelow(beside)) {
      const to = join('dist', path.slice(beside.length + 1));
      if (!read(to)?.equals(read(path))) place(path, to);
    }
    mkdirSync(beside, { recursive: true });
    writeFileSync(join(beside, 'built-from'), sources);
    place(join(beside, 'built-from'), builtFrom);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

const swc = (beside, ...folders) =>
  run(
    'swc',
    ...folders,
    '-d',
    beside,
    '--copy-files',
    '--quiet',
    '--config-file',
    '.swcrc',
    '--ignore',
    'apps/web/**',
    '--ignore',
    'libs/client/**',
  );

/** Beside each file that a browser loads, the same one compressed. */
function compress(folder) {
  for (const path of filesBelow(folder).filter((one) => /\.(js|css|html|svg|json|webmanifest)$/.test(one))) {
    const text = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    writeFileSync(`${path}.br`, brotliCompressSync(text, { params }));
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
  }
}

try {
  const service = filesBelow('apps', 'libs', 'test').filter((path) => !isOfPages(path));
  build('service', service, (beside) => swc(beside, 'apps', 'libs', 'test'));

  build('description', service, (beside) => {
    mkdirSync(beside, { recursive: true });
    run('node', 'dist/apps/api/src/document/print.js', join(beside, 'openapi.json'));
  });
  build('reference', ['apps/api/src/document/print-reference.ts'], (beside) => {
    run('node', 'dist/apps/api/src/document/print-reference.js', join(beside, 'reference'));
    for (const path of filesBelow(beside))
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  });
  build('client', ['dist/openapi.json', 'openapi-ts.config.js'], () => run('openapi-ts', '--silent'));

  build('web', filesBelow('apps/web', 'libs/client/src'), (beside) => {
    run('vite', 'build', 'apps/web', '--outDir', join(process.cwd(), beside, 'web'), '--logLevel', 'warn');
    compress(join(beside, 'web'));
  });
} catch (error) {
  if (typeof error.status !== 'number') throw error; // no compiler at all
  process.exitCode = error.status; // what is wrong, the compiler has said
}
