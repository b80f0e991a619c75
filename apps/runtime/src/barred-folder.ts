import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** As root, PostgreSQL runs as this user: it refuses to run as root. */
const USER = 'postgres';

/** Why the database's user can't come to a folder, and what to do; undefined where nothing is in its way. */
export async function whyBarred(dataDir: string): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const bar = await barringFolder(dataDir);
  return (
    bar &&
    `Không dùng được DATA_DIR ${dataDir}: PostgreSQL chạy dưới tên người dùng "${USER}", mà thư mục ${bar} không cho người dùng này đi qua. ` +
      `Đặt DATA_DIR vào thư mục ai cũng vào được, ví dụ /var/lib/minh-bach, hoặc chạy: chmod o+x ${bar}\n` +
      `DATA_DIR ${dataDir} can't be used: PostgreSQL runs as the user "${USER}", and the folder ${bar} does not let that user through. ` +
      `Set DATA_DIR to a folder that everybody may enter, such as /var/lib/minh-bach, or run: chmod o+x ${bar}`
  );
}

/** The highest folder on the way to `folder` that the database's user may not go through. */
async function barringFolder(folder: string): Promise<string | undefined> {
  const above = dirname(folder);
  if (above === folder) return undefined;
  return (await barringFolder(above)) ?? ((await letsThrough(above)) ? undefined : above);
}

async function letsThrough(folder: string): Promise<boolean> {
  const [{ mode, uid, gid }, user] = await Promise.all([stat(folder), idsOf(USER)]);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
}

/** -1 where there is no such user yet. */
async function idsOf(name: string): Promise<{ uid: number; gid: number }> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, , uid = '-1', gid = '-1'] =
    users
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
