import type { Page } from 'playwright-core';
import type { Page as Listed } from '../support/answers.js';
import {
  WIDTHS,
  cutAt,
  inBrowser,
  openWindows,
  signInOn,
  violations,
  type Windows,
} from '../support/browser.js';
import { PASSWORD, runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('tasks, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;
  let id: string;

  beforeAll(async () => {
    office = await runningOffice();
    const justice = await office.as('justice');
    [{ id }] = (await justice.get<Listed<{ id: string }>>('/api/v1/tasks?lead=me&limit=1')).body.items as [
      { id: string },
    ];
    windows = await openWindows();
    page = await windows.open();
    await page.goto(office.url);
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('the door leads to a page to sign in on, and by the keyboard alone to one’s work', async () => {
    expect(new URL(page.url()).pathname).toBe('/app/');
    expect(await violations(page)).toEqual([]);
    expect(await cutAt(page, Object.values(WIDTHS))).toEqual([]);
    await signInOn(page, 'justice');
    expect(await violations(page)).toEqual([]);
    expect(await cutAt(page, Object.values(WIDTHS))).toEqual([]);
    await page.getByRole('link', { name: /Nhiệm vụ I\.1/ }).press('Enter');
    await page.waitForURL(`**/app/tasks/${id}`);
    expect(windows.complaints).toEqual([]);
  });

  it('what is looked for stands in the address', async () => {
    await page.goto(`${office.url}/app/tasks`);
    await page.getByLabel('Chủ trì').selectOption('me');
    await page.waitForURL(/lead=me/);
    await page.getByRole('row').filter({ hasText: 'I.1' }).first().waitFor();
    // The list of before stands until the new one is there: then only the head is not of his.
    const others = page.getByRole('row').filter({ hasNotText: 'Hoàng Văn Luật' });
    await others.nth(1).waitFor({ state: 'detached' });
    expect(await others.count()).toBe(1);
    expect(await page.getByRole('row').filter({ hasText: 'Hoàng Văn Luật' }).count()).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);
    expect(await cutAt(page, Object.values(WIDTHS))).toEqual([]);
  });

  it('R2: progress is reported by keyboard, once, and stands in the trail at once', async () => {
    await page.goto(`${office.url}/app/tasks/${id}`);
    await page.getByRole('button', { name: 'Báo cáo tiến độ' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Phần trăm hoàn thành').fill('40');
    await dialog.getByLabel('Nội dung đã làm').fill('Đã rà soát 12 văn bản.');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Báo cáo tiến độ' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Đã ghi nhận.').waitFor();
    await page.getByText('Đã rà soát 12 văn bản.').first().waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: /Hoàng Văn Luật .*40/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await cutAt(page, Object.values(WIDTHS))).toEqual([]);
    expect(windows.complaints).toEqual([]);
  });

  it('what others do appears in its place without a reload', async () => {
    await (
      await office.as('chairman')
    ).post(`/api/v1/tasks/${id}/urgings`, { text: 'Đề nghị báo cáo trong tuần.' });
    await page.getByRole('listitem').filter({ hasText: 'Đề nghị báo cáo trong tuần' }).waitFor();
  });

  it('what was typed is there again after a reload, and after signing in anew in mid-form', async () => {
    const open = () => page.getByRole('button', { name: 'Báo cáo tiến độ' }).press('Enter');
    const said = page.getByLabel('Nội dung đã làm');
    await open();
    await said.fill('Còn dang dở');
    await page.reload();
    await open();
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Còn dang dở');
    await page.context().clearCookies();
    const form = page.getByRole('dialog', { name: 'Báo cáo tiến độ' });
    await form.getByRole('button', { name: 'Báo cáo tiến độ' }).press('Enter');
    const again = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await again.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    expect(await said.inputValue()).toBe('Còn dang dở');
    await form.getByRole('button', { name: 'Báo cáo tiến độ' }).press('Enter');
    await form.waitFor({ state: 'detached' });
  });

  it('a refusal is said on the form, and what was typed stays', async () => {
    await page.getByRole('button', { name: 'Xin gia hạn' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ngày đề nghị').fill('01012020');
    await dialog.getByLabel('Lý do').fill('Chờ hướng dẫn của huyện.');
    await dialog.getByRole('button', { name: 'Xin gia hạn' }).press('Enter');
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByLabel('Lý do').inputValue()).toBe('Chờ hướng dẫn của huyện.');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('sliding back shows the task as it stood, and what became of it since; nothing is done in the past', async () => {
    const before = windows.complaints.length;
    await office.moveTo('2025-01-06T08:00:00+07:00');
    const justice = await office.as('justice');
    await justice.post(`/api/v1/tasks/${id}/progress-reports`, {
      percent: 70,
      text: 'Đã rà soát 21 văn bản.',
    });
    await office.settled();
    await page.reload();
    await page.getByText('Đã rà soát 21 văn bản.', { exact: true }).waitFor();
    const slider = page.getByRole('slider', { name: /^Như cuối ngày/ });
    await slider.press('Home');
    await page.waitForURL(/on=2025-01-02/);
    await page.getByText('Đang xem nhiệm vụ như cuối ngày 02/01/2025', { exact: false }).waitFor();
    const past = page.getByRole('region', { name: 'Xem lại quá khứ' });
    await past
      .getByRole('listitem')
      .filter({ hasText: /^Tiến độ.*% → 70 %$/ })
      .waitFor();
    expect(await page.getByRole('button', { name: 'Báo cáo tiến độ' }).count()).toBe(0);
    // Quarter I's report is due on 21/03/2025: 78 days after that day, not after the day on which it is looked back at.
    await page.getByText('Trong hạn, còn 77 ngày').waitFor();
    await page.getByText('Đã rà soát 21 văn bản.').waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    expect(await cutAt(page, Object.values(WIDTHS))).toEqual([]);
    await slider.press('End');
    await page.waitForURL((url) => !url.search.includes('on='));
    await page.getByRole('button', { name: 'Báo cáo tiến độ' }).waitFor();
    expect(windows.complaints.slice(before)).toEqual([]);
  });

  it('in English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Report progress' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await violations(page)).toEqual([]);
  });
});
