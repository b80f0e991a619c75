import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Entry, Page as Listed } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { PASSWORD, runningOffice, type RunningOffice } from '../support/running-office.js';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Pages are looked at in Debian's Chromium, where it is installed; .ci/run installs it.
(existsSync(CHROMIUM) ? describe : describe.skip)('the pages, in a browser', () => {
  let office: RunningOffice;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    office = await runningOffice();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
    page = await browser.newPage({ locale: 'vi-VN' });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  it('the tour runs with the keyboard alone: tasks, a report, the clock, who answers for what was missed', async () => {
    await page.goto(office.url);
    await page.getByLabel('Mật khẩu trình diễn').fill(PASSWORD);
    const out = page.getByRole('status');
    const press = async (name: RegExp) => {
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await press(/36 nhiệm vụ/);
    await out.getByText('Rà soát, hệ thống hóa văn bản').waitFor();
    await press(/Báo cáo tiến độ/);
    await out.getByText('"position"').waitFor();
    await press(/Chuyển đồng hồ/);
    await out.getByText('2025-04-01').waitFor();
    await office.settled();
    await press(/Ai chịu trách nhiệm/);
    await out.getByText('ghi nhận quá hạn').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('a citizen checks an entry on the proof page: the browser recomputes the root', async () => {
    await office.seal();
    const head = await office.as('head-of-office');
    const { body } = await head.get<Listed<Entry & { subject: string }>>(
      '/api/v1/audit?type=TaskProgressReported',
    );
    await page.goto(`${office.url}/ledger/thieu-van/subjects/${body.items[0]?.subject}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Trang kiểm chứng');
    await page.getByRole('button', { name: 'Kiểm tra' }).last().click();
    await page.getByText('Đúng: mục này nằm trong điểm chốt đã ký').waitFor();
    expect(complaints).toEqual([]);
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
    expect(complaints).toEqual([]);
  });
});
