import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const SOFFICE = '/usr/bin/soffice';

/** Documents are opened in Debian's LibreOffice, where it is installed; `.ci/run` installs it. */
export const inOfficeSuite = (what: string, tests: () => void): void =>
  (existsSync(SOFFICE) ? describe : describe.skip)(what, tests);

/** What it makes of a document's text, and of a workbook's sheets: comma, quotation mark, UTF-8, cells as they are, every sheet. */
const TEXT = 'txt:Text (encoded):UTF8';
const SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** The text of each part of a file as the office suite has read it, by its sheet's name; nothing where it can't open it. */
export async function openedByOfficeSuite(
  name: string,
  bytes: Uint8Array,
): Promise<{ sheet: string; text: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-suite-'));
  try {
    await writeFile(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const to = name.endsWith('.xlsx') ? SHEETS : TEXT;
    await ended([
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, name),
    ]);
    const stem = basename(name, name.slice(name.lastIndexOf('.')));
    const made = (await readdir(folder)).filter((file) => /\.(csv|txt)$/.test(file)).sort();
    return await Promise.all(
      made.map(async (file) => ({
        sheet: file.slice(stem.length + 1, file.lastIndexOf('.')),
        text: (await readFile(join(folder, file), 'utf8')).replace(/^\uFEFF/, ''),
      })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ended(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    spawn(SOFFICE, args, { stdio: 'ignore' })
      .on('error', reject)
      .on('exit', () => resolve());
  });
}
