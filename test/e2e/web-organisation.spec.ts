import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('the office itself, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  beforeAll(async () => {
    office = await runningOffice();
    windows = await openWindows();
    page = await pageOf(windows, office, 'chairman', '/app/organisation');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const pressIn = async (form: string, name = form) => {
    const dialog = page.getByRole('dialog', { name: form });
    await dialog.getByRole('button', { name, exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  it('it stands as a tree: units, posts, who acts in each, and what is vacant', async () => {
    await page.getByRole('heading', { name: 'UBND xã Thiệu Vân', level: 1 }).waitFor();
    const tree = page.getByRole('region', { name: 'Bộ phận, vị trí và người giữ' });
    await tree.getByText('Hoàng Văn Luật').waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('a post is opened by keyboard: since when it is held, and why it can’t end while it heads a unit (R28)', async () => {
    await page.getByRole('link', { name: 'Phụ trách Văn phòng UBND xã' }).press('Enter');
    const detail = page.getByRole('region', { name: 'Phụ trách Văn phòng UBND xã' });
    await detail.getByText('từ 02/01/2025').waitFor();
    await page.getByText(/^Chưa làm được/).press('Enter');
    await page.getByText(/quy tắc R28/).waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('a substitute to come is seen on the days they act, and not before; a past or coming day is not acted on', async () => {
    await page.getByRole('button', { name: 'Cử người thay thế' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Cử người thay thế' });
    await form
      .getByLabel('Người thay thế')
      .selectOption({ label: 'Vũ Văn Hóa · Công chức Văn hóa - Xã hội' });
    await form.getByLabel('Từ ngày').fill('10032025');
    await form.getByLabel('Đến hết ngày').fill('14032025');
    await form.getByLabel('Văn bản quyết định').fill('15/QĐ-UBND');
    expect(await faultsOf(page, windows)).toEqual([]);
    await pressIn('Cử người thay thế');
    await page.getByText('từ 10/03/2025 đến hết 14/03/2025').waitFor();
    expect(await page.getByText('Thay thế: Vũ Văn Hóa').count()).toBe(0);
    await page.getByRole('link', { name: 'Thay đổi sau: 10/03/2025' }).press('Enter');
    await page.getByText('Thay thế: Vũ Văn Hóa').waitFor();
    await page.getByText(/Cơ cấu ở cuối ngày 10\/03\/2025/).waitFor();
    expect(await page.getByRole('button', { name: 'Bổ nhiệm' }).count()).toBe(0);
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.getByRole('button', { name: 'Trở về hôm nay' }).press('Enter');
    await page.getByRole('button', { name: 'Bổ nhiệm' }).waitFor();
  });

  it('it is slid through the days on which it changes, those to come too; in words, what did', async () => {
    const slider = page.getByRole('slider', { name: /^Qua các lần thay đổi: cơ cấu ở cuối ngày/ });
    await slider.press('End');
    await page.waitForURL(/on=2025-03-15/);
    await page.getByRole('region', { name: 'Đã thay đổi ngày 15/03/2025' }).waitFor();
    await slider.press('ArrowLeft');
    await page.waitForURL(/on=2025-03-10/);
    const changed = page.getByRole('region', { name: 'Đã thay đổi ngày 10/03/2025' });
    await changed.getByText('Đổi người thay thế · Phụ trách Văn phòng UBND xã').waitFor();
    expect(await changed.getByRole('listitem').count()).toBe(1);
    const tree = page.getByRole('region', { name: 'Bộ phận, vị trí và người giữ' });
    await tree.getByText('Đổi người thay thế').waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toBe('10/03/2025');
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.reload();
    await changed.waitFor();
    await slider.press('Home');
    await page.getByRole('button', { name: 'Bổ nhiệm' }).waitFor();
    expect(page.url()).not.toContain('on=');
    expect(await changed.count()).toBe(0);
  });

  it('a unit is opened with its head, and ended into another', async () => {
    await page.goto(`${office.url}/app/organisation`);
    await page.getByRole('button', { name: 'Lập bộ phận' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Lập bộ phận' });
    await form.getByLabel('Tên bộ phận').fill('Tổ hỗ trợ chuyển đổi số');
    await form.getByLabel('Loại').selectOption('community');
    await form.getByLabel('Chức danh người đứng đầu').fill('Tổ trưởng');
    await pressIn('Lập bộ phận');
    await page.getByRole('link', { name: 'Tổ hỗ trợ chuyển đổi số' }).press('Enter');
    await page.getByRole('button', { name: 'Giải thể, sáp nhập bộ phận' }).press('Enter');
    const ending = page.getByRole('dialog', { name: 'Giải thể, sáp nhập bộ phận' });
    await ending.getByLabel('Bộ phận kế thừa').selectOption({ label: 'Văn phòng UBND xã' });
    await ending.getByLabel('Văn bản quyết định').fill('16/QĐ-UBND');
    await pressIn('Giải thể, sáp nhập bộ phận');
    await page.getByText('Đã kết thúc; kế thừa bởi').waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('R27: rights are lent for some days and some acts, seen by who has them, and taken back', async () => {
    await page.getByRole('link', { name: 'Uỷ quyền', exact: true }).press('Enter');
    await page.getByText('Không có uỷ quyền nào').waitFor();
    await page.getByRole('button', { name: 'Uỷ quyền', exact: true }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Uỷ quyền' });
    await form
      .getByLabel('Người được uỷ quyền')
      .selectOption({ label: 'Nguyễn Thị Bạch · Phó Chủ tịch UBND xã' });
    await form.getByLabel('Đến hết ngày').fill('31/01/2025');
    await form.getByLabel('Văn bản quyết định').fill('12/UQ-UBND');
    await form.getByText(/^Nhiệm vụ \(/).press('Enter');
    await form.getByLabel('Nghiệm thu', { exact: true }).check();
    expect(await faultsOf(page, windows)).toEqual([]);
    await pressIn('Uỷ quyền');
    await page.getByText('Lê Văn Minh → Nguyễn Thị Bạch').waitFor();
    const vice = await pageOf(windows, office, 'vice-chairman', '/app/organisation/delegations');
    await vice.getByRole('heading', { name: 'Tôi được uỷ quyền' }).waitFor();
    expect(await vice.getByRole('button', { name: /^Thu hồi/ }).count()).toBe(0);
    await vice.close();
    await page.getByRole('button', { name: /^Thu hồi uỷ quyền/ }).press('Enter');
    await page.getByRole('dialog').getByLabel('Lý do').fill('Đã về cơ quan.');
    await pressIn('Thu hồi uỷ quyền');
    await page.getByText('Đã hết hạn hoặc thu hồi (1)').press('Enter');
    await page.getByText('Đã thu hồi', { exact: true }).waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('the working days of a year are told with their text; of a year without one it is said so', async () => {
    await page.getByRole('link', { name: 'Lịch làm việc' }).press('Enter');
    await page.getByRole('heading', { name: 'Lịch làm việc năm 2025' }).waitFor();
    const worked = page.getByRole('region', { name: 'Ngày làm bù' });
    await worked.getByText('26/04/2025').waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.goto(`${office.url}/app/organisation/calendar?year=2031`);
    await page.getByText(/Chưa có lịch làm việc năm 2031/).waitFor();
  });

  it('a procedure is found without marks, read, and ended by whoever may; nobody else is offered it', async () => {
    await page.getByRole('link', { name: 'Danh mục thủ tục' }).press('Enter');
    await page.getByLabel('Tìm thủ tục').pressSequentially('dang ky khai sinh');
    const found = page.getByRole('table').getByRole('link', { name: /khai sinh/i });
    await found.first().press('Enter');
    await page.getByRole('heading', { name: 'Các bước giải quyết' }).waitFor();
    expect(await page.getByRole('button', { name: 'Bãi bỏ thủ tục' }).count()).toBe(0);
    expect(await faultsOf(page, windows)).toEqual([]);
    const path = page.url().slice(office.url.length);
    const head = await pageOf(windows, office, 'head-of-office', path);
    await head.getByRole('button', { name: 'Bãi bỏ thủ tục' }).press('Enter');
    const form = head.getByRole('dialog', { name: 'Bãi bỏ thủ tục' });
    await form.getByLabel('Hết hiệu lực từ ngày').fill('01022025');
    await form.getByLabel('Văn bản quyết định').fill('20/QĐ-UBND');
    await form.getByRole('button', { name: 'Bãi bỏ thủ tục' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await head.getByText(/hết hiệu lực từ 01\/02\/2025/).waitFor();
    await head.close();
  });

  it('in English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    for (const name of ['Structure', 'Delegations', 'Working days', 'Procedures']) {
      await page.getByRole('link', { name, exact: true }).press('Enter');
      await page.locator('main a[aria-current=page]', { hasText: name }).waitFor();
      expect(await faultsOf(page, windows)).toEqual([]);
    }
  });
});
