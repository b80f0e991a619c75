import type { Page, Route } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, signInOn, violations, type Windows } from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

/** As a citizen's card says it to a reader that types. */
const CARD = '038087001234|171234567|Nguyễn Thị Hạnh|05091987|Nữ|Thôn Đông, Thiệu Vân, Thanh Hóa|10052021';
const MOST_PRESSES = 45;

inBrowser('reception, in a browser', () => {
  let office: RunningOffice;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let windows: Windows;
  let page: Page;
  let presses: number;

  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  /** Text is typed where the focus is: it does not count. */
  const type = (text: string) => page.keyboard.insertText(text);
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : (at?.textContent ?? '');
    });
  const focusOn = (name: RegExp) =>
    page.waitForFunction((source) => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent;
      return new RegExp(source).test(label ?? '');
    }, name.source);
  const chosen = (procedure: string) =>
    page.waitForFunction(
      (name) => document.querySelector<HTMLInputElement>('[role=combobox]')?.value === name,
      procedure,
    );
  const clean = async () => expect(await faultsOf(page, windows)).toEqual([]);

  beforeAll(async () => {
    office = await runningOffice();
    desk = await openDesk(office);
    windows = await openWindows();
    page = await windows.open();
    await page.addInitScript(() => {
      const printed: number[] = [];
      Object.assign(globalThis, { printed, print: () => printed.push(Date.now()) });
    });
    await page.goto(office.url);
    await signInOn(page, 'desk');
  });
  beforeEach(() => {
    presses = 0;
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('R11: by keyboard alone, procedure by a few letters, applicant by the card, in few presses', async () => {
    await page.goto(`${office.url}/app/reception`);
    await focusOn(/^Thủ tục$/);
    await clean();
    await type('dang ky lai khai');
    await page.getByRole('option', { name: /Đăng ký lại khai sinh/ }).waitFor();
    expect(await page.getByRole('option').count()).toBeLessThanOrEqual(8);
    expect(await violations(page)).toEqual([]);
    await press('Enter');
    await focusOn(/^Quét mã thẻ/);
    // Before anything is received: five working days from 02/01.
    await page.getByText('17:00 09/01/2025').waitFor();
    await type(CARD);
    await press('Enter');
    await focusOn(/^Số điện thoại$/);
    expect(await page.getByLabel('Họ tên, tên tổ chức').inputValue()).toBe('Nguyễn Thị Hạnh');
    expect(await page.getByLabel('Ngày sinh').inputValue()).toBe('05/09/1987');
    await type('0912345678');
    await clean();
    while (!/^Đủ tất cả$/.test(await focused())) await press('Tab');
    await press('Space');
    await press('Enter');
    await page.getByRole('article', { name: /Giấy tiếp nhận/ }).waitFor();
    expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
  });

  it('the receipt says code, due day and secret, has a code to scan, and is printed by one key', async () => {
    const receipt = page.getByRole('article', { name: /Giấy tiếp nhận/ });
    await receipt.getByText('000.00.18.H56-250102-0001').waitFor();
    await receipt.getByText('17:00 09/01/2025').waitFor();
    await receipt.getByText('Nguyễn Thị Hạnh').waitFor();
    await page.waitForFunction(
      () => (document.querySelector('article img') as HTMLImageElement).naturalWidth > 0,
    );
    const secret = await receipt.locator('dt', { hasText: 'Mã tra cứu' }).locator('+ dd').textContent();
    await office.settled();
    const { body } = await desk.lookUp('000.00.18.H56-250102-0001', secret ?? '');
    expect(body.status).toBe('in_progress');
    await clean();
    await press('Enter');
    expect(await page.evaluate(() => (globalThis as unknown as { printed: number[] }).printed.length)).toBe(
      1,
    );
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await receipt.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });

  it('somebody who was here before is known by the phone number, and is registered once', async () => {
    await press('Tab');
    await press('Enter');
    await focusOn(/^Thủ tục$/);
    await type('dklks');
    await press('Enter');
    await focusOn(/^Quét mã thẻ/);
    await type('0912 345 678');
    await press('Enter');
    await focusOn(/^Đủ tất cả$/);
    await page.getByText('038087001234').waitFor();
    await press('Space');
    await clean();
    await press('Enter');
    await page.getByRole('article').getByText('000.00.18.H56-250102-0002').waitFor();
    expect(presses).toBeLessThanOrEqual(10);
    const { body } = await desk.desk.post<{ items: string[] }>('/api/v1/persons/search', {
      by: 'identityNumber',
      value: '038087001234',
      purpose: 'kiểm tra',
    });
    expect(body.items).toHaveLength(1);
  });

  it('what is missing is said, and nothing is lost by a reload; sent twice, it is received once', async () => {
    await press('Tab');
    await press('Enter');
    await type('1.004884');
    await press('Enter');
    await focusOn(/^Quét mã thẻ/);
    await press('Enter');
    await focusOn(/^Họ tên/);
    await type('Lê Văn Bình');
    await page.reload();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === 'Lê Văn Bình'),
    );
    await chosen('Đăng ký lại khai sinh');
    await page.getByLabel('Tờ khai đăng ký lại khai sinh', { exact: true }).check();
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).press('Enter');
    await page
      .getByRole('alert')
      .getByText(/Bản sao giấy tờ có thông tin khai sinh/)
      .waitFor();
    expect(windows.complaints.splice(0)).toEqual([expect.stringContaining('status of 422')]);
    await clean();
    await page.getByLabel('Đủ tất cả').check();
    // The answer is lost on its way: it waits, is sent once more by itself, and gets the first answer.
    const lost = async (route: Route) => {
      await route.fetch();
      await route.abort();
    };
    await page.route('**/api/v1/dossiers', lost, { times: 1 });
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).press('Enter');
    await page.getByRole('article', { name: 'Giấy nhận hồ sơ, chưa cấp mã' }).waitFor();
    await page.getByRole('button', { name: 'Xem, in giấy hẹn' }).press('Enter');
    await page.getByRole('article').getByText('000.00.18.H56-250102-0003').waitFor();
    windows.complaints.splice(0);
    await page.goto(`${office.url}/app/dossiers?queue=all`);
    await page.getByRole('row').filter({ hasText: '-0003' }).waitFor();
    expect(await page.getByRole('row').filter({ hasText: '250102' }).count()).toBe(3);
  });

  it('in English as well; and only the desk has it among its sections', async () => {
    await page.goto(`${office.url}/app/reception`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Receive', exact: true }).waitFor();
    await clean();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signInOn(page, 'justice');
    await page.getByRole('link', { name: 'Dossiers' }).waitFor();
    expect(await page.getByRole('link', { name: 'Reception' }).count()).toBe(0);
  });
});
