import { readFile } from 'node:fs/promises';
import { inBrowser, openWindows, pageOf, quiet, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const LONG_FROM_NOW = 2040;
const [OF_ADMIN, OF_DESK] = [/^\/administration/, /^\/reception/];

/** Every page of the officials' that is about nothing in particular, as the client itself lists them. */
async function places(): Promise<string[]> {
  const source = await readFile('apps/web/src/app/router.tsx', 'utf8');
  return [...source.matchAll(/\b(?:at|asked)\(\s*'(\/[^'$]*)'/g)].map(([, path = '']) => path);
}
const whoLooks = (path: string): string =>
  OF_ADMIN.test(path) ? 'admin' : OF_DESK.test(path) ? 'desk' : 'chairman';

inBrowser('an office that has nothing yet, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;

  beforeAll(async () => {
    office = await runningOffice();
    windows = await openWindows();
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('no page notes an error in the browser’s console, this year or in one of which there is nothing', async () => {
    const byWhom = Map.groupBy(await places(), whoLooks);
    expect([...byWhom.values()].flat().length).toBeGreaterThan(30);
    const noted: string[] = [];
    for (const [who, paths] of byWhom) {
      const page = await pageOf(windows, office, who);
      for (const path of paths.flatMap((path) => [path, `${path}?year=${LONG_FROM_NOW}`])) {
        await page.goto(`${office.url}/app${path}`);
        // A figure that is asked for by no name has none: its heading is there, and empty.
        await page.locator('#main h1').first().waitFor({ state: 'attached' });
        await quiet(page);
        noted.push(...windows.complaints.splice(0).map((one) => `${path}: ${one}`));
      }
      await page.context().close();
    }
    expect(noted).toEqual([]);
  });

  it('a year of which there is none yet says so, and what may be done about it', async () => {
    const page = await pageOf(windows, office, 'chairman', `/app/plan?year=${LONG_FROM_NOW}`);
    await page.getByText(`Chưa có kế hoạch năm ${LONG_FROM_NOW}.`).waitFor();
    for (const path of ['/evaluation', '/evaluation/products', '/inspections']) {
      await page.goto(`${office.url}/app${path}?year=${LONG_FROM_NOW}`);
      await page
        .getByText(new RegExp(`^Chưa .* năm ${LONG_FROM_NOW}`))
        .first()
        .waitFor();
    }
    expect(windows.complaints).toEqual([]);
  });
});
