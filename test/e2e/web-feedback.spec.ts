import type { Page } from 'playwright-core';
import {
  faultsOf,
  inBrowser,
  openWindows,
  pageOf,
  signInOn,
  violations,
  type Windows,
} from '../support/browser.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

const WRITTEN = 'Đường vào thôn bị ngập mỗi khi mưa lớn, đề nghị xã sửa cống thoát nước.';

inBrowser('feedback, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  const clean = async () => expect(await faultsOf(page, windows)).toEqual([]);
  const act = async (name: string, fill: (form: ReturnType<Page['getByRole']>) => Promise<unknown>) => {
    await page.getByRole('button', { name, exact: true }).press('Enter');
    const form = page.getByRole('dialog', { name });
    await fill(form);
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name, exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
  };
  const as = async (username: string) => {
    await page.goto(`${office.url}/app/`);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await signInOn(page, username);
    await page.goto(`${office.url}/app/feedback`);
  };

  beforeAll(async () => {
    office = await runningOffice();
    await client(office.url).post('/public/thieu-van/feedback', { text: WRITTEN, name: 'Lê Văn Dân' });
    await office.settled();
    windows = await openWindows();
    page = await pageOf(windows, office, 'head-of-office');
    await page.goto(`${office.url}/app/feedback`);
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('what came in is listed without a word of who wrote it', async () => {
    await page.getByRole('row').filter({ hasText: 'Chưa phân loại' }).waitFor();
    expect(await page.getByText('Lê Văn Dân').count()).toBe(0);
    await clean();
  });

  it('R34: what was written is read for a purpose', async () => {
    await page.getByRole('link', { name: 'Chưa phân loại' }).press('Enter');
    await page.getByRole('button', { name: 'Xem nội dung' }).press('Enter');
    await page.getByText(WRITTEN).waitFor();
    await page.getByText('Lê Văn Dân').waitFor();
    await clean();
  });

  it('R25: is classified, given to one unit, and answered by it', async () => {
    await act('Phân loại', async (form) => {
      await form.getByLabel('Loại').selectOption('service');
      await form.getByLabel('Lĩnh vực').fill('Giao thông');
      await form.getByLabel(/^Trích yếu/).fill('Cống thoát nước đường liên thôn');
    });
    await page.getByRole('heading', { level: 1, name: 'Cống thoát nước đường liên thôn' }).waitFor();
    await act('Giao bộ phận trả lời', (form) =>
      form.getByLabel('Bộ phận trả lời').selectOption({ label: 'Công chức Tư pháp - Hộ tịch' }),
    );
    await page.getByText('Đã giao').first().waitFor();
    await as('justice');
    await page.getByRole('link', { name: 'Cống thoát nước đường liên thôn' }).press('Enter');
    await act('Trả lời', async (form) => {
      await form
        .getByLabel('Nội dung trả lời')
        .fill('UBND xã đã kiểm tra hiện trường, nạo vét 120 m rãnh và thay 4 ống cống tại đầu thôn Đông.');
      await form.getByLabel('Đã làm gì').fill('Nạo vét 120 m rãnh, thay 4 ống cống D600 ở đầu thôn Đông.');
      await form.getByLabel('Ngày làm').fill('02012025');
    });
    await page
      .getByText(/thay 4 ống cống tại đầu thôn Đông/)
      .first()
      .waitFor();
    await clean();
  });

  it('the list says what is answered, and it is published from there', async () => {
    await as('head-of-office');
    await page.getByRole('link', { name: 'Đã trả lời' }).click();
    await page.waitForURL(/status=answered/);
    await page.getByRole('link', { name: 'Cống thoát nước đường liên thôn' }).press('Enter');
    await act('Công khai', (form) =>
      form.getByLabel(/^Câu hỏi để công khai/).fill('Bao giờ cống thoát nước đường liên thôn được sửa?'),
    );
    await page.getByText('Đã công khai').first().waitFor();
    await clean();
  });

  it('what somebody says at the office is taken down', async () => {
    await page.goto(`${office.url}/app/feedback`);
    await act('Ghi phản ánh tại cơ quan', async (form) => {
      await form
        .getByLabel('Nội dung phản ánh')
        .fill('Một cửa nên mở thêm sáng thứ bảy cho người đi làm xa.');
      await form.getByLabel('Nhận qua').selectOption('counter');
      await form.getByLabel('Loại').selectOption('service');
    });
    await page.getByText('Mới nhận').first().waitFor();
    await clean();
  });

  it('in English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Classify', exact: true }).waitFor();
    await clean();
    await page.goto(`${office.url}/app/feedback?status=all`);
    await page.getByRole('row').filter({ hasText: 'Published' }).waitFor();
    await clean();
  });
});
