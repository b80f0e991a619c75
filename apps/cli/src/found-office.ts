import { inOffice } from '#kernel';
import { readFile } from 'node:fs/promises';
import { foundAccounts, foundOffice, type OfficeForm } from '../../runtime/src/index.js';
import { newPassword } from './first-password.js';
import { withRuntime } from './with-runtime.js';

/** Founds an office from a JSON form like `seeds/offices/thieu-van.json`, and prints its people's first passwords once. */
export async function foundOfficeFrom(file: string): Promise<void> {
  const form = JSON.parse(await readFile(file, 'utf8')) as OfficeForm;
  const passwords = new Map<string, string>();
  for (const { person } of form.posts) {
    if (!person) continue;
    passwords.set(person.username, await newPassword(person.username));
  }
  await withRuntime(async (runtime) => {
    const people = await foundOffice(runtime, form);
    const known = await inOffice(form.office, () => runtime.accounts.names(form.office));
    if (known.size > 0) {
      process.stdout.write(`${form.office}: đã mở trước đó · was founded before; nothing changed\n`);
      return;
    }
    await foundAccounts(runtime, form, people, (username) => passwords.get(username) ?? '', true);
    for (const [username, password] of passwords)
      process.stdout.write(`${username.padEnd(24)} ${password}\n`);
  });
}
