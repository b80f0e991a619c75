import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const file = (...rows: string[]) => ({
  name: 'lich-2027.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['\ufeffNgày;Loại;Ghi chú', ...rows].join('\r\n')),
});

inBrowser('a year’s working days, dropped in, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  beforeAll(async () => {
    office = await runningOffice();
    windows = await openWindows();
    page = await pageOf(windows, office, 'admin', '/app/organisation/calendar?year=2027');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const read = async (...rows: string[]) => {
    await page.getByLabel('Tệp lịch (CSV, XLSX, JSON)').setInputFiles(file(...rows));
    await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).press('Enter');
  };

  it('from the year that is missing the administrator is led to its import', async () => {
    await page.getByText(/Chưa có lịch làm việc năm 2027/).waitFor();
    await page.getByRole('link', { name: 'Nhập lịch làm việc' }).press('Enter');
    await page.getByRole('heading', { name: 'Nhập lịch làm việc', level: 1 }).waitFor();
    await page.getByText('Cách ghi tệp', { exact: true }).press('Enter');
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('what has to be mended in the file is told cell by cell, and nothing can be imported', async () => {
    await read('01/01/2027;nghỉ;Tết Dương lịch', '30/02/2027;nghỉ;');
    await page.getByText('Ô A3: "30/02/2027" không phải ngày (dd/MM/yyyy)').waitFor();
    await page.getByText('Dòng 2: năm 2027 chưa có số và ngày quyết định').waitFor();
    expect(await page.getByRole('button', { name: 'Nhập lịch' }).count()).toBe(0);
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('what is new is seen before it is confirmed; then the year is there, with its decision', async () => {
    await page.getByLabel('Số quyết định').fill('1234/QĐ-TTg');
    await page.getByLabel('Ngày quyết định').fill('05112026');
    await read('01/01/2027;nghỉ;Tết Dương lịch', '06/02/2027;làm bù;');
    const found = page.getByRole('region', { name: 'Năm 2027' });
    await found.getByText('Năm mới', { exact: true }).waitFor();
    await found.getByText('06/02/2027').waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.getByRole('button', { name: 'Nhập lịch' }).press('Enter');
    await page.getByText('Đã nhập lịch làm việc').waitFor();
    await page.goto(`${office.url}/app/organisation/calendar?year=2027`);
    await page.getByText('1234/QĐ-TTg ngày 05/11/2026').waitFor();
    await page.getByRole('region', { name: 'Ngày làm bù' }).getByText('06/02/2027').waitFor();
  });

  it('the same file again has nothing new', async () => {
    await page.getByRole('link', { name: 'Nhập lịch làm việc' }).press('Enter');
    await page.getByLabel('Số quyết định').fill('1234/QĐ-TTg');
    await page.getByLabel('Ngày quyết định').fill('05/11/2026');
    await read('06/02/2027;làm bù;', '01/01/2027;nghỉ;');
    await page.getByText('Không có gì mới', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Nhập lịch' }).count()).toBe(0);
  });

  it('is offered to nobody else', async () => {
    const chairman = await pageOf(windows, office, 'chairman', '/app/organisation/calendar?year=2027');
    await chairman.getByText('1234/QĐ-TTg ngày 05/11/2026').waitFor();
    expect(await chairman.getByRole('link', { name: 'Nhập lịch làm việc' }).count()).toBe(0);
    await chairman.close();
  });

  it('in English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Import working days', level: 1 }).waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });
});
