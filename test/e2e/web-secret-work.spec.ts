import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('a secret work item, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let head: Page;

  beforeAll(async () => {
    office = await runningOffice();
    await office.moveTo('2025-01-10T08:00:00+07:00');
    windows = await openWindows();
    head = await pageOf(windows, office, 'head-of-office', '/app/plan');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const butOfRefusals = (faults: string[]) =>
    faults.filter((one) => !/status of (400|409|412|422)/.test(one));

  it('is added on the plan’s page with area, lead and deadline alone', async () => {
    await head.getByRole('button', { name: 'Thêm việc mật', exact: true }).press('Enter');
    const form = head.getByRole('dialog', { name: 'Thêm việc mật' });
    await form.getByText(/giữ ngoài hệ thống theo Luật Bảo vệ bí mật nhà nước/).waitFor();
    await form.getByLabel('Lĩnh vực').selectOption('II');
    await form.getByLabel('Bộ phận chủ trì').selectOption({ label: 'Công chức Tư pháp - Hộ tịch' });
    await form.getByLabel('Ngày đến hạn').fill('20012025');
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
    await form.getByRole('button', { name: 'Thêm việc mật', exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
  });

  it('its page says that it is secret, and offers nothing that would say what it is about', async () => {
    await office.settled();
    const justice = await pageOf(windows, office, 'justice', '/app/tasks?lead=me');
    await justice.getByRole('link', { name: 'Việc mật', exact: true }).press('Enter');
    await justice.getByRole('heading', { name: 'Việc mật', level: 1 }).waitFor();
    await justice.getByText('Bí mật nhà nước', { exact: true }).waitFor();
    await justice.getByRole('button', { name: 'Báo hoàn thành', exact: true }).waitFor();
    expect(await justice.getByRole('button', { name: 'Nộp sản phẩm' }).count()).toBe(0);
    expect(await justice.getByRole('region', { name: 'Sản phẩm' }).count()).toBe(0);
    await justice.getByRole('button', { name: 'Báo cáo tiến độ', exact: true }).press('Enter');
    const form = justice.getByRole('dialog', { name: 'Báo cáo tiến độ' });
    await form.getByLabel('Phần trăm hoàn thành').fill('40');
    expect(await form.getByRole('textbox').count()).toBe(0);
    await form.getByRole('button', { name: 'Báo cáo tiến độ', exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
    expect(await faultsOf(justice, windows).then(butOfRefusals)).toEqual([]);
    if (process.env.PICTURES)
      for (const width of [360, 768, 1440]) {
        await justice.setViewportSize({ width, height: 900 });
        await justice.screenshot({ path: `${process.env.PICTURES}/secret-${width}.png`, fullPage: true });
      }
    await justice.close();
  });
});
