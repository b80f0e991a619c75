import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, violations, type Windows } from '../support/browser.js';
import { BIRTH, LAND, WHO, openDesk } from '../support/desk.js';
import { wheelDown } from '../support/long-list.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const DOSSIERS = 2_000;
const AT_ONCE = 20;
/** As many rows as stand in a window of 900 px with some around them; a list without end has no more. */
const DRAWN_AT_MOST = 80;
const ROWS = 'tr[data-index]';

inBrowser('a list of thousands, in a browser', () => {
  let office: RunningOffice;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let windows: Windows;
  let page: Page;
  let applicantId: string;

  const receive = (what: object = BIRTH) => desk.receive({ ...what, applicant: undefined, applicantId });
  beforeAll(async () => {
    office = await runningOffice();
    desk = await openDesk(office);
    const me = await desk.desk.get<{ posts: { unitId: string }[] }>('/api/v1/sessions/me');
    const person = { ...WHO, unitId: me.body.posts[0]?.unitId };
    applicantId = (await desk.desk.post<{ personId: string }>('/api/v1/persons', person)).body.personId;
    for (let n = 0; n < DOSSIERS; n += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, () => receive()));
    await office.settled();
    windows = await openWindows();
    page = await pageOf(windows, office, 'desk', '/app/dossiers?queue=open');
    await page.locator(ROWS).first().waitFor();
  }, 300_000);
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const table = () => page.getByRole('table');
  const rowAt = (index: number) => page.locator(`tr[aria-rowindex="${index + 2}"]`);
  const topOf = async (index: number) => Math.round((await rowAt(index).boundingBox())?.y ?? NaN);
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  };

  it('a screen reader is told that its length is not known, and where each row stands', async () => {
    expect(await table().getAttribute('aria-rowcount')).toBe('-1');
    expect(await page.locator('thead tr').getAttribute('aria-rowindex')).toBe('1');
    expect(await page.locator(ROWS).first().getAttribute('aria-rowindex')).toBe('2');
    expect(await page.locator(ROWS).count()).toBeLessThan(DRAWN_AT_MOST);
  });

  it('goes by without a jump, every row of it, and few stand in the page at once', async () => {
    const way = await wheelDown(page, ROWS, 600);
    expect(way).toMatchObject({ rows: DOSSIERS, missed: 0, shifted: 0 });
    expect(way.mostDrawn).toBeLessThan(DRAWN_AT_MOST);
    expect(await table().getAttribute('aria-rowcount')).toBe(String(DOSSIERS + 1));
    expect(await page.locator(ROWS).last().getAttribute('aria-rowindex')).toBe(String(DOSSIERS + 1));
  });

  it('Home and End, Page Up and Page Down go where they say', async () => {
    await page.locator('#main').focus();
    await press('Home');
    await rowAt(0).waitFor();
    await press('End');
    await rowAt(DOSSIERS - 1).waitFor();
    const last = await topOf(DOSSIERS - 1);
    await press('PageUp');
    await page.waitForFunction(
      ([at, before]) =>
        (document.querySelector(`tr[aria-rowindex="${at}"]`)?.getBoundingClientRect().top ?? 9_999) > before,
      [DOSSIERS + 1, last] as const,
    );
  });

  it('the row that has the focus keeps it wherever one scrolls, and Tab goes on from there', async () => {
    const link = rowAt(DOSSIERS - 1).getByRole('link');
    const code = await link.textContent();
    await link.focus();
    await page.evaluate(() => scrollTo(0, 0));
    await rowAt(0).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe(code);
    expect(await violations(page)).toEqual([]);
    const before = await rowAt(DOSSIERS - 2)
      .getByRole('link')
      .textContent();
    await press('Shift+Tab');
    expect(await focused()).toBe(before);
    await page.waitForFunction((at) => scrollY > at, 10_000);
  });

  it('who comes back from a dossier stands where they stood', async () => {
    await page.evaluate(() => scrollTo(0, 60_000));
    await page.waitForFunction(() => document.querySelectorAll('tr[data-index]').length > 20);
    const at = await page.evaluate(() => {
      const rows = [...document.querySelectorAll('tr[data-index]')];
      return Number(rows.find((row) => row.getBoundingClientRect().top > 200)?.getAttribute('data-index'));
    });
    const before = await topOf(at);
    await rowAt(at).getByRole('link').click();
    await page.waitForURL(/dossiers\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { level: 1, name: 'Đăng ký lại khai sinh' }).waitFor();
    await page.goBack();
    await page.waitForFunction(
      ([row, top]) => Math.abs((document.querySelector(row)?.getBoundingClientRect().top ?? NaN) - top) <= 2,
      [`tr[aria-rowindex="${at + 2}"]`, before] as const,
    );
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('what changes in the office has the pages in sight read anew, no others', async () => {
    await page.evaluate(() => scrollTo(0, 60_000));
    const isList = (request: { url(): string }) => /\/api\/v1\/dossiers\?/.test(request.url());
    let asked = 0;
    page.on('request', (request) => (asked += isList(request) ? 1 : 0));
    const askedAnew = page.waitForRequest(isList);
    // It takes longer than the others, so that it comes last.
    const { code } = (await receive(LAND)).body;
    await askedAnew;
    await office.settled();
    // Once as it is told, once more as the lists hold it: a page or two each time, of twenty.
    expect(asked).toBeLessThanOrEqual(6);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.getByRole('link', { name: code }).waitFor();
    expect(await table().getAttribute('aria-rowcount')).toBe(String(DOSSIERS + 2));
  });

  it('the trail goes by as well, each entry under its day', async () => {
    const supervisor = await pageOf(windows, office, 'oversight', '/app/trail');
    await supervisor.locator('li[data-index]').first().waitFor();
    const way = await wheelDown(supervisor, '[data-index]', 900);
    expect(way).toMatchObject({ missed: 0, shifted: 0 });
    expect(way.rows).toBeGreaterThan(DOSSIERS);
    expect(way.mostDrawn).toBeLessThan(DRAWN_AT_MOST);
    expect(await supervisor.getByRole('heading', { level: 2, name: /^\d\d\/\d\d\/\d{4}$/ }).count()).toBe(1);
    expect(await violations(supervisor)).toEqual([]);
    expect(windows.complaints).toEqual([]);
  });
});
