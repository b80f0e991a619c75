import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder in which it is seen, as often as one can look, whether a file of a name is ever readable by others. */
export async function watchedFolder(prefix: string): Promise<{
  folder: string;
  readableByOthers: readonly string[];
  forget(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-watched-'));
  await chmod(folder, 0o755); // as temporary folders are: whoever is on the machine comes in
  const readableByOthers: string[] = [];
  const look = setInterval(() => {
    void readdir(folder).then(async (names) => {
      for (const name of names.filter((one) => one.startsWith(prefix))) {
        const { mode } = await stat(join(folder, name)).catch(() => ({ mode: 0 }));
        if ((mode & 0o044) !== 0) readableByOthers.push(name);
      }
    });
  }, 5);
  return {
    folder,
    readableByOthers,
    async forget() {
      clearInterval(look);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
