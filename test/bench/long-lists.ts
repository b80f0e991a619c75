import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { signInOn, slow, type Windows } from '../support/browser.js';
import { toEnd, wheel } from '../support/long-list.js';

interface Office {
  url: string;
  password: string;
}
/** What is repeated: an answer's row, which is no longer than most. */
type Row = Record<string, unknown>;

/** As far as a turn of a wheel takes somebody who looks at what goes by. */
const TURN_PX = 600;
const TURNS = 300;
const ENTRIES_A_DAY = 300;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Lists of so many rows on a slowed processor: a way down from their beginning by wheel, to their end by key however much is
 * still to be read, and a way up from there. Pages and cursors
 * are the client's own; the service's answer to them is one row of the office's, as often as is needed.
 */
export async function benchLongLists(windows: Windows, office: Office, rows: number) {
  const page = await windows.open();
  await page.goto(`${office.url}/app/`);
  await signInOn(page, 'chairman', office.password);
  const newest = Date.parse('2025-06-30T16:00:00Z');
  await repeat(page, '/api/v1/dossiers', rows, (row, n) => ({ ...row, id: randomUUID(), code: `H56-${n}` }));
  await repeat(page, '/api/v1/audit', rows, (row, n) => ({
    ...row,
    eventId: randomUUID(),
    recordedAt: new Date(newest - Math.floor(n / ENTRIES_A_DAY) * DAY_MS).toISOString(),
  }));
  await slow(page);
  return {
    rows,
    dossiers: await throughIn(page, `${office.url}/app/dossiers?queue=all`),
    trail: await throughIn(page, `${office.url}/app/trail`),
  };
}

/** Answers a list's pages with one row of it, altered by its number. */
async function repeat(page: Page, path: string, rows: number, rowOf: (row: Row, n: number) => Row) {
  let sample: Row | undefined;
  await page.route(
    ({ pathname }) => pathname === path,
    async (route) => {
      const { searchParams } = new URL(route.request().url());
      if (sample === undefined) {
        const answer = (await (await route.fetch()).json()) as { items: Row[] };
        sample = answer.items[0] ?? {};
      }
      const [from, limit] = [Number(searchParams.get('cursor') ?? 0), Number(searchParams.get('limit'))];
      const until = Math.min(rows, from + limit);
      const of = sample;
      const items = Array.from({ length: until - from }, (_, n) => rowOf(of, from + n));
      await route.fulfill({ json: { items, nextCursor: until < rows ? String(until) : null } });
    },
  );
}

async function throughIn(page: Page, at: string) {
  await page.goto(at);
  await page.locator('[data-index]').first().waitFor();
  const down = await wheel(page, '[data-index]', TURN_PX, TURNS);
  const began = performance.now();
  const last = await toEnd(page, '[data-index]');
  const secondsToEnd = Math.round((performance.now() - began) / 1_000);
  return { down, rows: last + 1, secondsToEnd, up: await wheel(page, '[data-index]', -TURN_PX, TURNS) };
}
