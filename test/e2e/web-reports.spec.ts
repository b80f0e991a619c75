import type { Page } from 'playwright-core';
import type { Page as Listed } from '../support/answers.js';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { LAND, openDesk } from '../support/desk.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

const TTHC = 'Báo cáo kiểm soát thủ tục hành chính quý I 2025';
const CCHC = 'Báo cáo cải cách hành chính quý I 2025';

inBrowser('periodic reports, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;
  let head: Client;

  beforeAll(async () => {
    office = await runningOffice();
    const at = await openDesk(office);
    head = at.head;
    await office.moveTo('2025-02-20T08:00:00+07:00');
    for (let i = 0; i < 3; i += 1) expect((await at.receive(LAND)).status).toBe(201);
    await office.moveTo('2025-02-27T08:00:00+07:00');
    windows = await openWindows();
    page = await pageOf(windows, office, 'head-of-office', '/app/');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const acts = () => region('Làm gì tiếp');
  const idOf = async (definition: string) =>
    (await head.get<Listed<{ id: string; definition: string }>>('/api/v1/reports?year=2025')).body.items.find(
      (one) => one.definition === definition,
    )?.id ?? '';
  const pressIn = async (of: Page, name: string) => {
    const dialog = of.getByRole('dialog', { name });
    await dialog.getByRole('button', { name, exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  it('what is due waits in my work, and leads to the report by keyboard', async () => {
    await page.getByRole('link', { name: new RegExp(TTHC) }).press('Enter');
    await page.getByRole('heading', { name: TTHC, level: 1 }).waitFor();
    await page
      .getByText(/^Số liệu tạm tính đến .* kỳ báo cáo đến hết ngày 14\/03\/2025 chưa kết thúc\.$/)
      .waitFor();
    await region('I. Kết quả kiểm soát thủ tục hành chính').getByText('Chưa viết.').waitFor();
    await region('Biểu II.06a: tình hình, kết quả giải quyết hồ sơ').getByRole('table').waitFor();
    await region('Đã diễn ra')
      .getByText(/mở Báo cáo kiểm soát/)
      .waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('a section is written where it stands, apart from what is counted', async () => {
    const section = region('III. Khó khăn, vướng mắc, nguyên nhân');
    await section.getByRole('button', { name: /^Viết/ }).press('Enter');
    await section.getByRole('textbox').fill('Thiếu máy quét ở quầy số 2.');
    expect(await faultsOf(page, windows)).toEqual([]);
    await section.getByRole('button', { name: 'Lưu mục này' }).press('Enter');
    await section.getByRole('textbox').waitFor({ state: 'detached' });
    await section.getByText('Thiếu máy quét ở quầy số 2.', { exact: true }).waitFor();
  });

  it('R36: what another wrote meanwhile is shown with the difference, never overwritten', async () => {
    const id = await idOf('tthc-quarter-1');
    const section = region('III. Khó khăn, vướng mắc, nguyên nhân');
    await section.getByRole('button', { name: /^Sửa/ }).press('Enter');
    await section.getByRole('textbox').fill('Thiếu máy quét ở quầy số 2, số 3.');
    const text = 'Thiếu máy quét ở quầy số 2 từ tháng 1.';
    const body = { section: 'III', text, basedOn: 1 };
    expect((await head.post(`/api/v1/reports/${id}/sections`, body)).status).toBe(201);
    const conflict = section.getByRole('region', { name: 'Người khác vừa sửa mục này' });
    await conflict.waitFor();
    expect(await conflict.getByRole('deletion').allTextContents()).toEqual(['2 từ tháng 1.']);
    expect(await conflict.getByRole('insertion').allTextContents()).toEqual(['2, số 3.']);
    expect(await section.getByRole('textbox').inputValue()).toBe('Thiếu máy quét ở quầy số 2, số 3.');
    await section.getByRole('button', { name: 'Lưu mục này' }).press('Enter');
    await section.getByRole('alert').getByText('Người khác vừa sửa mục III').waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
    await section.getByRole('button', { name: 'Chép phần của họ vào bản của tôi' }).press('Enter');
    expect(await section.getByRole('textbox').inputValue()).toContain(text);
    await section.getByRole('textbox').fill('Thiếu máy quét ở quầy số 2, số 3 từ tháng 1.');
    await page.reload();
    await region('III. Khó khăn, vướng mắc, nguyên nhân')
      .getByRole('button', { name: /^Sửa/ })
      .press('Enter');
    expect(await section.getByRole('textbox').inputValue()).toBe(
      'Thiếu máy quét ở quầy số 2, số 3 từ tháng 1.',
    );
    await section.getByRole('button', { name: 'Tôi đã xem, viết tiếp trên bản này' }).press('Enter');
    await conflict.waitFor({ state: 'detached' });
    await section.getByRole('button', { name: 'Lưu mục này' }).press('Enter');
    await section.getByText('Thiếu máy quét ở quầy số 2, số 3 từ tháng 1.', { exact: true }).waitFor();
  });

  it('R29: handed in before its period is over only with a provisional cut-off, which is said', async () => {
    await acts().getByRole('button', { name: 'Trình báo cáo' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Trình báo cáo' });
    await form.getByText(/Trình bây giờ là chốt tạm/).waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
    await pressIn(page, 'Trình báo cáo');
    await page.getByText(/^Số liệu chốt tạm lúc/).waitFor();
    const handedIn = region('Các lần trình');
    await handedIn.getByText('Lần 1', { exact: true }).waitFor();
    await handedIn.getByText('Chốt tạm', { exact: true }).waitFor();
    await acts()
      .getByText(/^Chưa làm được/)
      .press('Enter');
    await acts()
      .getByText(/Gửi báo cáo/)
      .waitFor();
  });

  it('a figure leads to its dossiers as they stood then, each to its own page; its address is for ever', async () => {
    const table = region('Biểu II.06a: tình hình, kết quả giải quyết hồ sơ');
    await table
      .getByRole('link', { name: 'Tổng số, Đang giải quyết: trong hạn: 3', exact: true })
      .press('Enter');
    await page.getByRole('heading', { name: 'Đang giải quyết: trong hạn (12)', level: 1 }).waitFor();
    expect(page.url()).toContain('submission=1');
    const rows = region('Đứng sau số liệu').getByRole('row');
    await rows.nth(3).waitFor();
    expect(await rows.count()).toBe(4);
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
    await rows.nth(1).getByRole('link').press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toContain('/app/dossiers/');
    await page.goBack();
    await page.getByRole('link', { name: TTHC, exact: true }).press('Enter');
    await page.getByRole('heading', { name: TTHC, level: 1 }).waitFor();
  });

  it('the plan’s figures lead to their tasks', async () => {
    await page.goto(`${office.url}/app/reports/${await idOf('cchc-quarter-1')}`);
    await page.getByRole('heading', { name: CCHC, level: 1 }).waitFor();
    const table = region('I. Công tác chỉ đạo, điều hành');
    await table.getByRole('link', { name: /^Tổng số, nhiệm vụ: \d+$/ }).press('Enter');
    await page.getByRole('heading', { name: 'Nhiệm vụ', level: 1 }).waitFor();
    const task = region('Đứng sau số liệu').getByRole('link').first();
    await task.waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
  });

  it('R3: a leader returns it with the reason; submitted again it is accepted and sent under its number', async () => {
    const path = `/app/reports/${await idOf('tthc-quarter-1')}`;
    const chairman = await pageOf(windows, office, 'chairman', path);
    await chairman.getByRole('button', { name: 'Trả lại báo cáo' }).press('Enter');
    await chairman.getByRole('dialog').getByLabel('Lý do').fill('Thiếu số liệu của tháng 3.');
    await pressIn(chairman, 'Trả lại báo cáo');
    await page.goto(`${office.url}${path}`);
    await page.getByText('Bị trả lại: Thiếu số liệu của tháng 3.', { exact: true }).waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
    await office.moveTo('2025-03-15T08:00:00+07:00');
    await page.reload();
    await acts().getByRole('button', { name: 'Trình báo cáo' }).press('Enter');
    await pressIn(page, 'Trình báo cáo');
    await chairman.getByRole('button', { name: 'Duyệt báo cáo' }).press('Enter');
    await pressIn(chairman, 'Duyệt báo cáo');
    await chairman.close();
    await acts().getByRole('button', { name: 'Gửi báo cáo' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Gửi báo cáo' });
    expect(await form.getByLabel('Nơi nhận').inputValue()).toContain('Văn phòng UBND cấp trên\n');
    expect(await form.getByLabel('Ngày ký').inputValue()).toBe('15/03/2025');
    await form.getByLabel('Công chức Tư pháp - Hộ tịch').check();
    await pressIn(page, 'Gửi báo cáo');
    await page.getByText(/^01\/BC-UBND ngày 15\/03\/2025/).waitFor();
    await region('Các lần trình').getByText('Lần 2', { exact: true }).waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
  });

  it('says who got it and when: a receipt is noted in one act, a unit’s official has it by opening it', async () => {
    const recipients = region('Nơi nhận');
    await recipients.getByText('Chưa ai đọc').waitFor();
    await recipients
      .getByRole('button', { name: 'Ghi nhận đã nhận: Văn phòng UBND cấp trên', exact: true })
      .press('Enter');
    const form = page.getByRole('dialog', { name: 'Ghi nhận đã nhận' });
    await form.getByLabel('Ngày nhận').fill('15032025');
    await form.getByLabel('Số văn bản đến, ghi chú').fill('Văn bản đến số 112');
    await pressIn(page, 'Ghi nhận đã nhận');
    await recipients.getByText('Đã nhận ngày 15/03/2025').waitFor();
    const path = `/app/reports/${await idOf('tthc-quarter-1')}`;
    const justice = await pageOf(windows, office, 'justice', path);
    await justice.getByRole('region', { name: 'Nơi nhận' }).getByText('Đã đọc', { exact: true }).waitFor();
    await justice.close();
    await recipients.getByText('Đã đọc', { exact: true }).waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
  });

  it('comes out as files, the figures as data too', async () => {
    const files = region('Tải báo cáo').getByRole('link');
    expect(await files.allTextContents()).toEqual(['DOCX', 'PDF', 'XLSX', 'CSV', 'JSON']);
    const began = page.waitForEvent('download');
    await region('Tải báo cáo').getByRole('link', { name: 'XLSX' }).press('Enter');
    expect((await began).suggestedFilename()).toBe('bao-cao.xlsx');
  });

  it('a year’s reports are told by how they stand, from the address; what is late is said', async () => {
    await office.moveTo('2025-03-20T08:00:00+07:00');
    await page.goto(`${office.url}/app/reports?state=late`);
    await page
      .getByRole('row', { name: new RegExp(CCHC) })
      .getByText('Quá hạn', { exact: true })
      .waitFor();
    expect(await page.getByRole('row', { name: new RegExp(TTHC) }).count()).toBe(0);
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
    await page.getByRole('link', { name: 'Đã gửi (1)', exact: true }).press('Enter');
    await page.getByRole('row', { name: new RegExp(TTHC) }).waitFor();
    await page.getByRole('link', { name: '← 2024' }).press('Enter');
    await page.getByText(/^Năm 2024 chưa có báo cáo nào/).waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
  });

  it('a figure of II.07b leads to its procedures, one of digitisation to its dossiers', async () => {
    await page.goto(`${office.url}/app/reports/${await idOf('tthc-quarter-1')}`);
    const control = region('Biểu II.07b: thủ tục, thực hiện tại một cửa, quy trình nội bộ');
    await control.getByRole('link', { name: /^Tổng số, Thủ tục: cấp xã: / }).press('Enter');
    await page.getByRole('heading', { name: 'Thủ tục', level: 1, exact: true }).waitFor();
    await page.getByText('TV.DD.01').waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
    await page.goBack();
    await region('II.1. Số hóa hồ sơ, kết quả giải quyết')
      .getByRole('link', { name: /^Tổng số, Chưa số hóa thành phần: / })
      .press('Enter');
    await page.getByRole('heading', { name: 'Chưa số hóa thành phần', level: 1 }).waitFor();
    await region('Đứng sau số liệu').getByRole('row').nth(1).waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
    if (process.env.PICTURES) {
      await page.goBack();
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await control.getByRole('table').waitFor();
        await page.screenshot({ path: `${process.env.PICTURES}/report-${width}.png`, fullPage: true });
      }
    }
  });

  it('in English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.goto(`${office.url}/app/reports`);
    await page
      .getByRole('link', { name: 'Report on the control of procedures, first quarter 2025' })
      .press('Enter');
    await page.getByText(/^Figures as of .* unchanged since the report was submitted\.$/).waitFor();
    expect(await faultsOf(page, windows).then(butOfRefusals)).toEqual([]);
  });
});

/** The browser itself tells of each answer that is a refusal; here one is asked for. */
const butOfRefusals = (faults: string[]): string[] =>
  faults.filter((one) => !one.includes('the server responded with a status of 409'));
