import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

/** An appendix as an office keeps it: semicolons, a row above each area, a unit by a name of its own, signatures below. */
const appendix = (unit: string) =>
  Buffer.from(
    [
      '\ufeffPHỤ LỤC;;;;;;',
      'TT;Nội dung/Nhiệm vụ;Sản phẩm;Bộ phận thực hiện;Phối hợp;Thời gian;Kinh phí',
      'I;CẢI CÁCH THỂ CHẾ;;;;;',
      `1;Rà soát văn bản quy phạm pháp luật;Báo cáo;${unit};Văn phòng UBND xã;Quý I, IV/2026;`,
      'II;CẢI CÁCH THỦ TỤC HÀNH CHÍNH;;;;;',
      '1;Niêm yết thủ tục hành chính;Danh mục;Văn phòng UBND xã;;trước ngày 15 hằng tháng;5 triệu đồng',
      '2;Tuyên truyền cải cách hành chính;Tin, bài;Công chức Văn hóa - Xã hội;;đầu năm;',
      ';;;;TM. ỦY BAN NHÂN DÂN;;',
    ].join('\r\n'),
  );
const file = (unit: string) => ({ name: 'phu-luc.csv', mimeType: 'text/csv', buffer: appendix(unit) });

inBrowser('a plan’s file, dropped in, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;

  beforeAll(async () => {
    office = await runningOffice();
    windows = await openWindows();
    page = await pageOf(windows, office, 'head-of-office', '/app/plan?year=2026');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('where there is no plan yet, whoever may is led to its import', async () => {
    await page.getByText('Chưa có kế hoạch năm 2026.').waitFor();
    await page.getByRole('link', { name: 'Nhập từ tệp' }).press('Enter');
    await page.getByRole('heading', { name: 'Nhập kế hoạch từ tệp' }).waitFor();
    expect(await page.getByLabel('Tên kế hoạch').inputValue()).toBe('Kế hoạch cải cách hành chính năm 2026');
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('what the file says stands beside what was read of it; a unit it calls by another name is asked for, not guessed', async () => {
    await page.getByLabel('Tệp phụ lục nhiệm vụ').setInputFiles(file('Bộ phận tư pháp'));
    await page.getByLabel('Cơ quan cấp trên trực tiếp').fill('UBND thành phố Thanh Hóa');
    await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).press('Enter');
    await page.getByText('1 chỗ phải sửa trong tệp').first().waitFor();
    await page.getByText('Ô D4 (Chủ trì): không có bộ phận "Bộ phận tư pháp" trong tổ chức').waitFor();
    expect(await page.getByLabel(/^Mỗi dòng một lĩnh vực/).inputValue()).toBe(
      'I. CẢI CÁCH THỂ CHẾ\nII. CẢI CÁCH THỦ TỤC HÀNH CHÍNH',
    );
    expect(await page.getByRole('button', { name: /^Nhập \d/ }).count()).toBe(0);
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.getByLabel('“Bộ phận tư pháp” là').selectOption({ label: 'Công chức Tư pháp - Hộ tịch' });
    await page.getByRole('button', { name: 'Đọc lại tệp' }).press('Enter');
    await page.getByRole('button', { name: 'Nhập 3 nhiệm vụ' }).waitFor();
    const rows = page.getByRole('region', { name: 'Từng dòng: trong tệp và đọc được' });
    await rows.getByText(/“trước ngày 15 hằng tháng” → 12 kỳ/).waitFor();
    await rows.getByText('I.1 Rà soát văn bản quy phạm pháp luật').waitFor();
    await page.getByText('2 điều cần biết').last().press('Enter');
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('imported, the plan is there, and what needs a day waits on its page', async () => {
    await page.getByRole('button', { name: 'Nhập 3 nhiệm vụ' }).press('Enter');
    await page.getByText('Đã nhập kế hoạch').waitFor();
    const open = page.getByRole('region', { name: 'Còn thiếu trước khi trình' });
    await open.getByText('Tuyên truyền cải cách hành chính').waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('the same file again has nothing new, and nothing to import', async () => {
    await page.getByRole('link', { name: 'Nhập từ tệp' }).press('Enter');
    await page.getByLabel('Tệp phụ lục nhiệm vụ').setInputFiles(file('Công chức Tư pháp - Hộ tịch'));
    await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).press('Enter');
    await page.getByText('Tệp không có gì mới so với kế hoạch đang có.').waitFor();
    expect(await page.getByRole('button', { name: /^Nhập \d/ }).count()).toBe(0);
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('a file that is no plan says what is missing, and what was typed stays', async () => {
    const no = { name: 'khac.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\r\n1;2\r\n') };
    await page.getByLabel('Tệp phụ lục nhiệm vụ').setInputFiles(no);
    await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).press('Enter');
    await page.getByText(/không thấy dòng tiêu đề cột/).waitFor();
    expect(windows.complaints.splice(0)).toEqual([expect.stringContaining('status of 422')]);
    expect(await page.getByLabel('Cơ quan cấp trên trực tiếp').inputValue()).toBe('UBND thành phố Thanh Hóa');
  });

  it('the administrator sees how far the office is on its way to a running plan', async () => {
    const admin = await pageOf(windows, office, 'admin', '/app/administration/start');
    await admin.getByRole('heading', { name: 'Bắt đầu sử dụng' }).waitFor();
    await admin.getByText('Đã xong 6 trên 6 bước').waitFor();
    await admin.getByText('36 nhiệm vụ đã nhập').waitFor();
    expect(await faultsOf(admin, windows)).toEqual([]);
    await admin.getByRole('link', { name: 'Mở danh mục thủ tục' }).press('Enter');
    await admin.getByRole('heading', { name: 'Danh mục thủ tục', level: 1 }).waitFor();
    await admin.close();
  });
});
