import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('registers of counted work and the survey, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let culture: Page, land: Page;

  beforeAll(async () => {
    office = await runningOffice();
    await office.moveTo('2025-03-10T08:00:00+07:00');
    windows = await openWindows();
    [culture, land] = (await Promise.all(
      ['culture', 'land'].map((name) => pageOf(windows, office, name, '/app/registers')),
    )) as [Page, Page];
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const butOfRefusals = (faults: string[]) => faults.filter((one) => !one.includes('status of 4'));

  it('a register asks for what it counts, and nothing else', async () => {
    await culture.getByRole('heading', { name: 'Sổ theo dõi năm 2025', level: 1 }).waitFor();
    await region(culture, 'Đào tạo, tập huấn').getByText('Chưa ghi mục nào.').waitFor();
    await region(culture, 'Đào tạo, tập huấn').getByRole('button', { name: 'Ghi sổ' }).press('Enter');
    const form = culture.getByRole('dialog', { name: 'Ghi sổ', exact: true });
    await form.getByLabel('Ngày').fill('07032025');
    await form.getByLabel('Lớp, chuyên đề tập huấn').fill('Tập huấn dịch vụ công trực tuyến');
    await form.getByLabel('Số người tham gia').fill('32');
    await form.getByLabel('Số giờ').fill('4');
    expect(await form.getByLabel('Kênh').count()).toBe(0);
    expect(await faultsOf(culture, windows).then(butOfRefusals)).toEqual([]);
    await form.getByRole('button', { name: 'Ghi sổ', exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await region(culture, 'Đào tạo, tập huấn')
      .getByRole('link', { name: /^Tập huấn dịch vụ công/ })
      .waitFor();
    await region(culture, 'Tổng hợp trong năm').getByText('1 mục · 32 người tham gia · 4 giờ').waitFor();
    expect(await faultsOf(culture, windows).then(butOfRefusals)).toEqual([]);
  });

  it('publicity on a page names its address; what is refused says what is missing', async () => {
    await culture.getByRole('link', { name: 'Tuyên truyền cải cách hành chính' }).press('Enter');
    const register = region(culture, 'Tuyên truyền cải cách hành chính');
    await register.getByRole('button', { name: 'Ghi sổ' }).press('Enter');
    const form = culture.getByRole('dialog', { name: 'Ghi sổ', exact: true });
    await form.getByLabel('Tin, bài, buổi tuyên truyền').fill('Bài viết về chữ ký số');
    await form.getByLabel('Kênh').selectOption({ label: 'Mạng xã hội (Zalo, Facebook)' });
    const send = form.getByRole('button', { name: 'Ghi sổ', exact: true });
    await send.press('Enter');
    await form.getByText('Sổ này cần ghi: Đường dẫn · Link').first().waitFor();
    await form.getByLabel('Đường dẫn').fill('https://facebook.com/thieuvan/posts/1');
    await send.press('Enter');
    await form.waitFor({ state: 'detached' });
    await register.getByRole('link', { name: 'Bài viết về chữ ký số' }).press('Enter');
    await culture.getByRole('link', { name: 'Mở đường dẫn' }).waitFor();
    expect(await faultsOf(culture, windows).then(butOfRefusals)).toEqual([]);
  });

  it('whoever made it corrects it with a reason; somebody else may not', async () => {
    await culture.getByRole('button', { name: 'Sửa mục này' }).press('Enter');
    const form = culture.getByRole('dialog', { name: 'Sửa mục này' });
    await form.getByLabel('Tin, bài, buổi tuyên truyền').fill('Bài viết về chữ ký số cá nhân');
    await form.getByLabel('Lý do').fill('Ghi thiếu tên bài');
    await form.getByRole('button', { name: 'Sửa mục này' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await culture.getByRole('heading', { name: 'Bài viết về chữ ký số cá nhân', level: 1 }).waitFor();
    await land.goto(culture.url());
    await land.getByRole('heading', { name: 'Bài viết về chữ ký số cá nhân', level: 1 }).waitFor();
    expect(await land.getByRole('button', { name: 'Sửa mục này' }).count()).toBe(0);
  });

  it('the survey has its page; whoever serves is told of months that are over, and by whom targets are seen', async () => {
    await land.goto(`${office.url}/app/survey`);
    await land.getByRole('heading', { name: 'Khảo sát hài lòng năm 2025', level: 1 }).waitFor();
    await region(land, 'So với chỉ tiêu')
      .getByText(/^Chỉ lãnh đạo, văn phòng/)
      .first()
      .waitFor();
    await region(land, 'Từng câu hỏi')
      .getByText(/^Chỉ tính những tháng đã hết/)
      .waitFor();
    expect(await region(land, 'Từng câu hỏi').getByRole('row').count()).toBe(6);
    expect(await faultsOf(land, windows).then(butOfRefusals)).toEqual([]);
  });
});
