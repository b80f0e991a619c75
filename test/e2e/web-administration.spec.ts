import { inOffice } from '#kernel';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('what administrators look after, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  beforeAll(async () => {
    office = await runningOffice();
    windows = await openWindows();
    page = await pageOf(windows, office, 'admin');
    await page.getByRole('link', { name: 'Quản trị', exact: true }).press('Enter');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const choose = (name: string, on = page) =>
    on.getByRole('table').getByRole('link', { name }).press('Enter');
  const fillAndSend = async (name: string, label: string, said: string, on = page) => {
    await on.getByRole('button', { name }).press('Enter');
    const form = on.getByRole('dialog', { name });
    await form.getByLabel(label).fill(said);
    await form.getByRole('button', { name, exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
  };

  it('an account is opened; its first password is shown once, and opens nothing but its own change', async () => {
    await page.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Hoàng Văn Luật' }).waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.getByRole('button', { name: 'Mở tài khoản' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Mở tài khoản' });
    await form.getByLabel('Họ và tên').fill('Nguyễn Thị Phượng Hoàng');
    await form.getByLabel('Tên đăng nhập').fill('phuong.hoang');
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.keyboard.press('Enter');
    const shown = page.getByRole('dialog', { name: 'Mật khẩu lần đầu' });
    const password = (await shown.locator('code').textContent()) ?? '';
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect(await faultsOf(page, windows)).toEqual([]);
    await shown.getByRole('button', { name: 'Tôi đã ghi lại' }).press('Enter');
    await page.getByRole('link', { name: 'Nguyễn Thị Phượng Hoàng' }).waitFor();
    expect(await page.getByText(password).count()).toBe(0);
    const hers = await windows.open();
    await hers.goto(office.url);
    await hers.getByLabel('Tên đăng nhập').fill('phuong.hoang');
    await hers.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await hers.keyboard.press('Enter');
    await hers.getByText('Đây là mật khẩu cấp lần đầu').waitFor();
    await hers.close();
  });

  it('an account is blocked with a reason', async () => {
    await choose('Nguyễn Thị Phượng Hoàng');
    await fillAndSend('Khoá tài khoản', 'Lý do', 'Chuyển công tác.');
    await page.getByRole('region', { name: 'Nguyễn Thị Phượng Hoàng' }).getByText('Đã khoá').waitFor();
  });

  it('a lost second factor is removed by two people, neither of them its owner', async () => {
    const culture = await office.as('culture');
    const { secret } = (await culture.post<{ secret: string }>('/api/v1/sessions/me/second-factor', {})).body;
    const code = new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate();
    await culture.post('/api/v1/sessions/me/second-factor/confirmation', { code });
    await page.reload();
    await choose('Vũ Văn Hóa');
    await fillAndSend('Đề nghị gỡ xác thực hai lớp', 'Lý do', 'Hỏng điện thoại.');
    await page.getByText(/^Quản trị hệ thống đề nghị gỡ xác thực hai lớp, chờ/).waitFor();
    expect(await page.getByRole('button', { name: 'Đồng ý gỡ xác thực hai lớp' }).count()).toBe(0);
    const chairman = await pageOf(windows, office, 'chairman', '/app/administration');
    await choose('Vũ Văn Hóa', chairman);
    await chairman.getByText('Hỏng điện thoại.').waitFor();
    expect(await faultsOf(chairman, windows)).toEqual([]);
    await chairman.getByRole('button', { name: 'Đồng ý gỡ xác thực hai lớp' }).press('Enter');
    const form = chairman.getByRole('dialog');
    await form.getByRole('button', { name: 'Đồng ý gỡ xác thực hai lớp' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await chairman
      .getByRole('region', { name: 'Vũ Văn Hóa' })
      .getByText('Phải đăng ký lại hai lớp')
      .waitFor();
    await chairman.close();
  });

  it('another system is given a token, shown once, and revoked', async () => {
    await page.getByRole('link', { name: 'Mã truy cập' }).press('Enter');
    await page.getByText('Chưa cấp mã nào.').waitFor();
    await page.getByRole('button', { name: 'Cấp mã truy cập' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Cấp mã truy cập' });
    await form.getByLabel('Tên hệ thống').fill('Phần mềm quản lý văn bản');
    await form.getByLabel('Thay mặt ai').selectOption({ index: 1 });
    expect(await faultsOf(page, windows)).toEqual([]);
    await form.getByRole('button', { name: 'Cấp mã truy cập' }).press('Enter');
    const shown = page.getByRole('dialog', { name: 'Mã truy cập' });
    await shown.getByText(/mbt_/).waitFor();
    await shown.getByRole('button', { name: 'Tôi đã ghi lại' }).press('Enter');
    await page.getByText('Phần mềm quản lý văn bản').waitFor();
    await page.getByRole('button', { name: /^Thu hồi mã/ }).press('Enter');
    const revoking = page.getByRole('dialog', { name: 'Thu hồi mã' });
    await revoking.getByLabel('Lý do').fill('Thay hệ thống.');
    await revoking.getByRole('button', { name: 'Thu hồi mã' }).press('Enter');
    await page.getByText('Đã thu hồi', { exact: true }).waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('what failed is in sight with its error, and tried again by hand', async () => {
    await inOffice('thieu-van', () =>
      office.runtime.parked.note(
        { office: 'thieu-van', worker: 'test', subject: 's-1', item: 'o-1/miss' },
        'DeadlineMissed',
        new Error('connect ECONNREFUSED 10.0.0.7:443'),
      ),
    );
    await page.getByRole('link', { name: 'Hệ thống', exact: true }).press('Enter');
    await page.getByText('1 việc của test bị lỗi, đang tự thử lại').waitFor();
    await page.getByText('connect ECONNREFUSED 10.0.0.7:443').waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.getByRole('button', { name: /^Thử lại/ }).press('Enter');
    await page.getByText('Sẽ thử lại ngay 1 việc.').waitFor();
  });

  it('in English as well; whoever keeps no accounts is not led there', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    for (const name of ['Accounts', 'Tokens', 'Service']) {
      await page.getByRole('link', { name, exact: true }).press('Enter');
      await page.locator('main a[aria-current=page]', { hasText: name }).waitFor();
      expect(await faultsOf(page, windows)).toEqual([]);
    }
    const justice = await pageOf(windows, office, 'justice');
    await justice.getByRole('link', { name: 'Bộ máy' }).waitFor();
    expect(await justice.getByRole('link', { name: 'Quản trị' }).count()).toBe(0);
  });
});
