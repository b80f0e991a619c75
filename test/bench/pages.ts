import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openWindows, signInOn, slow } from '../support/browser.js';
import { withProduct } from '../support/started-product.js';
import { benchLongLists } from './long-lists.js';
import { percentile, round } from './support.js';

const ROUNDS = 7;
const TYPED = 'dang ky lai khai sinh cho nguoi da co giay to ca nhan';

/**
 * How heavy the pages are and how soon they answer, in the lived-in office: kB of script (gzip), ms at a processor four
 * times slower; what lists of so many rows do there.
 */
export const benchPages = (rows: number) =>
  withProduct(
    async ({ url, password }) => {
      const windows = await openWindows();
      try {
        const page = await windows.open();
        const scripts = scriptsOf(page);
        await page.goto(`${url}/app/`);
        await signInOn(page, 'desk', password);
        await page.waitForLoadState('networkidle');
        const firstScreenKb = await scripts.taken();
        const furtherScreensKb = await furtherScreens(page, scripts);
        await slow(page);
        const firstPaintMs = await largestPaint(page, `${url}/app/`);
        const keyPressP95Ms = await keyPresses(page, `${url}/app/reception`);
        const citizen = await windows.open({ viewport: { width: 360, height: 740 } });
        const ofCitizens = scriptsOf(citizen);
        await slow(citizen);
        const citizens = await largestPaint(citizen, `${url}/public/thieu-van`);
        const longLists = await benchLongLists(windows, { url, password }, rows);
        return {
          officials: {
            firstScreenKb,
            heaviestFurtherScreenKb: Math.max(...Object.values(furtherScreensKb)),
            largestPaintMs: firstPaintMs,
            keyPressP95Ms,
          },
          furtherScreensKb,
          citizens: { scriptKb: await ofCitizens.taken(), largestPaintMs: citizens },
          longLists,
        };
      } finally {
        await windows.close();
      }
    },
    { DEMO_START: 'lived-in' },
  );

/** What a page loads of scripts, each once however often it is asked for. */
function scriptsOf(page: Page) {
  const seen = new Set<string>();
  const loaded: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || seen.has(response.url())) return;
    seen.add(response.url());
    // Asked for once more: what a page loaded is gone with it.
    loaded.push(bytesOf(response.url()));
  });
  const sum = async () => (await Promise.all(loaded.splice(0))).reduce((all, bytes) => all + bytes, 0);
  return { taken: async () => round((await sum()) / 1_000) };
}

const bytesOf = async (url: string): Promise<number> =>
  gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;

/** Each place of the menu, come to one after another: what it loads beside what is there. */
async function furtherScreens(page: Page, scripts: ReturnType<typeof scriptsOf>) {
  const found: Record<string, number> = {};
  const places = page.locator('nav a');
  for (let n = 0; n < (await places.count()); n += 1) {
    const place = places.nth(n);
    const name = (await place.textContent()) ?? '';
    await place.click();
    await page.waitForLoadState('networkidle');
    found[name] = await scripts.taken();
  }
  return found;
}

/** When the largest part of a page is painted: median of several loads. */
async function largestPaint(page: Page, at: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    await page.goto(at);
    await page.waitForLoadState('networkidle');
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
              type: 'largest-contentful-paint',
              buffered: true,
            });
          }),
      ),
    );
  }
  return percentile(times, 50);
}

/** From a key press until what it changed is painted; browsers tell of those from 16 ms on. */
async function keyPresses(page: Page, at: string): Promise<number> {
  await page.goto(at);
  await page.getByRole('combobox').first().focus();
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(globalThis, { durations });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') durations.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.keyboard.type(TYPED, { delay: 120 });
  await page.waitForLoadState('networkidle');
  const told = await page.evaluate(() => (globalThis as unknown as { durations: number[] }).durations);
  const quick = Array.from({ length: Math.max(0, TYPED.length - told.length) }, () => 16);
  return percentile([...told, ...quick], 95);
}
