import type { Page } from 'playwright-core';

/** What somebody sees who goes down a list: every row once, how many stood in the page at once, whether it jumped. */
export interface WayDown {
  /** How many different rows came by, and how many of their places were missed. */
  rows: number;
  missed: number;
  /** The most that stood in the page at once. */
  mostDrawn: number;
  /** The sum of the browser's layout shifts: 0 is none. */
  shifted: number;
  frames: number;
  framesOver50Ms: number;
  longestFrameMs: number;
}

interface Watch extends Omit<WayDown, 'rows' | 'missed'> {
  seen: Set<number>;
  isOver: boolean;
}

/** Watches frames and rows from inside the page; `rows` are what a row is found by. */
const watch = (page: Page, rows: string) =>
  page.evaluate((selector) => {
    const kept: Watch = {
      seen: new Set(),
      mostDrawn: 0,
      shifted: 0,
      frames: 0,
      framesOver50Ms: 0,
      longestFrameMs: 0,
      isOver: false,
    };
    Object.assign(globalThis, { kept });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift' });
    let before = performance.now();
    const look = (now: number): void => {
      const took = now - before;
      before = now;
      kept.frames += 1;
      if (took > 50) kept.framesOver50Ms += 1;
      kept.longestFrameMs = Math.max(kept.longestFrameMs, Math.round(took));
      const drawn = document.querySelectorAll(selector);
      kept.mostDrawn = Math.max(kept.mostDrawn, drawn.length);
      for (const row of drawn) kept.seen.add(Number(row.getAttribute('data-index')));
      if (!kept.isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, rows);

const told = (page: Page): Promise<WayDown> =>
  page.evaluate(() => {
    const { seen, isOver: _, ...kept } = (globalThis as unknown as { kept: Watch }).kept;
    (globalThis as unknown as { kept: Watch }).kept.isOver = true;
    return { ...kept, rows: seen.size, missed: Math.max(...seen) - Math.min(...seen) + 1 - seen.size };
  });

const more = (page: Page) => page.getByRole('button', { name: 'Xem thêm', includeHidden: true });
const frame = (page: Page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
const left = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);

/** Goes down a list with the wheel until its end is there. */
export async function wheelDown(page: Page, rows: string, px: number): Promise<WayDown> {
  await watch(page, rows);
  await page.mouse.move(700, 500);
  for (let rests = 0; rests < 2;) {
    await page.mouse.wheel(0, px);
    await frame(page);
    rests = (await left(page)) <= 2 && (await more(page).count()) === 0 ? rests + 1 : 0;
  }
  return told(page);
}

/** So many turns of the wheel, up where `px` is below zero. */
export async function wheel(page: Page, rows: string, px: number, turns: number): Promise<WayDown> {
  await watch(page, rows);
  await page.mouse.move(700, 500);
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, px);
    await frame(page);
  }
  return told(page);
}

/** Goes to a list's end by key until all of it was read; answers the last row's index. */
export async function toEnd(page: Page, rows: string): Promise<number> {
  do {
    await page.keyboard.press('End');
    await frame(page);
  } while ((await more(page).count()) > 0 || (await left(page)) > 2);
  return Number(await page.locator(rows).last().getAttribute('data-index'));
}
