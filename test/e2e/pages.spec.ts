import type { Page } from 'playwright-core';
import type { Entry, Page as Listed } from '../support/answers.js';
import { inBrowser, openWindows, type Windows } from '../support/browser.js';
import { LAND, openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('the pages, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  beforeAll(async () => {
    office = await runningOffice();
    windows = await openWindows();
    page = await windows.open();
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('a citizen checks an entry on the proof page: the browser recomputes the root', async () => {
    const justice = await office.as('justice');
    const { items } = (await justice.get<Listed<{ id: string }>>('/api/v1/tasks?lead=me&limit=1')).body;
    await justice.post(`/api/v1/tasks/${items[0]?.id}/progress-reports`, {
      percent: 20,
      text: 'Đã rà soát.',
    });
    await office.seal();
    const head = await office.as('head-of-office');
    const { body } = await head.get<Listed<Entry & { subject: string }>>(
      '/api/v1/audit?type=TaskProgressReported',
    );
    await page.goto(`${office.url}/ledger/thieu-van/subjects/${body.items[0]?.subject}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Trang kiểm chứng');
    await page.getByRole('button', { name: 'Kiểm tra' }).last().click();
    await page.getByText('Đúng: mục này nằm trong điểm chốt đã ký').waitFor();
    expect(windows.complaints).toEqual([]);
  });

  it('the page of the receipt’s QR code shows how far a dossier is, takes one rating, and feedback from anybody', async () => {
    const at = await openDesk(office);
    const { dossierId, lookup } = (await at.receive(LAND)).body;
    await at.sign(dossierId);
    await at.act(at.desk, dossierId, 'digitisation', { reason: 'Máy quét hỏng, quét sau' });
    await at.act(at.desk, dossierId, 'return', { channel: 'counter', takenBy: 'Trần Thị Dân' });
    await office.settled();
    await page.goto(`${office.url}/public/thieu-van#${lookup.code}~${lookup.secret}`);
    await page.getByText('đã trả kết quả').waitFor();
    const send = page.getByRole('button', { name: 'Gửi đánh giá' });
    await page.getByLabel('Điểm').selectOption('4');
    await send.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Cảm ơn ông/bà đã đánh giá.').waitFor();
    expect(await send.isVisible()).toBe(false);
    await page.getByText('Danh mục thủ tục').press('Enter');
    await page.getByText('1.001193 · Đăng ký khai sinh').waitFor();
    await page.getByText('Kết quả giải quyết').press('Enter');
    await page.getByText(new RegExp(`^${lookup.code} · .* · đã trả kết quả`)).waitFor();
    await page.getByLabel('Nội dung').fill('Đèn đường thôn Đắc Châu 2 hỏng đã một tuần, đề nghị sửa.');
    await page.getByRole('button', { name: 'Gửi phản ánh' }).press('Enter');
    await page
      .getByText(/Đã nhận. Mã phản ánh: [0-9a-f-]{36}. Mã tra cứu: [A-Z2-7]{12}. Hạn trả lời: /)
      .waitFor();
    expect(windows.complaints).toEqual([]);
  });
});
