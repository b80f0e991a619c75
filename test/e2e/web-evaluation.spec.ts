import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('evaluation of officials, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let head: Page;
  let chairman: Page;
  let desk: Page;

  beforeAll(async () => {
    office = await runningOffice();
    await office.moveTo('2025-01-31T08:00:00+07:00');
    windows = await openWindows();
    [head, chairman, desk] = (await Promise.all(
      ['head-of-office', 'chairman', 'desk'].map((name) => pageOf(windows, office, name, '/app/evaluation')),
    )) as [Page, Page, Page];
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const open = async (page: Page, name: string, title = name) => {
    await page.getByRole('button', { name, exact: true }).press('Enter');
    return page.getByRole('dialog', { name: title, exact: true });
  };
  const pressIn = async (page: Page, name: string) => {
    const dialog = page.getByRole('dialog', { name, exact: true });
    await dialog.getByRole('button', { name, exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };
  const document = async (page: Page, number: string) => {
    await page.getByLabel('Số, ký hiệu văn bản').fill(number);
    await page.getByLabel('Ngày văn bản').fill('02012025');
  };
  const faults = (page: Page) => faultsOf(page, windows).then(butOfRefusals);

  it('a year that is not open says so; it is opened with its settings', async () => {
    await head.getByText('Chưa mở kỳ đánh giá năm 2025.').waitFor();
    expect(await faults(head)).toEqual([]);
    const form = await open(head, 'Mở kỳ đánh giá năm');
    await form.getByLabel('Căn cứ cài đặt').fill('11/QĐ-UBND');
    expect(await faults(head)).toEqual([]);
    await pressIn(head, 'Mở kỳ đánh giá năm');
    await region(head, 'Cài đặt của năm').getByText('Nghị định 90/2020 và 48/2023').waitFor();
    const opening = await open(head, 'Lập hồ sơ đánh giá');
    const options = await opening.getByLabel('Công chức').locator('option').allTextContents();
    await opening
      .getByLabel('Công chức')
      .selectOption({ label: options.find((one) => one.includes('Phạm Thị Một')) ?? '' });
    await pressIn(head, 'Lập hồ sơ đánh giá');
    const proposals = region(head, 'Đề xuất và tỷ lệ xuất sắc');
    await proposals.getByText('chưa đủ 6 tháng làm việc').waitFor();
    expect(await faults(head)).toEqual([]);
  });

  it('R31: work is assigned, settled with evidence, and the month scored and locked; why is a press away', async () => {
    await region(head, 'Đề xuất và tỷ lệ xuất sắc').getByRole('link').press('Enter');
    const assignment = await open(head, 'Giao sản phẩm, công việc');
    await assignment.getByLabel('Tên công việc').fill('Niêm yết thủ tục hành chính');
    expect(await faults(head)).toEqual([]);
    await pressIn(head, 'Giao sản phẩm, công việc');
    const periods = region(head, 'Từng kỳ');
    await periods.getByText('Chưa ghi kết quả').waitFor();
    const settling = await open(head, 'Ghi kết quả: Niêm yết thủ tục hành chính', 'Ghi kết quả');
    await settling.getByRole('button', { name: 'Ghi kết quả' }).press('Enter');
    await settling.getByRole('alert').getByText('Điểm, kết quả nhập tay phải có minh chứng').waitFor();
    await settling.getByLabel('Minh chứng').fill('Ảnh bảng niêm yết ngày 10/01/2025');
    expect(await faults(head)).toEqual([]);
    await pressIn(head, 'Ghi kết quả');
    await periods.getByText('Hoàn thành 1/1, 0 lần không đạt, 0 lần chậm').waitFor();
    const scoring = await open(head, 'Chấm điểm, khóa kỳ: Tháng 1', 'Chấm điểm, khóa kỳ');
    await scoring.getByLabel('Minh chứng').fill('Biên bản họp tháng 1');
    await pressIn(head, 'Chấm điểm, khóa kỳ');
    await periods.getByText('Đã chấm, khóa').waitFor();
    await periods.getByText('Vì sao có điểm này').press('Enter');
    await periods.getByText('Minh chứng: Biên bản họp tháng 1').waitFor();
    expect(await faults(head)).toEqual([]);
  });

  it('the official sees it and may not score themselves; a locked month is opened again with a reason', async () => {
    await desk.reload();
    await region(desk, 'Người được đánh giá').getByRole('link').press('Enter');
    await region(desk, 'Từng kỳ').getByText('Đã chấm, khóa').waitFor();
    expect(await desk.getByRole('button', { name: /^Chấm điểm, khóa kỳ/ }).count()).toBe(0);
    expect(await faults(desk)).toEqual([]);
    const reopening = await open(head, 'Mở lại kỳ: Tháng 1', 'Mở lại kỳ');
    await reopening.getByLabel('Lý do').fill('Bổ sung một việc');
    await pressIn(head, 'Mở lại kỳ');
    await region(desk, 'Từng kỳ').getByText('Đã mở lại: Bổ sung một việc').waitFor();
  });

  it('R32: the chairman decides with the caps in sight; a grade without its proposal needs a reason; it is appealed against and answered', async () => {
    await chairman.reload();
    const form = await open(chairman, 'Quyết định xếp loại');
    await document(chairman, '40/QĐ-UBND');
    await form.getByLabel('Biên bản họp đánh giá').fill('Biên bản họp ngày 31/01/2025');
    await form.getByLabel('Mức xếp loại').selectOption('excellent');
    await form.getByLabel('Lý do, nếu khác đề xuất').fill('Có sáng kiến');
    await form.getByRole('button', { name: 'Quyết định xếp loại' }).press('Enter');
    await form
      .getByRole('alert')
      .getByText(/^Vượt tỷ lệ xuất sắc: 1 người, tối đa 0/)
      .waitFor();
    await form.getByLabel('Mức xếp loại').selectOption('good');
    await form.getByLabel('Lý do, nếu khác đề xuất').fill('');
    await form.getByRole('button', { name: 'Quyết định xếp loại' }).press('Enter');
    await form
      .getByRole('alert')
      .getByText(/phải có lý do/)
      .waitFor();
    await form.getByLabel('Lý do, nếu khác đề xuất').fill('Mới nhận việc, hoàn thành đủ');
    expect(await faults(chairman)).toEqual([]);
    await pressIn(chairman, 'Quyết định xếp loại');
    const proposals = region(chairman, 'Đề xuất và tỷ lệ xuất sắc');
    await proposals.getByText('Hoàn thành tốt', { exact: true }).waitFor();
    expect(await faults(chairman)).toEqual([]);
    await region(desk, 'Xếp loại năm').getByText('Khác đề xuất vì: Mới nhận việc, hoàn thành đủ').waitFor();
    const appeal = await open(desk, 'Kiến nghị về xếp loại');
    await appeal.getByLabel('Nội dung kiến nghị').fill('Đề nghị xem lại việc tháng 1.');
    await pressIn(desk, 'Kiến nghị về xếp loại');
    // Seven working days from Friday 31/01/2025.
    await region(desk, 'Xếp loại năm').getByText('Hạn trả lời 17:00 11/02/2025').waitFor();
    await chairman.goto(`${office.url}/app/`);
    await chairman.getByRole('link', { name: /Đề nghị xem lại việc tháng 1/ }).press('Enter');
    const answer = await open(chairman, 'Trả lời kiến nghị');
    await answer.getByLabel('Trả lời', { exact: true }).fill('Đã đối chiếu, kết quả đúng.');
    expect(await faults(chairman)).toEqual([]);
    await pressIn(chairman, 'Trả lời kiến nghị');
    await region(desk, 'Xếp loại năm').getByText('Không chấp nhận').waitFor();
    expect(await faults(desk)).toEqual([]);
  });

  it('a sheet is issued and a round is scored on it, each number with what shows it', async () => {
    await head.goto(`${office.url}/app/evaluation/rounds`);
    await head.getByText('Chưa có kỳ chấm điểm nào.').waitFor();
    const sheet = await open(head, 'Ban hành bảng tiêu chí');
    await sheet.getByLabel('Mã bảng tiêu chí').fill('CCHC-2025');
    await sheet.getByLabel('Tên bảng tiêu chí').fill('Chỉ số CCHC cấp xã');
    await sheet.getByLabel('Văn bản ban hành').fill('4116/QĐ-UBND');
    await sheet.getByLabel('Tổng điểm').fill('20');
    const rows =
      'I | Chỉ đạo điều hành | 20\n1.1 | Kế hoạch CCHC | 10 | scored\n1.2 | Điều tra xã hội học | 9 | survey';
    await sheet.getByLabel('Lĩnh vực và tiêu chí').fill(rows);
    await sheet.getByRole('button', { name: 'Ban hành bảng tiêu chí' }).press('Enter');
    await sheet.getByRole('alert').getByText('Điểm của Chỉ đạo điều hành là 19, không bằng 20').waitFor();
    await sheet.getByLabel('Lĩnh vực và tiêu chí').fill(rows.replace('| 9 |', '| 10 |'));
    expect(await faults(head)).toEqual([]);
    await pressIn(head, 'Ban hành bảng tiêu chí');
    await region(head, 'Bảng tiêu chí').getByText('Chỉ số CCHC cấp xã').waitFor();
    const round = await open(head, 'Mở kỳ chấm điểm');
    await round.getByLabel('Từ ngày').fill('01012025');
    await round.getByLabel('Đến ngày').fill('31122025');
    await pressIn(head, 'Mở kỳ chấm điểm');
    await region(head, 'Kỳ chấm điểm').getByRole('link', { name: 'Chỉ số CCHC cấp xã' }).press('Enter');
    const own = await open(head, 'Tự chấm: 1.1', 'Tự chấm');
    await own.getByLabel('Điểm', { exact: true }).fill('8');
    await own.getByLabel('Số liệu kê khai').fill('Ban hành ngày 02/01/2025');
    await own.getByLabel('Minh chứng').fill('Kế hoạch 05/KH-UBND');
    expect(await faults(head)).toEqual([]);
    await pressIn(head, 'Tự chấm');
    await head.getByText('1/2 tiêu chí').waitFor();
    await open(head, 'Chuyển bước sau');
    await pressIn(head, 'Chuyển bước sau');
    await chairman.goto(head.url());
    const appraisal = await open(chairman, 'Thẩm định: 1.2', 'Thẩm định');
    await appraisal.getByLabel('Điểm', { exact: true }).fill('9');
    await appraisal.getByLabel('Nhận xét, lý do').fill('Theo kết quả điều tra');
    await appraisal.getByLabel('Minh chứng').fill('Báo cáo điều tra 12/BC-SNV');
    await pressIn(chairman, 'Thẩm định');
    await chairman.getByText('2/2 tiêu chí').waitFor();
    expect(await faults(chairman)).toEqual([]);
  });

  it('a year’s catalogue of products is issued line by line, and seen with what each counts', async () => {
    await head.goto(`${office.url}/app/evaluation/products?year=2026`);
    await head.getByText('Chưa ban hành danh mục năm 2026.').waitFor();
    const form = await open(head, 'Ban hành danh mục');
    await document(head, '12/QĐ-UBND');
    await form
      .getByLabel('Danh mục')
      .fill('VB.01 | Dự thảo văn bản | 1 | 5\nHS.01 | Tiếp nhận, trả hồ sơ | 2 | 15');
    expect(await faults(head)).toEqual([]);
    await pressIn(head, 'Ban hành danh mục');
    const products = region(head, 'Sản phẩm, công việc');
    await products.getByText('12/QĐ-UBND ngày 02/01/2025: 2 sản phẩm').waitFor();
    await products.getByText('Tiếp nhận, trả hồ sơ').waitFor();
    expect(await faults(head)).toEqual([]);
  });

  it('R32: from 2026 on a unit opens what its grade is computed of; a hand enters the rest with evidence', async () => {
    await head.goto(`${office.url}/app/evaluation?year=2026`);
    const form = await open(head, 'Mở kỳ đánh giá năm');
    await form.getByLabel('Căn cứ cài đặt').fill('11/QĐ-UBND');
    await pressIn(head, 'Mở kỳ đánh giá năm');
    const units = region(head, 'Xếp loại tập thể');
    await units.getByText('chưa xếp loại').first().waitFor();
    expect(await faults(head)).toEqual([]);
    await units.getByRole('link', { name: 'Công chức Tư pháp - Hộ tịch', exact: true }).press('Enter');
    await head.getByText('chưa có việc nào được tính').waitFor();
    const scoring = await open(head, 'Chấm tiêu chí chung');
    for (const field of await scoring.getByRole('spinbutton').all()) await field.fill('2');
    await scoring.getByLabel('Minh chứng').fill('Biên bản họp tháng 12');
    expect(await faults(head)).toEqual([]);
    await pressIn(head, 'Chấm tiêu chí chung');
    await region(head, 'Tiêu chí chung').getByText('Minh chứng: Biên bản họp tháng 12').waitFor();
    await region(head, 'Điều kiện hoàn thành xuất sắc').getByText('không có yêu cầu').waitFor();
    expect(await faults(head)).toEqual([]);
  });

  it('in English as well', async () => {
    await head.getByRole('button', { name: 'English' }).click();
    await head.goto(`${office.url}/app/evaluation`);
    await region(head, 'Proposals and caps').getByRole('link').press('Enter');
    await region(head, 'Period by period').getByText('Followed').first().waitFor();
    expect(await faults(head)).toEqual([]);
  });
});

/** What a refusal says of itself in the console is no fault of the page. */
const butOfRefusals = (faults: string[]): string[] =>
  faults.filter((fault) => !/status of (400|409|412|422)/.test(fault));
