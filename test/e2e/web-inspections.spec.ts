import type { Page } from 'playwright-core';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const UNIT = 'Công chức Tư pháp - Hộ tịch';
const TITLE = `Kiểm tra công vụ: ${UNIT}`;

inBrowser('inspections and notes of oversight, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let head: Page;
  let chairman: Page;
  let justice: Page;
  let finance: Page;

  beforeAll(async () => {
    office = await runningOffice();
    await office.moveTo('2025-03-10T08:00:00+07:00');
    windows = await openWindows();
    [head, chairman, justice, finance] = (await Promise.all(
      ['head-of-office', 'chairman', 'justice', 'finance'].map((name) =>
        pageOf(windows, office, name, '/app/inspections'),
      ),
    )) as [Page, Page, Page, Page];
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const open = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).press('Enter');
    return page.getByRole('dialog', { name, exact: true });
  };
  const pressIn = async (page: Page, name: string) => {
    const dialog = page.getByRole('dialog', { name, exact: true });
    await dialog.getByRole('button', { name, exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  it('before anything was planned or inspected it says so; nothing measured has a share', async () => {
    await head.getByRole('heading', { name: 'Kiểm tra năm 2025', level: 1 }).waitFor();
    await region(head, 'Kế hoạch kiểm tra năm').getByText('Chưa lập kế hoạch kiểm tra năm 2025.').waitFor();
    await region(head, 'Các cuộc kiểm tra').getByText('Không có cuộc kiểm tra nào.').waitFor();
    await head.getByText('chưa có số liệu', { exact: true }).waitFor();
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
  });

  it('the year’s programme is drawn up by whoever keeps the register, and approved by its document', async () => {
    const form = await open(head, 'Lập kế hoạch kiểm tra');
    await form.getByLabel('Tỷ lệ bộ phận phải kiểm tra (%)').fill('5');
    await form.getByLabel('Văn bản quy định tỷ lệ').fill('4116/QĐ-UBND');
    const first = form.getByRole('group', { name: 'Cuộc kiểm tra 1' });
    await first.getByLabel('Bộ phận được kiểm tra').selectOption({ label: UNIT });
    await first.getByLabel('Loại kiểm tra').selectOption('duty');
    await first.getByLabel('Tháng').selectOption('3');
    await first.getByLabel('Nội dung').fill('Giờ làm việc, sổ trực');
    await form.getByRole('button', { name: 'Thêm cuộc kiểm tra' }).press('Enter');
    const second = form.getByRole('group', { name: 'Cuộc kiểm tra 2' });
    await second.getByLabel('Bộ phận được kiểm tra').selectOption({ label: 'Công chức Văn hóa - Xã hội' });
    await second.getByLabel('Tháng').selectOption('9');
    await second.getByLabel('Nội dung').fill('Công tác tuyên truyền');
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
    await pressIn(head, 'Lập kế hoạch kiểm tra');
    const programme = region(head, 'Kế hoạch kiểm tra năm');
    await programme.getByText('Dự thảo', { exact: true }).waitFor();
    expect(await programme.getByRole('row').count()).toBe(3);
    await open(chairman, 'Phê duyệt kế hoạch');
    await chairman.getByLabel('Số, ký hiệu văn bản').fill('05/QĐ-UBND');
    await chairman.getByLabel('Ngày văn bản').fill('02012025');
    await pressIn(chairman, 'Phê duyệt kế hoạch');
    await programme.getByText('05/QĐ-UBND ngày 02/01/2025').waitFor();
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
  });

  it('R3: one of the programme is opened with its team, none of them of the unit', async () => {
    await head.getByRole('button', { name: `Mở cuộc kiểm tra: ${UNIT}` }).press('Enter');
    const form = head.getByRole('dialog', { name: 'Mở cuộc kiểm tra' });
    await form.getByLabel('Quyết định, căn cứ').fill('12/QĐ-UBND ngày 07/03/2025');
    await form.getByLabel('Đến hết ngày').fill('12032025');
    const members = form.getByRole('group', { name: 'Thành viên đoàn' });
    expect(await members.getByLabel(/Tư pháp/).count()).toBe(0);
    await members.getByLabel(/Tài chính/).check();
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
    await pressIn(head, 'Mở cuộc kiểm tra');
    await region(head, 'Các cuộc kiểm tra').getByRole('link', { name: 'Kiểm tra công vụ' }).press('Enter');
    await head.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await region(head, 'Biên bản').getByText('Chưa lập biên bản.').waitFor();
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
  });

  it('the team takes the record and notes what it found with what shows it (R31); others see why they can’t', async () => {
    const path = head.url().slice(office.url.length);
    await Promise.all([finance, justice, chairman].map((page) => page.goto(office.url + path)));
    await justice.getByText(/^Chưa làm được/).press('Enter');
    await region(justice, 'Làm gì tiếp')
      .getByText(/Lập biên bản.*Việc này của đoàn kiểm tra/)
      .waitFor();
    const record = await open(finance, 'Lập biên bản');
    await record.getByLabel('Địa điểm').fill('Trụ sở UBND xã');
    await record.getByLabel('Thành phần dự').fill('Trưởng đoàn\nCông chức Tư pháp');
    await record.getByLabel('Nội dung biên bản').fill('Đoàn kiểm tra sổ trực và giờ làm việc của bộ phận.');
    expect(await faultsOf(finance, windows).then(butOfRefusals)).toEqual([]);
    await pressIn(finance, 'Lập biên bản');
    const finding = await open(finance, 'Ghi nhận định');
    await finding.getByLabel('Loại nhận định').selectOption('fault');
    await finding.getByLabel('Nhận định', { exact: true }).fill('Hai ngày không có người trực.');
    await finding.getByRole('button', { name: 'Ghi nhận định' }).press('Enter');
    await finding.getByRole('alert').getByText('Nhận định về tồn tại phải có minh chứng').waitFor();
    await finding.getByLabel('Minh chứng').fill('Sổ trực ngày 03/03 và 04/03/2025');
    await pressIn(finance, 'Ghi nhận định');
    await region(finance, 'Nhận định').getByText('Hai ngày không có người trực.').waitFor();
    expect(await faultsOf(finance, windows).then(butOfRefusals)).toEqual([]);
  });

  it('the unit is heard, a leader concludes, and each fault gets what is required and until when', async () => {
    const word = await open(justice, 'Ghi ý kiến của bộ phận');
    await word.getByLabel('Ý kiến').fill('Nhất trí với biên bản.');
    await pressIn(justice, 'Ghi ý kiến của bộ phận');
    await region(chairman, 'Ý kiến của bộ phận được kiểm tra').getByText('Đồng ý với biên bản').waitFor();
    const form = await open(chairman, 'Kết luận kiểm tra');
    await form.getByLabel('Kết luận', { exact: true }).fill('Bộ phận chấp hành chưa nghiêm giờ làm việc.');
    const fault = form.getByRole('group', { name: 'Hai ngày không có người trực.' });
    await fault.getByLabel('Yêu cầu').fill('Phân công người trực hằng ngày.');
    await fault.getByLabel('Hạn khắc phục').fill('28032025');
    expect(await faultsOf(chairman, windows).then(butOfRefusals)).toEqual([]);
    await pressIn(chairman, 'Kết luận kiểm tra');
    await region(chairman, 'Yêu cầu khắc phục')
      .getByText(/^Hạn 28\/03\/2025/)
      .waitFor();
    expect(await faultsOf(chairman, windows).then(butOfRefusals)).toEqual([]);
  });

  it('R6: what is not remedied in its time is said to be overdue, in the list of the year as well', async () => {
    await office.moveTo('2025-03-31T17:00:00+07:00');
    await justice.goto(`${office.url}/app/`);
    await justice.getByRole('link', { name: /Phân công người trực hằng ngày/ }).press('Enter');
    await region(justice, 'Yêu cầu khắc phục').getByText('Quá hạn', { exact: true }).waitFor();
    await head.goto(`${office.url}/app/inspections?status=overdue`);
    await region(head, 'Các cuộc kiểm tra').getByText('1 yêu cầu quá hạn').waitFor();
    await head.getByRole('link', { name: 'Đã kết thúc', exact: true }).press('Enter');
    await region(head, 'Các cuộc kiểm tra').getByText('Không có cuộc kiểm tra nào.').waitFor();
    // What was opened is not offered again, whatever is looked for.
    const programme = region(head, 'Kế hoạch kiểm tra năm');
    await programme.getByRole('link', { name: 'Kiểm tra công vụ', exact: true }).waitFor();
    expect(await programme.getByRole('button', { name: `Mở cuộc kiểm tra: ${UNIT}` }).count()).toBe(0);
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
  });

  it('R3: a remedy is sent back, reported again, verified by another, and the inspection closed', async () => {
    const remedied = async () => {
      const form = await open(justice, 'Báo cáo khắc phục: Phân công người trực hằng ngày.').then(() =>
        justice.getByRole('dialog', { name: 'Báo cáo khắc phục' }),
      );
      await form.getByLabel('Đã khắc phục thế nào').fill('Đã có bảng phân công trực.');
      await form.getByLabel('Minh chứng').fill('Bảng trực tháng 4/2025');
      await pressIn(justice, 'Báo cáo khắc phục');
    };
    await remedied();
    await finance.reload();
    await finance.getByRole('button', { name: /^Yêu cầu khắc phục lại:/ }).press('Enter');
    await finance.getByRole('dialog').getByLabel('Lý do').fill('Bảng trực chưa ký.');
    await pressIn(finance, 'Yêu cầu khắc phục lại');
    await region(justice, 'Yêu cầu khắc phục')
      .getByText('Yêu cầu khắc phục lại: Bảng trực chưa ký.')
      .waitFor();
    await remedied();
    await finance.getByRole('button', { name: /^Xác nhận đã khắc phục:/ }).press('Enter');
    await pressIn(finance, 'Xác nhận đã khắc phục');
    await region(finance, 'Yêu cầu khắc phục').getByText('Chậm hạn', { exact: true }).waitFor();
    await open(chairman, 'Kết thúc cuộc kiểm tra');
    await pressIn(chairman, 'Kết thúc cuộc kiểm tra');
    await chairman.getByText('Đã kết thúc', { exact: true }).waitFor();
    expect(await faultsOf(chairman, windows).then(butOfRefusals)).toEqual([]);
  });

  it('an unannounced one is opened on its day', async () => {
    await head.goto(`${office.url}/app/inspections`);
    const form = await open(head, 'Kiểm tra đột xuất');
    await form.getByLabel('Bộ phận được kiểm tra').selectOption({ label: 'Công chức Văn hóa - Xã hội' });
    await form.getByLabel('Quyết định, căn cứ').fill('Kiểm tra đột xuất');
    await form.getByLabel('Nội dung kiểm tra').fill('Công vụ');
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
    await pressIn(head, 'Kiểm tra đột xuất');
    const list = region(head, 'Các cuộc kiểm tra');
    await list.getByText('Đột xuất', { exact: true }).waitFor();
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
  });

  it('a note of the Fatherland Front is received, given to a unit and answered in its time', async () => {
    const front = await pageOf(windows, office, 'oversight', '/app/inspections/notes');
    const note = await open(front, 'Tiếp nhận kiến nghị');
    await note.getByLabel('Số, ký hiệu văn bản').fill('14/MTTQ');
    await note.getByLabel('Ngày văn bản').fill('28032025');
    await note.getByLabel('Nội dung kiến nghị').fill('Đề nghị bảo đảm người trực tại Bộ phận Một cửa.');
    expect(await faultsOf(front, windows).then(butOfRefusals)).toEqual([]);
    await pressIn(front, 'Tiếp nhận kiến nghị');
    await front.getByRole('link', { name: /Đề nghị bảo đảm người trực/ }).waitFor();
    await front.close();
    await head.getByRole('link', { name: 'Kiến nghị giám sát', exact: true }).press('Enter');
    await head.getByRole('link', { name: /Đề nghị bảo đảm người trực/ }).press('Enter');
    const assignment = await open(head, 'Giao bộ phận trả lời');
    await assignment.getByLabel('Bộ phận trả lời').selectOption({ label: UNIT });
    await pressIn(head, 'Giao bộ phận trả lời');
    await justice.goto(head.url());
    const answer = await open(justice, 'Trả lời kiến nghị');
    await answer.getByLabel('Số văn bản trả lời').fill('20/UBND-VP');
    await answer.getByLabel('Nội dung trả lời').fill('UBND xã tiếp thu và đã phân công người trực.');
    await answer.getByLabel('Việc đã làm').fill('Đã phân công người trực hằng ngày.');
    expect(await faultsOf(justice, windows).then(butOfRefusals)).toEqual([]);
    await pressIn(justice, 'Trả lời kiến nghị');
    await region(justice, 'Trả lời')
      .getByText(/^Văn bản 20\/UBND-VP/)
      .waitFor();
    expect(await faultsOf(justice, windows).then(butOfRefusals)).toEqual([]);
  });

  it('in English as well', async () => {
    await head.getByRole('button', { name: 'English' }).click();
    await head.goto(`${office.url}/app/inspections/notes?status=all`);
    await head.getByRole('link', { name: /^The Fatherland Front/ }).waitFor();
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
    await head.getByRole('link', { name: 'Inspections', exact: true }).first().press('Enter');
    await region(head, 'Inspections').getByRole('link', { name: 'Inspection of duty' }).press('Enter');
    await region(head, 'What is required').waitFor();
    expect(await faultsOf(head, windows).then(butOfRefusals)).toEqual([]);
  });
});

/** The browser itself tells of each answer that is a refusal; here one is asked for. */
const butOfRefusals = (faults: string[]): string[] =>
  faults.filter((one) => !/status of (400|409|412|422)/.test(one));
