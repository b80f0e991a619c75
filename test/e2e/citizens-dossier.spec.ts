import type { Entry, Page as Listed } from '../support/answers.js';
import { inBrowser } from '../support/browser.js';
import { LAND, openDesk, type Receipt } from '../support/desk.js';
import { openPhone } from '../support/phone.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('a citizen’s dossier, on a phone that runs no script', () => {
  let office: RunningOffice;
  let phone: Awaited<ReturnType<typeof openPhone>>;
  let page: (typeof phone)['page'];
  let returned: Receipt;
  const at = (path = '') => phone.at(path);
  const press = (name: string) => phone.press(name);
  const alert = () => phone.alert();

  beforeAll(async () => {
    office = await runningOffice();
    const desk = await openDesk(office);
    const { body } = await desk.receive(LAND);
    returned = body;
    await desk.sign(body.dossierId);
    await desk.act(desk.desk, body.dossierId, 'digitisation', { reason: 'Máy quét hỏng, quét sau' });
    await desk.act(desk.desk, body.dossierId, 'return', { channel: 'counter', takenBy: 'Trần Thị Dân' });
    await office.settled();
    phone = await openPhone(office);
    ({ page } = phone);
  });
  afterAll(async () => {
    await phone.close();
    await office.close();
  });

  const lookUp = async ({ code, secret }: { code: string; secret: string }) => {
    await page.goto(at('/ho-so'));
    await page.getByLabel('Mã hồ sơ').fill(code);
    await page.getByLabel('Mã tra cứu').fill(secret);
    await press('Tra cứu');
  };

  it('a dossier is looked up by code and secret, shown in plain words, and rated once', async () => {
    await lookUp(returned.lookup);
    expect(await page.locator('#dossier').textContent()).toContain('Đã trả kết quả');
    expect(await phone.faults()).toEqual([]);
    await press('English');
    expect(await page.locator('#dossier').textContent()).toContain('Result given');
    await press('Tiếng Việt');
    await page.getByLabel('Mức độ hài lòng').selectOption('4');
    const survey = page.getByRole('group', { name: /^Khảo sát/ });
    await survey.getByLabel('Công chức lịch sự, giải thích rõ, không gây phiền hà').selectOption('5');
    await survey.getByLabel('Kết quả đúng hẹn, đầy đủ, chính xác').selectOption('3');
    expect(await phone.faults()).toEqual([]);
    await page.getByLabel('Ý kiến').fill('Cán bộ hướng dẫn tận tình.');
    await press('Gửi đánh giá');
    expect(new URL(page.url()).pathname).toBe('/public/thieu-van/ho-so/da-danh-gia');
    await page.getByText('Đánh giá đã được ghi nhận.').waitFor();
    const chairman = await office.as('chairman');
    const rated = await chairman.get<Listed<Entry & { data: object }>>('/api/v1/audit?type=DossierRated');
    expect(rated.body.items[0]?.data).toMatchObject({ score: 4, answers: { officials: 5, result: 3 } });

    await lookUp(returned.lookup);
    await page.getByLabel('Ý kiến').fill('Một lần nữa.');
    await press('Gửi đánh giá');
    expect(await alert().textContent()).toContain('đã được đánh giá');
    expect(await page.getByLabel('Ý kiến').inputValue()).toBe('Một lần nữa.');
    expect(await page.title()).toMatch(/^Chưa được: /);
    expect(await phone.faults()).toEqual([]);
  });

  it('says how to be told, or not to be', async () => {
    await lookUp(returned.lookup);
    const required = page.getByLabel(/pháp luật bắt buộc/);
    expect([await required.isChecked(), await required.isDisabled()]).toEqual([true, true]);
    expect(await page.getByLabel('Thư điện tử').isChecked()).toBe(true);
    await page.getByLabel('Thư điện tử').uncheck();
    await page.getByLabel('Zalo').check();
    await page.getByLabel('Đã thu phí, lệ phí').uncheck();
    expect(await phone.faults()).toEqual([]);
    await press('Lưu lựa chọn');
    await page.getByText('Từ nay cơ quan báo tin cho ông/bà theo lựa chọn này.').waitFor();
    const desk = await office.as('desk');
    const trail = await desk.get<Listed<Entry & { data: object }>>(
      '/api/v1/audit?type=ChannelsChosen&order=desc',
    );
    expect(trail.body.items[0]?.data).toMatchObject({
      ...{ channels: ['zalo'], language: 'vi' },
      messages: ['progress', 'result'],
    });
    await lookUp(returned.lookup);
    const isTicked = (label: string) => page.getByLabel(label).isChecked();
    const labels = ['Zalo', 'Thư điện tử', 'Đã có kết quả, đã trả kết quả', 'Đã thu phí, lệ phí'];
    expect(await Promise.all(labels.map(isTicked))).toEqual([true, false, true, false]);
    await press('English');
    expect(await page.getByText('can’t be left out').isVisible()).toBe(true);
    expect(await phone.faults()).toEqual([]);
  });

  it('a wrong secret is refused on the form, with the code still there', async () => {
    await lookUp({ ...returned.lookup, secret: 'AAAAAAAAAAAA' });
    await alert().waitFor();
    expect(await page.getByLabel('Mã hồ sơ').inputValue()).toBe(returned.code);
    expect(await page.getByLabel('Mã tra cứu').inputValue()).toBe('');
    expect(await phone.faults()).toEqual([]);
  });

  it('a dossier is handed in from home, its receipt kept, and found again by it', async () => {
    await page.goto(at('/thu-tuc'));
    await page.getByRole('link', { name: 'Đăng ký khai sinh', exact: true }).click();
    await page.getByRole('link', { name: 'Nộp trực tuyến' }).click();
    await page.getByLabel('Họ và tên').fill('Lê Thị Nộp');
    await page.getByLabel('Ngày sinh').fill('31/02/1990');
    await page.getByLabel('Số điện thoại').fill('0900000001');
    await page.getByLabel('Tin nhắn SMS').check();
    await press('Nộp hồ sơ');
    expect(await alert().textContent()).toContain('Ngày sinh');
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Lê Thị Nộp');
    expect(await page.getByLabel('Tin nhắn SMS').isChecked()).toBe(true);
    expect(await phone.faults()).toEqual([]);
    await page.getByLabel('Ngày sinh').fill('1/2/1990');
    await press('Nộp hồ sơ');
    const [code = '', secret = ''] = await page.locator('code').allTextContents();
    expect(await phone.faults()).toEqual([]);
    await office.settled();
    await lookUp({ code, secret });
    expect(await page.locator('#dossier').textContent()).toContain('Đã nộp, chờ tiếp nhận');
    const desk = await office.as('desk');
    const { applicantId } = (await desk.get<{ applicantId: string }>(`/api/v1/dossiers/${code}`)).body;
    const person = await desk.get(`/api/v1/persons/${applicantId}?purpose=tiếp nhận`);
    expect(person.body).toMatchObject({ name: 'Lê Thị Nộp', phone: '0900000001', bornOn: '1990-02-01' });
  });

  it('a receipt’s QR code leads straight to the dossier where scripts run; going back does not look it up again', async () => {
    const own = await phone.openWithScript();
    await own.goto('about:blank');
    await own.goto(at(`#${returned.lookup.code}~${returned.lookup.secret}`));
    await own.locator('#dossier').waitFor();
    expect(own.url()).not.toContain(returned.lookup.secret);
    await own.goBack();
    expect(own.url()).toBe('about:blank');
  });

  it('what is settled, and how the plan stands, is open to everybody', async () => {
    await page.goto(at('/ket-qua'));
    const row = page.getByRole('row').filter({ hasText: returned.code });
    expect(await row.textContent()).toMatch(/Đã trả kết quả.*đúng hẹn/);
    await page.goto(at('/ke-hoach'));
    expect(await page.getByRole('listitem').filter({ hasText: 'Cả kế hoạch' }).textContent()).toMatch(
      /\d+ nhiệm vụ: 0 hoàn thành, \d+ đang thực hiện/,
    );
  });
});
