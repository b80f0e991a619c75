import type { Page } from 'playwright-core';
import { WIDTHS, cutAt, openWindows, violations } from './browser.js';

const PHONE = { viewport: { width: WIDTHS.phone, height: 740 } };

/** A citizen's phone that runs no script, at the pages of the demonstration office. */
export async function openPhone(office: { url: string }) {
  const windows = await openWindows();
  const page = await windows.open({ ...PHONE, javaScriptEnabled: false });
  /** Where what the citizen sees is looked at with tools that need scripts. */
  const glass = await windows.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const at = (path = '') => `${office.url}/public/thieu-van${path}`;
  return {
    page,
    at,
    /** Every address that was asked for. */
    asked,
    complaints: windows.complaints,
    /** Another one, on which scripts run. */
    openWithScript: (): Promise<Page> => windows.open(PHONE),
    alert: () => page.getByRole('alert'),
    press: (name: string) => page.getByRole('button', { name }).press('Enter'),
    title: () => page.getByRole('heading', { level: 1 }).textContent(),
    /** What is against WCAG 2.2 AA, and what is cut at any width, on the page as it stands. */
    async faults(): Promise<string[]> {
      const html = await page.content();
      const seen = at('/seen');
      await glass.route(seen, (route) => route.fulfill({ body: html, contentType: 'text/html' }), {
        times: 1,
      });
      await glass.goto(seen);
      return [...(await violations(glass)), ...(await cutAt(glass, Object.values(WIDTHS)))];
    },
    /** A form as a browser sends it. */
    form: (
      path: string,
      fields: Record<string, string>,
      from: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
    ) =>
      fetch(at(path), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...from },
        body: new URLSearchParams(fields).toString(),
      }),
    close: windows.close,
  };
}
