import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('a plan and those it is sent to, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let head: Page, justice: Page;

  beforeAll(async () => {
    office = await runningOffice();
    await office.moveTo('2025-01-10T08:00:00+07:00');
    windows = await openWindows();
    [head, justice] = (await Promise.all(
      ['head-of-office', 'justice'].map((name) => pageOf(windows, office, name, '/app/plan')),
    )) as [Page, Page];
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const sendings = (page: Page) => page.getByRole('region', { name: 'Nơi nhận', exact: true });
  const butOfRefusals = (faults: string[]) =>
    faults.filter((one) => !/status of (400|409|412|422)/.test(one));

  it('is sent to those that it names and to units of the office', async () => {
    await sendings(head).getByText('Kế hoạch chưa được gửi đi.').waitFor();
    await head.getByRole('button', { name: 'Gửi theo nơi nhận', exact: true }).press('Enter');
    const form = head.getByRole('dialog', { name: 'Gửi theo nơi nhận' });
    expect(await form.getByLabel('Nơi nhận ngoài đơn vị').inputValue()).toContain('UBND thành phố\n');
    await form.getByLabel('Công chức Tư pháp - Hộ tịch').check();
    await form.getByLabel('Ngày gửi').fill('06012025');
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
    await form.getByRole('button', { name: 'Gửi theo nơi nhận', exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await sendings(head).getByText('Chưa ai đọc').waitFor();
  });

  it('says who has it and who has read it', async () => {
    await sendings(head).getByRole('button', { name: 'Ghi nhận đã nhận: UBND thành phố' }).press('Enter');
    const form = head.getByRole('dialog', { name: 'Ghi nhận đã nhận' });
    await form.getByLabel('Ngày nhận').fill('08012025');
    await form.getByLabel('Số văn bản đến, ghi chú').fill('Văn bản đến số 112');
    await form.getByRole('button', { name: 'Ghi nhận đã nhận', exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await sendings(head).getByText('Đã nhận ngày 08/01/2025').waitFor();
    await justice.getByRole('button', { name: 'Xác nhận đã đọc', exact: true }).press('Enter');
    const read = justice.getByRole('dialog', { name: 'Xác nhận đã đọc' });
    await read.getByRole('button', { name: 'Xác nhận đã đọc', exact: true }).press('Enter');
    await read.waitFor({ state: 'detached' });
    await sendings(head).getByText('Đã đọc', { exact: true }).waitFor();
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
  });
});
