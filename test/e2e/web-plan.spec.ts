import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import {
  WIDTHS,
  cutAt,
  inBrowser,
  openWindows,
  pageOf,
  violations,
  type Windows,
} from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

/** Next year's plan as a draft: the rows of this year's, with a year later in every phrase. */
async function draftNextYear(office: RunningOffice): Promise<void> {
  const later = (text: string) => text.replaceAll('2025', '2026');
  const plan = JSON.parse(readFileSync('seeds/thieu-van-2025-plan.json', 'utf8')) as { year: number };
  const rows = readFileSync('seeds/thieu-van-2025-tasks.csv', 'utf8');
  const head = await office.as('head-of-office');
  await head.post('/api/v1/plans/imports', {
    plan: { ...plan, year: 2026, title: 'Kế hoạch cải cách hành chính năm 2026' },
    file: Buffer.from(later(rows)).toString('base64'),
  });
}

inBrowser('the plan, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  beforeAll(async () => {
    office = await runningOffice();
    await draftNextYear(office);
    await office.moveTo('2025-04-10T09:00:00+07:00');
    windows = await openWindows();
    page = await pageOf(windows, office, 'chairman');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const looksWell = async (on = page) => {
    expect(await violations(on)).toEqual([]);
    expect(await cutAt(on, Object.values(WIDTHS))).toEqual([]);
  };

  it('areas and units show what is late and silent; a figure leads to as many tasks', async () => {
    await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
    const late = page.getByRole('link', { name: /^II\. Cải cách thủ tục hành chính: \d+ quá hạn$/ });
    const count = Number(await late.textContent());
    expect(count).toBe(5);
    await looksWell();
    await late.press('Enter');
    await page.waitForURL(/area=II&state=late/);
    await page.getByRole('heading', { name: 'Nhiệm vụ của kế hoạch' }).waitFor();
    await page.waitForFunction((rows) => document.querySelectorAll('tr').length === rows, count + 1);
    await page.goBack();
  });

  it('as it stood at the end of a day in the past', async () => {
    await page.getByLabel('Xem như cuối ngày').fill('02012025');
    await page.keyboard.press('Enter');
    await page.getByText('Tiến độ như cuối ngày 02/01/2025.').waitFor();
    expect(await page.getByRole('link', { name: /quá hạn$/ }).count()).toBe(0);
    await page
      .getByText(/^nay \d+$/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Trở về hiện tại' }).press('Enter');
    await page.waitForURL((url) => !url.search.includes('on='));
  });

  it('its year is slid through by keyboard, from its first day to today; the address keeps the day', async () => {
    const slider = page.getByRole('slider', { name: /^Ngày nhìn lại/ });
    await slider.press('Home');
    await page.waitForURL(/on=2025-01-01/);
    await page.getByText('Tiến độ như cuối ngày 01/01/2025.').waitFor();
    await slider.press('ArrowRight');
    await page.waitForURL(/on=2025-01-02/);
    await looksWell();
    await slider.press('End');
    await page.waitForURL((url) => !url.search.includes('on='));
  });

  it('a month shows on which days how much falls due, and what; all of it by keyboard', async () => {
    await page.getByRole('link', { name: 'Lịch đến hạn' }).press('Enter');
    await page.getByRole('link', { name: /Tháng trước/ }).press('Enter');
    await page.getByRole('heading', { name: 'Đến hạn trong tháng 3/2025' }).waitFor();
    const day = page.getByRole('link', { name: /^21 ?tháng 3\/2025: ?8\/8 quá hạn$/ });
    await day.press('Enter');
    const dues = page.getByRole('region', { name: 'Thứ sáu, 21/03/2025' });
    expect(await dues.getByRole('listitem').count()).toBe(8);
    await looksWell();
    await dues.getByRole('link').first().press('Enter');
    await page.waitForURL(/\/app\/tasks\//);
  });

  it('R1: a draft says what it lacks, is completed, submitted, and approved with a document', async () => {
    const record = await pageOf(windows, office, 'head-of-office');
    await record.goto(`${office.url}/app/plan?year=2026`);
    const open = record.getByRole('region', { name: 'Còn thiếu trước khi trình' });
    await open.waitFor();
    await record.getByText('Chưa làm được').click();
    await record.getByText(/Kế hoạch chưa đủ điều kiện trình duyệt/).waitFor();
    await looksWell(record);
    for (let left = await open.getByRole('listitem').count(); left > 0; left -= 1) {
      await open.getByRole('button').first().press('Enter');
      const dialog = record.getByRole('dialog');
      if (await dialog.getByLabel('Ngày đến hạn').isVisible())
        await dialog.getByLabel('Ngày đến hạn').fill('30062026');
      await dialog.getByRole('button', { name: /Xác nhận chủ trì|Ấn định ngày/ }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await record.waitForFunction(
        (most) => document.querySelectorAll('[aria-label="Còn thiếu trước khi trình"] li').length === most,
        left - 1,
      );
    }
    await record.getByRole('button', { name: 'Trình kế hoạch' }).press('Enter');
    await record.getByRole('dialog').getByRole('button', { name: 'Trình kế hoạch' }).press('Enter');
    await record.getByText('Chờ phê duyệt').waitFor();

    await page.goto(`${office.url}/app/plan?year=2026`);
    await page.getByRole('button', { name: 'Phê duyệt' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Số văn bản').fill('02/KH-UBND');
    await dialog.getByLabel('Ngày văn bản').fill('10042025');
    await looksWell();
    await dialog.getByRole('button', { name: 'Phê duyệt' }).press('Enter');
    await page.getByText('Đã phê duyệt').waitFor();
    await record.getByText('Đã phê duyệt').waitFor(); // without a reload
    expect(windows.complaints).toEqual([]);
  });

  it('in English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Targets' }).waitFor();
    await looksWell();
    await page.goto(`${office.url}/app/plan/calendar?month=2025-03`);
    await page.getByRole('link', { name: /^21 ?of 3\/2025: ?8\/8 overdue$/ }).waitFor();
    await looksWell();
  });
});
