import axe from 'axe-core';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { PASSWORD } from './client.js';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Pages are looked at in Debian's Chromium, where it is installed; `.ci/run` installs it. */
export const inBrowser = (what: string, tests: () => void): void =>
  (existsSync(CHROMIUM) ? describe : describe.skip)(what, tests);

export const WIDTHS = { phone: 360, tablet: 768, desktop: 1440 } as const;

/** A browser whose pages may say nothing is wrong: errors and violations of the policy are kept in `complaints`. */
export interface Windows {
  complaints: string[];
  open(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openWindows(): Promise<Windows> {
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  const complaints: string[] = [];
  return {
    complaints,
    async open(options = {}) {
      const context = await browser.newContext({
        locale: 'vi-VN',
        viewport: { width: WIDTHS.desktop, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
      });
      return page;
    },
    close: () => browser.close(),
  };
}

/** Has a page's processor be four times slower, as an office's PC is beside the one that measures. */
export async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Signs somebody in on the page that is there, by its form. */
export async function signInOn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel(/Tên đăng nhập|Username/).fill(username);
  await page.getByLabel(/^(Mật khẩu|Password)$/).fill(password);
  await page.keyboard.press('Enter');
  await page.locator('#main').waitFor();
}

/** A page of an office in a window of its own, with somebody signed in. */
export async function pageOf(
  windows: Windows,
  office: { url: string },
  username: string,
  path = '/app/',
): Promise<Page> {
  const page = await windows.open();
  await page.goto(office.url + path);
  await signInOn(page, username);
  return page;
}

/** Until nothing has been loaded for a while; the stream of changes never ends. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const seen = globalThis as unknown as { loaded?: number; since?: number };
    const loaded = performance.getEntriesByType('resource').length;
    if (loaded !== seen.loaded) Object.assign(seen, { loaded, since: performance.now() });
    return performance.now() - (seen.since ?? 0) > 600;
  });
}

/** All that is wrong with a page as it stands: against WCAG, cut or too wide at any width, complained of. */
export async function faultsOf(page: Page, { complaints }: Windows): Promise<string[]> {
  return [...(await violations(page)), ...(await cutAt(page, Object.values(WIDTHS))), ...complaints];
}

/** What is against WCAG 2.2 AA on the page as it stands, in words. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations: all } = await (
      globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }
    ).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    interface Violation {
      id: string;
      help: string;
      nodes: { html: string; failureSummary?: string }[];
    }
    return all.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  });
  return found;
}

/** By how many pixels the page is wider than the window, and which texts are cut, at each width. */
export async function cutAt(page: Page, widths: readonly number[]): Promise<string[]> {
  const before = page.viewportSize();
  const wrong: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wrong.push(`${width}: ${over} px too wide`);
    wrong.push(
      ...(await page.evaluate(
        (at) =>
          [...document.querySelectorAll<HTMLElement>('main *, nav *')]
            .filter((one) => one.childElementCount === 0 && (one.textContent ?? '').trim() !== '')
            .filter(
              (one) => getComputedStyle(one).overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1,
            )
            .filter((one) => one.clientWidth > 1)
            .map((one) => `${at}: cut: ${one.textContent}`),
        width,
      )),
    );
  }
  if (before) await page.setViewportSize(before);
  return wrong;
}
