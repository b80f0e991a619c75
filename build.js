// Builds `dist` beside itself and brings over what changed, each file at once and none taken away: a service that runs
// from there finds what it loads later on. Unchanged sources are not built again.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCES = ['apps', 'libs', 'test'];
const SETTINGS = ['.swcrc', 'build.js', 'package-lock.json'];
const BUILT_FROM = 'dist/.built-from';

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
const place = (from, to) => {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
};

const hash = createHash('sha256');
for (const path of [...SETTINGS, ...filesBelow(...SOURCES)]) hash.update(path).update(read(path) ?? '');
const sources = hash.digest('hex');

if (read(BUILT_FROM)?.toString() !== sources) {
  const beside = `dist.${process.pid}`;
  try {
    execFileSync('swc', [...SOURCES, '-d', beside, '--copy-files', '--quiet', '--config-file', '.swcrc'], {
      stdio: 'inherit',
    });
    for (const path of filesBelow(beside)) {
      const to = join('dist', path.slice(beside.length + 1));
      if (!read(to)?.equals(read(path))) place(path, to);
    }
    writeFileSync(join(beside, 'built-from'), sources);
    place(join(beside, 'built-from'), BUILT_FROM);
  } catch (error) {
    if (typeof error.status !== 'number') throw error; // no compiler at all
    process.exitCode = error.status; // what is wrong, the compiler has said
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
