import type { Page } from 'playwright-core';
import type { Entry, Page as Listed } from '../support/answers.js';
import { inBrowser, openWindows, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('the proof page, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  beforeAll(async () => {
    office = await runningOffice();
    windows = await openWindows();
    page = await windows.open();
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('a citizen checks an entry on the proof page: the browser recomputes the root', async () => {
    const justice = await office.as('justice');
    const { items } = (await justice.get<Listed<{ id: string }>>('/api/v1/tasks?lead=me&limit=1')).body;
    await justice.post(`/api/v1/tasks/${items[0]?.id}/progress-reports`, {
      percent: 20,
      text: 'Đã rà soát.',
    });
    await office.seal();
    const head = await office.as('head-of-office');
    const { body } = await head.get<Listed<Entry & { subject: string }>>(
      '/api/v1/audit?type=TaskProgressReported',
    );
    await page.goto(`${office.url}/ledger/thieu-van/subjects/${body.items[0]?.subject}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Trang kiểm chứng');
    await page.getByRole('button', { name: 'Kiểm tra' }).last().click();
    await page.getByText('Đúng: mục này nằm trong điểm chốt đã ký').waitFor();
    expect(windows.complaints).toEqual([]);
  });
});
