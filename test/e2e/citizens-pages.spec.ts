import { inBrowser } from '../support/browser.js';
import { openPhone } from '../support/phone.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const WORDS = 'Đèn đường thôn Đắc Châu 2 hỏng đã một tuần, đề nghị sửa.';

inBrowser('the citizens’ pages, on a phone that runs no script', () => {
  let office: RunningOffice;
  let phone: Awaited<ReturnType<typeof openPhone>>;
  let page: (typeof phone)['page'];
  const at = (path = '') => phone.at(path);
  const press = (name: string) => phone.press(name);
  const alert = () => phone.alert();

  beforeAll(async () => {
    office = await runningOffice();
    phone = await openPhone(office);
    ({ page } = phone);
  });
  afterAll(async () => {
    await phone.close();
    await office.close();
  });

  it.each([
    ['', 'Hồ sơ của ông/bà đến đâu?', 'Where is your dossier?'],
    ['/ho-so', 'Tra cứu hồ sơ', 'Look a dossier up'],
    ['/thu-tuc', 'Thủ tục hành chính', 'Procedures'],
    ['/thu-tuc/1.001193', 'Đăng ký khai sinh', 'Đăng ký khai sinh'],
    ['/thu-tuc/1.001193/nop', 'Nộp trực tuyến: Đăng ký khai sinh', 'Hand in online: Đăng ký khai sinh'],
    ['/ke-hoach', 'Tiến độ kế hoạch năm 2025', 'Progress of the plan of 2025'],
    ['/ket-qua', 'Kết quả giải quyết', 'Results'],
    ['/xin-loi', 'Các lần xin lỗi', 'Apologies'],
    ['/tra-loi', 'Phản ánh đã trả lời', 'Feedback answered'],
    ['/phan-anh', 'Gửi phản ánh, kiến nghị', 'Feedback and petitions'],
    ['/phan-anh/tra-cuu', 'Xem phản ánh của mình', 'See your feedback'],
  ])('%s is there in both languages', async (path, vi, en) => {
    await page.goto(at(path));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(vi);
    expect(await page.getByRole('link', { name: 'UBND xã Thiệu Vân' }).isVisible()).toBe(true);
    expect(await phone.faults()).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(en);
    expect(await phone.faults()).toEqual([]);
  });

  it('feedback is sent, its receipt shown again, and looked up; its secret stands in no address', async () => {
    await page.goto(at('/phan-anh'));
    await page.getByLabel('Nội dung').fill(WORDS);
    await page.getByLabel('Mã hồ sơ liên quan').fill('hồ sơ số 3?');
    await press('Gửi phản ánh');
    expect(await alert().textContent()).toContain('Mã hồ sơ liên quan');
    expect(await page.getByLabel('Nội dung').inputValue()).toBe(WORDS);
    expect(await phone.faults()).toEqual([]);
    await page.getByLabel('Mã hồ sơ liên quan').fill('');
    await press('Gửi phản ánh');
    const receipt = await page.locator('code').allTextContents();
    const [code = '', secret = ''] = receipt;
    expect(code).toMatch(/^[0-9a-f-]{36}$/);
    expect(secret).toMatch(/^[A-Z2-7]{12}$/);
    expect(await page.getByRole('definition').first().textContent()).toBe('17:00 23/01/2025');
    expect(await phone.faults()).toEqual([]);
    await page.reload();
    expect(await page.locator('code').allTextContents()).toEqual(receipt);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('code').allTextContents()).toEqual(receipt);

    await page.goto(at('/phan-anh/tra-cuu'));
    await page.getByLabel('Mã phản ánh').fill(code);
    await page.getByLabel('Mã tra cứu').fill(secret);
    await press('Xem');
    await page.getByText('Phản ánh đang được phân loại').waitFor();
    expect(await phone.faults()).toEqual([]);
    expect(phone.asked.join('\n')).not.toContain(secret);
  });

  it('the same form sent again does nothing twice; with other words it is not sent unseen', async () => {
    await page.goto(at('/phan-anh'));
    const key = await page.locator('input[name=key]').inputValue();
    await page.getByLabel('Nội dung').fill(`${WORDS} Một lần.`);
    await press('Gửi phản ánh');
    const [code = ''] = await page.locator('code').allTextContents();
    await page.goBack();
    await page.getByRole('heading', { name: 'Gửi phản ánh, kiến nghị' }).waitFor();
    const again = (text: string) => phone.form('/phan-anh', { key, text });
    expect(await (await again(`${WORDS} Một lần.`)).text()).toContain(code);
    const other = await again(`${WORDS} Hai lần.`);
    const shown = await other.text();
    expect([other.status, /Biểu mẫu này đã được gửi rồi/.test(shown), shown.includes(key)]).toEqual([
      422,
      true,
      false,
    ]);
    expect(shown).toContain(`${WORDS} Hai lần.`);
  });

  it('an answer is read and, where it does not do, reopened once (R25)', async () => {
    const [head, justice] = [await office.as('head-of-office'), await office.as('justice')];
    await page.goto(at('/phan-anh'));
    await page.getByLabel('Nội dung').fill(`${WORDS} Gửi lần khác.`);
    await press('Gửi phản ánh');
    const [code = '', secret = ''] = await page.locator('code').allTextContents();
    const { posts } = (await justice.get<{ posts: { unitId: string }[] }>('/api/v1/sessions/me')).body;
    await head.post(`/api/v1/feedback/${code}/assignment`, { unitId: posts[0]?.unitId });
    await office.settled();
    const answered = await justice.post(`/api/v1/feedback/${code}/answer`, {
      text: 'Ngày 02/01/2025 tổ điện đã thay bóng và dây ở ba cột đầu ngõ, chiếu sáng lại từ tối hôm đó.',
      done: 'Thay ba bóng đèn và dây dẫn',
      on: '2025-01-02',
    });
    expect(answered.status).toBe(201);
    await office.settled();
    const look = async () => {
      await page.goto(at('/phan-anh/tra-cuu'));
      await page.getByLabel('Mã phản ánh').fill(code);
      await page.getByLabel('Mã tra cứu').fill(secret);
      await press('Xem');
    };
    await look();
    await page.getByText('tổ điện đã thay bóng').waitFor();
    expect(await phone.faults()).toEqual([]);
    await page.getByLabel('Vì sao chưa thỏa đáng').fill('Cột thứ ba vẫn chưa sáng.');
    await press('Mở lại phản ánh');
    await page.getByRole('heading', { name: 'Đã mở lại phản ánh' }).waitFor();
    expect(await phone.faults()).toEqual([]);
    await look();
    await page.getByText('Đã giao cho một bộ phận trả lời.').waitFor();
    expect(await page.getByLabel('Vì sao chưa thỏa đáng').count()).toBe(0);
  });

  it('what is not there is said in a page; a form of another site is refused; no cookie is set', async () => {
    for (const path of ['/thu-tuc/9.999999', '/khong-co'])
      expect((await page.goto(at(path)))?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Không tìm thấy');
    expect((await page.goto(`${office.url}/public/khong-co-don-vi`))?.status()).toBe(404);
    await page.getByRole('heading', { name: 'Không có đơn vị này' }).waitFor();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await phone.form('/phan-anh', { text: WORDS }, foreign)).status).toBe(403);
    expect((await phone.form('/phan-anh', { text: WORDS }, { origin: 'https://example.org' })).status).toBe(
      403,
    );
    expect(await page.context().cookies()).toEqual([]);
    expect(phone.complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
  });
});
