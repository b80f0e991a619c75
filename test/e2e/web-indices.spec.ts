import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { LAND, openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('set 766, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  beforeAll(async () => {
    office = await runningOffice();
    const at = await openDesk(office);
    const { dossierId } = (await at.receive(LAND)).body;
    expect((await at.receive(LAND)).status).toBe(201);
    await at.sign(dossierId);
    await office.settled();
    windows = await openWindows();
    page = await pageOf(windows, office, 'head-of-office', '/app/reports');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('is found beside the reports, by keyboard; without data is not nothing, and what is not measured is named', async () => {
    await page.getByRole('link', { name: 'Bộ chỉ số', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Chỉ số phục vụ người dân, doanh nghiệp', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Tháng 1/2025', exact: true }).press('Enter');
    const progress = page.getByRole('region', { name: /^Tiến độ giải quyết: 20\/20 điểm$/ });
    await progress.getByText('đủ điểm', { exact: true }).waitFor();
    const satisfaction = page.getByRole('region', { name: /^Mức độ hài lòng/ });
    await satisfaction.getByText('6 điểm theo quy tắc của bộ chỉ số').first().waitFor();
    await page
      .getByRole('region', { name: /^Công khai, minh bạch: xã không đo$/ })
      .getByText('xã không đo')
      .first()
      .waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('a figure leads to its dossiers, and back', async () => {
    const progress = page.getByRole('region', { name: /^Tiến độ giải quyết/ });
    await progress.getByRole('link', { name: 'Hồ sơ tiếp nhận: 2' }).press('Enter');
    await page.getByRole('heading', { name: 'Hồ sơ tiếp nhận', level: 1 }).waitFor();
    const rows = page.getByRole('region', { name: 'Đứng sau số liệu' }).getByRole('row');
    await rows.nth(2).waitFor();
    expect(await rows.count()).toBe(3);
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.getByRole('link', { name: 'Bộ chỉ số', exact: true }).press('Enter');
    await page
      .getByRole('region', { name: /^Cung cấp dịch vụ công trực tuyến/ })
      .getByRole('link', { name: /^Thủ tục cung cấp trực tuyến: / })
      .first()
      .press('Enter');
    await page.getByText('TV.DD.01').waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('is read on a small screen too', async () => {
    for (const [width, name] of [
      [360, 'small'],
      [768, 'middle'],
      [1440, 'large'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${office.url}/app/indices?period=2025-01`);
      await page.getByRole('region', { name: /^Mức độ hài lòng/ }).waitFor();
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/indices-${name}.png`, fullPage: true });
      expect(await faultsOf(page, windows)).toEqual([]);
    }
  });
});
