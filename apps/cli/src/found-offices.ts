import { readRows } from '#sheet';
import { SingleBar } from 'cli-progress';
import { readFile } from 'node:fs/promises';
import {
  checkForm,
  foundAccountsAwaitingPassword,
  foundOffice,
  type OfficeForm,
} from '../../runtime/src/index.js';
import { withRuntime } from './with-runtime.js';

const MOST = 20_000;
/** Beside each other: their first acts go into one commit. */
const AT_ONCE = 16;

/**
 * Founds the offices of a table (CSV or XLSX) after one form. Nothing is founded where a row can't be. Run again, it
 * founds those that are missing and changes nothing else.
 */
export async function foundOfficesFrom(file: string, { form: path }: { form: string }): Promise<void> {
  const template = JSON.parse(await readFile(path, 'utf8')) as OfficeForm;
  const forms = formsOf(await readRows(await readFile(file), MOST), template);
  const began = performance.now();
  const bar = new SingleBar({
    format: '[{bar}] {value}/{total} | {eta} s',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 3_000,
  });
  await withRuntime(async (runtime) => {
    bar.start(forms.length, 0);
    const left = forms.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const form of left) {
          await foundAccountsAwaitingPassword(runtime, form, await foundOffice(runtime, form));
          bar.increment();
        }
      }),
    ).finally(() => bar.stop());
  });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1).replace('.', ',');
  process.stdout.write(
    `${forms.length} đơn vị đã mở · offices founded: ${seconds} s\nMật khẩu đầu tiên · first passwords: mb first-password <office> <username>\n`,
  );
}

/** What each row says, put into the form; throws for the first row that can't be founded. */
function formsOf([header = [], ...rows]: string[][], template: OfficeForm): OfficeForm[] {
  const seen = new Set<string>();
  return rows.map((cells, index) => {
    const row = new Map(header.map((name, i) => [name.trim(), (cells[i] ?? '').trim()]));
    const no = (why: string) => new Error(`Dòng ${index + 2} · row ${index + 2}: ${why}`);
    const needed = (name: string) => {
      const value = row.get(name);
      if (!value) throw no(`thiếu ${name} · ${name} is missing`);
      return value;
    };
    const office = needed('office');
    if (seen.has(office)) throw no(`${office} có hai lần · is there twice`);
    seen.add(office);
    const agencyCode = row.get('agencyCode');
    const { agencyCode: _, ...common } = template;
    const form: OfficeForm = {
      ...common,
      office,
      name: needed('name'),
      superior: needed('superior'),
      ...(agencyCode ? { agencyCode } : {}),
      posts: template.posts.map((post) => ({
        ...post,
        ...(post.person
          ? { person: { username: post.person.username, name: row.get(post.key) || post.title } }
          : {}),
      })),
    };
    try {
      checkForm(form);
    } catch (error) {
      throw no(error instanceof Error ? error.message : String(error));
    }
    return form;
  });
}
