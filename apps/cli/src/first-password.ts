import { inOffice } from '#kernel';
import { requireSafePassword } from '#organisation';
import { randomBytes } from 'node:crypto';
import { withRuntime } from './with-runtime.js';

/** A fresh password that nobody guesses. */
export async function newPassword(username: string): Promise<string> {
  const password = randomBytes(15).toString('base64url');
  await requireSafePassword(password, username);
  return password;
}

/** Makes the first password of an account that has none, and prints it once. Fails where it has had one. */
export async function makeFirstPassword(office: string, username: string): Promise<void> {
  const password = await newPassword(username);
  await withRuntime(async ({ accounts }) => {
    const given = await inOffice(office, () => accounts.giveFirstPassword(office, username, password));
    if (!given)
      throw new Error(
        `${office}/${username}: không có tài khoản này, hoặc đã có mật khẩu · there is no such account, or it has a password.`,
      );
    process.stdout.write(`${username.padEnd(24)} ${password}\n`);
  });
}
