import { TOTP } from 'otpauth';
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
import { PASSWORD, runningOffice, type RunningOffice } from '../support/running-office.js';

const NEXT = 'nuoc-trong-thi-ca-lon-89';

inBrowser('my account, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  beforeAll(async () => {
    office = await runningOffice();
    windows = await openWindows();
    page = await pageOf(windows, office, 'culture');
    await page.getByRole('link', { name: 'Vũ Văn Hóa' }).press('Enter');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const looksWell = async () => {
    expect(await violations(page)).toEqual([]);
    expect(await cutAt(page, Object.values(WIDTHS))).toEqual([]);
  };

  it('another session of mine is seen, and ended', async () => {
    const elsewhere = await pageOf(windows, office, 'culture');
    await page.reload();
    await page.getByText('Phiên này', { exact: true }).waitFor();
    await looksWell();
    await page.getByRole('button', { name: /^Kết thúc phiên/ }).press('Enter');
    await page.getByText('Đã kết thúc phiên.').waitFor();
    expect((await elsewhere.request.get(`${office.url}/api/v1/sessions/me`)).status()).toBe(401);
    await elsewhere.close();
  });

  it('my deadlines are read by my calendar at an address that is shown once, until I revoke it', async () => {
    const panel = page.getByRole('region', { name: 'Lịch trên điện thoại' });
    await panel.getByText('Bạn chưa có địa chỉ lịch.').waitFor();
    await panel.getByRole('button', { name: 'Lấy địa chỉ lịch' }).press('Enter');
    const shown = page.getByRole('dialog', { name: 'Lịch trên điện thoại' });
    const address = (await shown.locator('code').textContent()) ?? '';
    await looksWell();
    const read = async () => fetch(address);
    expect(await (await read()).text()).toContain('SUMMARY:Hạn: Nhiệm vụ');
    await shown.getByRole('button', { name: 'Tôi đã ghi lại' }).press('Enter');
    await panel.getByText(/^Đã có địa chỉ từ /).waitFor();
    expect(await page.getByText(address).count()).toBe(0);
    await panel.getByRole('button', { name: 'Thu hồi địa chỉ' }).press('Enter');
    await panel.getByText('Bạn chưa có địa chỉ lịch.').waitFor();
    expect((await read()).status).toBe(404);
    await looksWell();
  });

  it('help opens the manual at the chapter of the screen', async () => {
    for (const [place, chapter] of [
      ['Nhiệm vụ', 'Nhiệm vụ'],
      ['Nhật ký', 'Nhật ký trách nhiệm'],
    ] as const) {
      await page
        .getByRole('navigation', { name: 'Các mục' })
        .getByRole('link', { name: place, exact: true })
        .press('Enter');
      await page.getByRole('link', { name: 'Trợ giúp' }).press('Enter');
      await page.getByRole('heading', { name: 'Hướng dẫn sử dụng', level: 1 }).waitFor();
      const at = page.getByRole('region', { name: chapter, exact: true });
      await at.waitFor();
      await page.waitForFunction(
        (id) => (document.getElementById(id)?.getBoundingClientRect().top ?? 9_999) < 300,
        new URL(page.url()).hash.slice(1),
      );
    }
    await looksWell();
    await page.getByRole('link', { name: 'Vũ Văn Hóa' }).press('Enter');
  });

  it('a wrong password is said on the form, and the session goes on; the right one changes it', async () => {
    const change = async (current: string) => {
      await page.getByLabel('Mật khẩu hiện tại').fill(current);
      await page.getByLabel('Mật khẩu mới').fill(NEXT);
      await page.keyboard.press('Enter');
    };
    await change('khong-phai-mat-khau-nay');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await looksWell();
    await change(PASSWORD);
    await page.getByText('Đã đổi mật khẩu.').waitFor();
    expect(await page.getByLabel('Mật khẩu mới').inputValue()).toBe('');
  });

  it('a second factor is enrolled by its picture or its key, and asked for from then on', async () => {
    await page.getByRole('button', { name: 'Đăng ký ứng dụng xác thực' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Đi tiếp' }).press('Enter');
    await dialog.getByRole('img', { name: /QR/ }).waitFor();
    await looksWell();
    const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
    const code = () => new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate();
    await dialog.getByLabel('Mã 6 số').fill('000000');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Mã 6 số').fill(code());
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Đang dùng').waitFor();
    const anew = await windows.open();
    await anew.goto(office.url);
    await anew.getByLabel('Tên đăng nhập').fill('culture');
    await anew.getByLabel('Mật khẩu', { exact: true }).fill(NEXT);
    await anew.keyboard.press('Enter');
    await anew.getByLabel('Mã xác thực 6 số').waitFor();
  });

  it('in English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Replace the authenticator' }).waitFor();
    await looksWell();
  });
});
