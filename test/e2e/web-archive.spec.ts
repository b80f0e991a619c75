import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, violations, type Windows } from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('a dossier goes to the archive, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  const form = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).press('Enter');
    return page.getByRole('dialog', { name });
  };
  const send = async (name: string) => {
    const dialog = page.getByRole('dialog', { name });
    await dialog.getByRole('button', { name, exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    office = await runningOffice();
    const desk = await openDesk(office);
    const { dossierId } = (await desk.receive()).body;
    await desk.act(desk.desk, dossierId, 'withdrawal', { reason: 'Công dân xin rút hồ sơ' });
    await office.settled();
    await office.seal();
    windows = await openWindows();
    page = await pageOf(windows, office, 'desk', `/app/dossiers/${dossierId}`);
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('it is packed, the package downloaded, and noted who has it by which record', async () => {
    await form('Đóng gói lưu trữ');
    expect(await violations(page)).toEqual([]);
    await send('Đóng gói lưu trữ');
    await page.getByText('Chưa bàn giao lưu trữ').waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải gói hồ sơ (ZIP, BagIt)' }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^ho-so-.+\.zip$/);
    const dialog = await form('Ghi nhận bàn giao lưu trữ');
    await dialog.getByLabel('Nơi nhận lưu trữ').fill('Lưu trữ lịch sử tỉnh Thanh Hóa');
    await dialog.getByLabel('Số biên bản giao nhận').fill('12/BB-LT');
    await dialog.getByLabel('Ngày giao nhận').fill('02/01/2025');
    expect(await violations(page)).toEqual([]);
    await send('Ghi nhận bàn giao lưu trữ');
    await page.getByText('Bàn giao cho Lưu trữ lịch sử tỉnh Thanh Hóa ngày 02/01/2025').waitFor();
    expect(await page.getByRole('button', { name: 'Đóng gói lưu trữ', exact: true }).count()).toBe(0);
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('in English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Handed over to Lưu trữ lịch sử tỉnh Thanh Hóa on 02/01/2025').waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });
});
