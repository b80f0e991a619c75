import { newId } from '#kernel';
import type { Entry, Page as Listed, Problem } from '../support/answers.js';
import { inBrowser } from '../support/browser.js';
import { BIRTH, openDesk, type Receipt } from '../support/desk.js';
import { PDF, filesOf, pdf } from '../support/files.js';
import { openPhone } from '../support/phone.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

const SUPPLEMENT = {
  components: ['Bản sao giấy tờ có thông tin khai sinh'],
  reason: 'Bản sao mờ, không đọc được ngày sinh',
  legalBasis: 'Điều 17 Nghị định 61/2018/NĐ-CP',
};
const PAPER = 'Bản sao giấy tờ có thông tin khai sinh';
type Detail = Entry & { data: Record<string, unknown>; subject: string };

const upload = (name: string, bytes: Buffer, mimeType = 'application/pdf') => ({
  name,
  mimeType,
  buffer: bytes,
});

inBrowser('papers that citizens send, from a phone that runs no script', () => {
  let office: RunningOffice;
  let phone: Awaited<ReturnType<typeof openPhone>>;
  let page: (typeof phone)['page'];
  let desk: Awaited<ReturnType<typeof openDesk>>;
  const at = (path = '') => phone.at(path);
  const press = (name: string) => phone.press(name);
  const alert = () => phone.alert();
  const trail = async (type: string, subject?: string) =>
    (
      await desk.chairman.get<Listed<Detail>>(
        `/api/v1/audit?type=${type}&order=desc${subject ? `&subject=${subject}` : ''}`,
      )
    ).body.items;

  beforeAll(async () => {
    office = await runningOffice();
    desk = await openDesk(office);
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
  const asked = async (): Promise<Receipt> => {
    const { body } = await desk.receive(BIRTH);
    await desk.act(desk.desk, body.dossierId, 'supplement-requests', SUPPLEMENT);
    await office.settled();
    return body;
  };

  it('what was asked for is shown, sent once with a word, and the time starts anew (R14)', async () => {
    const { dossierId, lookup } = await asked();
    await lookUp(lookup);
    const shown = (await page.locator('#supplement').textContent()) ?? '';
    for (const words of [PAPER, SUPPLEMENT.reason, SUPPLEMENT.legalBasis, '17:00 03/02/2025'])
      expect(shown).toContain(words);
    expect(await phone.faults()).toEqual([]);
    await press('English');
    expect(await page.locator('#supplement').textContent()).toContain('Send once');
    expect(await phone.faults()).toEqual([]);
    await press('Tiếng Việt');

    await page.getByLabel('Lời nhắn').fill('Tôi chụp lại bản rõ hơn.');
    await press('Gửi bổ sung');
    expect(await alert().textContent()).toContain(`Còn thiếu: ${PAPER}`);
    expect(await page.getByLabel('Lời nhắn').inputValue()).toBe('Tôi chụp lại bản rõ hơn.');
    await page.getByLabel(PAPER).setInputFiles(upload('giấy.pdf', Buffer.from('không phải PDF')));
    await press('Gửi bổ sung');
    expect(await alert().textContent()).toContain('giấy.pdf: loại tệp');
    expect(await page.getByLabel('Lời nhắn').inputValue()).toBe('Tôi chụp lại bản rõ hơn.');
    expect(await phone.faults()).toEqual([]);

    await page
      .getByLabel(PAPER)
      .setInputFiles([upload('trang 1.pdf', pdf(11)), upload('trang 2.pdf', pdf(12))]);
    await press('Gửi bổ sung');
    expect(await phone.title()).toBe('Đã nhận bổ sung');
    const receipt = page.url();
    const said = (await page.locator('main').textContent()) ?? '';
    for (const words of ['trang 1.pdf', 'trang 2.pdf', 'Hẹn trả kết quả17:00']) expect(said).toContain(words);
    expect(said).not.toContain(lookup.secret);
    expect(await phone.faults()).toEqual([]);
    await office.settled();

    const [answered] = await trail('SupplementAnswered', dossierId);
    expect(answered).toMatchObject({ actor: 'applicant', data: { channel: 'online' } });
    expect(await trail('SupplementAnswered', dossierId)).toHaveLength(1);
    expect(JSON.stringify(answered)).not.toContain('Tôi chụp lại');
    expect((await desk.whole(dossierId)).status).toBe('in_progress');
    const words = await desk.desk.get<Listed<{ kind: string; text: string }>>(
      `/api/v1/dossiers/${dossierId}/words?purpose=Giải quyết`,
    );
    expect(words.body.items).toMatchObject([{ kind: 'supplement', text: 'Tôi chụp lại bản rõ hơn.' }]);
    const inbox = await desk.desk.get<Listed<{ title: string }>>('/api/v1/inbox');
    expect(inbox.body.items[0]?.title).toContain('người nộp đã gửi bổ sung');

    await page.goto(receipt);
    expect(await page.locator('main').textContent()).toBe(said);
    await lookUp(lookup);
    expect(await page.locator('#dossier').textContent()).toContain('Đang giải quyết');
    expect(await page.locator('#supplement').count()).toBe(0);

    const files = filesOf(office, desk.desk);
    const { components } = (
      await desk.desk.get<{ components: { name: string; fileId: string | null }[] }>(
        `/api/v1/dossiers/${dossierId}`,
      )
    ).body;
    const sent = components.flatMap(({ name, fileId }) => (name === PAPER && fileId ? [fileId] : []));
    expect(await Promise.all(sent.map(async (id) => (await files.download(id)).body))).toEqual([
      pdf(11).toString(),
      pdf(12).toString(),
    ]);
    expect(await files.trail(sent[0]!)).toEqual(['FileAttached', 'FileUploaded']);
    expect(await files.findings()).toEqual([]);
  });

  it('a form that is sent twice does nothing twice and shows the first answer; one that says more is not sent unseen', async () => {
    const { dossierId, lookup } = await asked();
    await lookUp(lookup);
    const key = await page.locator('form[action*="bo-sung"] input[name=key]').inputValue();
    const send = (text: string, bytes: Buffer) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...lookup, key, text })) form.append(name, value);
      form.append(`paper:${PAPER}`, new Blob([new Uint8Array(bytes)]), 'anh.pdf');
      return fetch(at('/ho-so/bo-sung'), {
        method: 'POST',
        body: form,
        headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
      });
    };
    const answers = await Promise.all([send('Một lần', PDF), send('Một lần', PDF), send('Một lần', PDF)]);
    answers.push(await send('Một lần', PDF));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const answer of answers) expect(await answer.text()).toContain('Đã nhận bổ sung');
    for (const other of [await send('Lời khác', PDF), await send('Một lần', pdf(2))]) {
      expect(other.status).toBe(422);
      expect(await other.text()).toContain('Biểu mẫu này đã được gửi rồi');
    }
    await office.settled();
    expect(await trail('SupplementAnswered', dossierId)).toHaveLength(1);
    const attached = await trail('FileAttached');
    expect(attached.filter(({ data }) => data.dossierId === dossierId)).toHaveLength(1);
  });

  it('files over the limits are refused in words, on the form as it was filled in', async () => {
    await page.goto(at('/thu-tuc/1.001193/nop'));
    expect(await phone.faults()).toEqual([]);
    await page.getByLabel('Họ và tên').fill('Lê Thị Nộp');
    const large = Buffer.alloc(10_485_761, 1);
    await page.getByLabel('Giấy chứng sinh').setInputFiles(upload('IMG_1.jpg', large, 'image/jpeg'));
    await press('Nộp hồ sơ');
    expect(await alert().textContent()).toContain('“IMG_1.jpg” lớn hơn 10 MB');
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Lê Thị Nộp');
    expect(await phone.faults()).toEqual([]);

    const tenth = Buffer.alloc(9_000_000, 1);
    const four = [1, 2, 3, 4].map((n) => upload(`IMG_${n}.jpg`, tenth, 'image/jpeg'));
    await page.getByLabel('Giấy chứng sinh').setInputFiles(four);
    await press('Nộp hồ sơ');
    expect(await alert().textContent()).toContain('Tất cả các tệp nhiều nhất 30 MB');
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Lê Thị Nộp');

    const eleven = Array.from({ length: 11 }, (_, n) => upload(`IMG_${n}.pdf`, pdf(n)));
    await page.getByLabel('Giấy chứng sinh').setInputFiles(eleven);
    await press('Nộp hồ sơ');
    expect(await alert().textContent()).toContain('nhiều nhất 10 tệp');
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Lê Thị Nộp');
    expect(await trail('DossierSubmitted')).toEqual([]);
  });

  it('a dossier is handed in with its papers, and received with them', async () => {
    await page.goto(at('/thu-tuc/1.001193/nop'));
    await page.getByLabel('Họ và tên').fill('Lê Thị Nộp');
    await page.getByLabel('Giấy chứng sinh').setInputFiles(upload('20250102_101500:1.pdf', pdf(21)));
    await press('Nộp hồ sơ');
    expect(await phone.title()).toBe('Đã nhận hồ sơ');
    expect(await page.locator('main').textContent()).toContain('20250102_101500-1.pdf');
    const [code = ''] = await page.locator('code').allTextContents();
    expect(await phone.faults()).toEqual([]);
    await office.settled();
    const [submitted] = await trail('DossierSubmitted');
    const components = submitted?.data.components as { name: string; form: string; fileId: string }[];
    expect(components).toMatchObject([{ name: 'Giấy chứng sinh', form: 'digitised' }]);
    const files = filesOf(office, desk.desk);
    expect((await files.download(components[0]!.fileId)).body).toBe(pdf(21).toString());
    const { status } = await desk.act(desk.desk, code, 'reception', {
      procedureCode: '1.001193',
      channel: 'online',
      components: [
        ...components,
        { name: 'Tờ khai đăng ký khai sinh', form: 'original' },
        { name: 'Giấy tờ tùy thân của người yêu cầu', form: 'original' },
      ],
    });
    expect(status).toBe(201);
    expect(await files.findings()).toEqual([]);
  });

  it('a file that came with an act of one citizen is nobody else’s to attach', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ name: 'Lê Thị Nộp', key: newId() }))
      form.append(name, value);
    form.append('paper:Giấy khác', new Blob([new Uint8Array(pdf(31))]), 'anh.pdf');
    const refused = await fetch(at('/thu-tuc/1.001193/nop'), {
      method: 'POST',
      body: form,
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    });
    expect([refused.status, /Không được yêu cầu: Giấy khác/.test(await refused.text())]).toEqual([422, true]);
    await office.settled();
    const [{ subject: fileId }] = (await trail('FileUploaded')) as [Detail];
    const stolen = await client(office.url).post<Problem>('/public/thieu-van/dossiers', {
      procedureCode: '1.001193',
      components: [{ name: 'Giấy chứng sinh', form: 'copy', fileId }],
      applicant: { name: 'Người khác' },
    });
    expect([stolen.status, stolen.body.code]).toEqual([422, 'file_unusable']);
  });

  it('forms with files are read on the citizens’ pages alone, and only of this site', async () => {
    const post = (path: string, headers: Record<string, string> = {}) => {
      const form = new FormData();
      form.append('code', 'x');
      return fetch(office.url + path, { method: 'POST', body: form, headers });
    };
    expect((await post('/public/thieu-van/dossiers')).status).toBe(415);
    expect((await post('/public/thieu-van/ho-so', { accept: 'text/html' })).status).toBe(415);
    const foreign = { 'sec-fetch-site': 'cross-site', accept: 'text/html' };
    expect((await post('/public/thieu-van/ho-so/bo-sung', foreign)).status).toBe(403);
    const wrong = await post('/public/thieu-van/ho-so/bo-sung', {
      'sec-fetch-site': 'same-origin',
      accept: 'text/html',
    });
    expect(wrong.status).not.toBe(500);
  });
});
