import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import type { Page as Listed, TaskItem } from '../support/answers.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const PRINTING = 'In ấn tài liệu';

inBrowser('money of tasks, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let head: Page, chairman: Page, justice: Page;

  beforeAll(async () => {
    office = await runningOffice();
    await office.moveTo('2025-03-10T08:00:00+07:00');
    windows = await openWindows();
    const tasks = await (await office.as('justice')).get<Listed<TaskItem>>('/api/v1/tasks?lead=me');
    const path = `/app/tasks/${tasks.body.items[0]?.id ?? ''}`;
    [head, chairman, justice] = (await Promise.all(
      ['head-of-office', 'chairman', 'justice'].map((name) => pageOf(windows, office, name, path)),
    )) as [Page, Page, Page];
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const money = (page: Page) => page.getByRole('region', { name: 'Kinh phí', exact: true });
  const open = async (page: Page, name: string) => {
    await money(page).getByRole('button', { name, exact: true }).press('Enter');
    return page.getByRole('dialog', { name, exact: true });
  };
  const pressIn = async (page: Page, name: string) => {
    const dialog = page.getByRole('dialog', { name, exact: true });
    await dialog.getByRole('button', { name, exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };
  /** What the browser itself says of an answer that refuses. */
  const butOfRefusals = (faults: string[]) =>
    faults.filter((one) => !/status of (400|409|412|422)/.test(one));

  it('before anything was given it says so, and the lead has nothing to spend from', async () => {
    await money(justice).getByText('Chưa giao dự toán cho nhiệm vụ này.').waitFor();
    expect(await money(justice).getByRole('button').count()).toBe(0);
  });

  it('money is allocated by a document, typed with dots or without', async () => {
    const form = await open(head, 'Giao dự toán');
    await form.getByLabel('Nội dung chi').fill(PRINTING);
    await form.getByLabel('Số tiền (đồng)').fill('1.250.000');
    await form.getByLabel('Số quyết định giao dự toán').fill('12/QĐ-UBND');
    await form.getByLabel('Ngày quyết định').fill('06012025');
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
    await pressIn(head, 'Giao dự toán');
    await money(head)
      .getByRole('row', { name: `${PRINTING} 1.250.000 ₫ 0 ₫ 1.250.000 ₫` })
      .waitFor();
  });

  it('an amount that is none is refused by name; one above what is left says how much that is', async () => {
    await money(justice).getByRole('button', { name: 'Ghi nhận chi', exact: true }).waitFor();
    const form = await open(justice, 'Ghi nhận chi');
    await form.getByLabel('Số tiền (đồng)').fill('1.5');
    await form.getByLabel('Ngày chi').fill('07032025');
    await form.getByLabel('Số chứng từ, hóa đơn').fill('HĐ-001');
    await form.getByLabel('Chi cho việc gì').fill('In 500 tờ rơi');
    const send = form.getByRole('button', { name: 'Ghi nhận chi', exact: true });
    await send.press('Enter');
    await form.getByText('Dữ liệu gửi lên không hợp lệ').first().waitFor();
    await form.getByLabel('Số tiền (đồng)').fill('1300000');
    await send.press('Enter');
    await form.getByText(`Vượt dự toán: dòng "${PRINTING}" chỉ còn 1.250.000 ₫`).first().waitFor();
    await form.getByLabel('Số tiền (đồng)').fill('1 000 000');
    await pressIn(justice, 'Ghi nhận chi');
    await money(justice).getByText('80 %').waitFor();
    await money(justice).getByText('Còn lại').waitFor();
  });

  it('an over-run is the chairman’s to decide; what was written down is there with its documents', async () => {
    const form = await open(chairman, 'Cho chi vượt');
    await form.getByLabel('Số tiền (đồng)').fill('50.000');
    await form.getByLabel('Lý do').fill('Giá giấy tăng');
    await pressIn(chairman, 'Cho chi vượt');
    await money(chairman).getByText('+ 50.000 ₫ được chi vượt').waitFor();
    await money(chairman).getByText(`${PRINTING}: Các khoản đã ghi nhận (3)`).click();
    await money(chairman).getByText('Chi 1.000.000 ₫ ngày 07/03/2025').waitFor();
    expect(await faultsOf(chairman, windows).then(butOfRefusals)).toEqual([]);
  });

  it('a note that was wrong is taken back with a reason, and stays', async () => {
    await money(justice).getByText(`${PRINTING}: Các khoản đã ghi nhận (3)`).click();
    await money(justice)
      .getByRole('button', { name: 'Hủy ghi nhận: Chi 1.000.000 ₫ ngày 07/03/2025' })
      .press('Enter');
    await justice.getByRole('dialog').getByLabel('Lý do').fill('Nhầm số tiền');
    await pressIn(justice, 'Hủy ghi nhận chi');
    await money(justice).getByText('Đã hủy', { exact: true }).waitFor();
    await money(justice).getByText('lý do: Nhầm số tiền').waitFor();
  });

  it('the plan’s page has the totals of each area, at every width, in English too', async () => {
    await head.goto(`${office.url}/app/plan`);
    const totals = head.getByRole('region', { name: 'Kinh phí theo lĩnh vực', exact: true });
    await totals.getByRole('row', { name: /^Cả kế hoạch 1\.250\.000 ₫ 0 ₫ 1\.250\.000 ₫ 0\/1$/ }).waitFor();
    await totals.getByText('Chi bên kết quả của 1 nhiệm vụ').click();
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
  });
});
