import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { WIDTHS, cutAt, openWindows, quiet, signInOn, violations, type Windows } from '../support/browser.js';
import { withProduct, type StartedProduct } from '../support/started-product.js';
import { OTHERS, SHOWN, type Screen } from './screens.js';

// `npm run pictures`: the pictures of the README from the lived-in office. `-- --all <folder>`: every screen at three
// widths, in both languages, light and dark, and what is wrong with each; 1 where something is; `--only task,plan` these.
const { all, only } = parseArgs({ options: { all: { type: 'string' }, only: { type: 'string' } } }).values;
const SHOWN_AT = 'apps/web/pictures';
const say = (text: string) => process.stdout.write(`${text}\n`);

interface Look {
  language: 'vi' | 'en';
  colours: 'light' | 'dark';
}
const LOOKS: readonly Look[] = [
  { language: 'vi', colours: 'light' },
  { language: 'en', colours: 'light' },
  { language: 'vi', colours: 'dark' },
];

const faults = await withProduct(
  async (product) => {
    const windows = await openWindows();
    try {
      return all === undefined ? await ofReadme(windows, product) : await ofAll(windows, product, all);
    } finally {
      await windows.close();
    }
  },
  { DEMO_START: 'lived-in' },
);
for (const fault of faults) say(fault);
process.exit(faults.length === 0 ? 0 : 1);

async function ofReadme(windows: Windows, product: StartedProduct): Promise<string[]> {
  await mkdir(SHOWN_AT, { recursive: true });
  for (const screen of SHOWN) {
    const page = await opened(windows, product, screen, { language: 'vi', colours: 'light' });
    const width = screen.who === undefined ? WIDTHS.phone : 1_280;
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: join(SHOWN_AT, `${screen.name}.png`) });
    await page.context().close();
  }
  return [];
}

async function ofAll(windows: Windows, product: StartedProduct, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const found: string[] = [];
  const names = only?.split(',');
  for (const screen of [...SHOWN, ...OTHERS].filter(({ name }) => names?.includes(name) ?? true))
    for (const look of LOOKS) {
      const page = await opened(windows, product, screen, look);
      const name = `${screen.name}-${look.language}-${look.colours}`;
      const wrong = [...(await violations(page)), ...(await cutAt(page, Object.values(WIDTHS)))];
      found.push(...wrong.map((one) => `${name}: ${one}`));
      for (const [size, width] of Object.entries(WIDTHS)) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({
          path: join(folder, `${name}-${size}.png`),
          fullPage: true,
        });
      }
      await page.context().close();
      say(`${name}: ${wrong.length === 0 ? 'nothing wrong' : `${wrong.length} faults`}`);
    }
  return [...found, ...windows.complaints];
}

async function opened(
  windows: Windows,
  { url, password }: StartedProduct,
  { who, path, open }: Screen,
  { language, colours }: Look,
): Promise<Page> {
  const page = await windows.open({
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    colorScheme: colours,
    viewport: { width: WIDTHS.desktop, height: 900 },
  });
  await page.goto(url + path);
  if (who !== undefined) await signInOn(page, who, password);
  if (language === 'en') await inEnglish(page);
  await quiet(page);
  await open?.(page);
  await quiet(page);
  return page;
}

/** Where the browser's language alone does not choose. */
async function inEnglish(page: Page): Promise<void> {
  const change = page
    .getByRole('button', { name: 'English' })
    .or(page.getByRole('link', { name: 'English' }));
  if ((await change.count()) > 0) await change.first().click();
}
