import { newId } from '#kernel';
import type { Entry, Page as Listed } from '../support/answers.js';
import { inBrowser } from '../support/browser.js';
import { LAND, openDesk, type Receipt } from '../support/desk.js';
import { PAYMENT_SECRET, paymentGateway } from '../support/payment-gateway.js';
import { openPhone } from '../support/phone.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const FEE = 8_000;

inBrowser('a fee that a citizen pays online, on a phone that runs no script', () => {
  let gateway: Awaited<ReturnType<typeof paymentGateway>>;
  let office: RunningOffice;
  let phone: Awaited<ReturnType<typeof openPhone>>;
  let page: (typeof phone)['page'];
  let desk: Awaited<ReturnType<typeof openDesk>>;
  const at = (path = '') => phone.at(path);
  const press = (name: string) => phone.press(name);

  beforeAll(async () => {
    gateway = await paymentGateway();
    office = await runningOffice({ env: { PAYMENT_URL: gateway.url, PAYMENT_SECRET } });
    desk = await openDesk(office);
    phone = await openPhone(office);
    ({ page } = phone);
  });
  afterAll(async () => {
    await phone.close();
    await office.close();
    await gateway.close();
  });

  const received = async (): Promise<Receipt> => {
    const { body } = await desk.receive();
    await office.settled();
    return body;
  };
  const lookUp = async ({ code, secret }: { code: string; secret: string }) => {
    await page.goto(at('/ho-so'));
    await page.getByLabel('Mã hồ sơ').fill(code);
    await page.getByLabel('Mã tra cứu').fill(secret);
    await press('Tra cứu');
  };
  const trail = async (subject: string) =>
    (await desk.chairman.get<Listed<Entry & { data: object }>>(`/api/v1/audit?subject=${subject}&order=desc`))
      .body.items;
  const feeOf = async (id: string) =>
    (
      await desk.desk.get<{ settledFee: boolean; payment: { state: string } | null }>(
        `/api/v1/dossiers/${id}`,
      )
    ).body;
  const said = () => page.locator('#fee').textContent();

  it('sees what is to be paid, pays at the gateway, comes back and sees it paid, as the official does', async () => {
    const { dossierId, code, lookup } = await received();
    await lookUp(lookup);
    expect(await said()).toContain('8.000 ₫');
    expect(await phone.faults()).toEqual([]);
    await press('Nộp trực tuyến');
    expect(await phone.title()).toBe('Chuyển sang cổng thanh toán');
    expect(await phone.faults()).toEqual([]);
    const payment = gateway.asked.at(-1)!;
    expect(payment).toMatchObject({ office: 'thieu-van', dossierCode: code, amount: FEE, language: 'vi' });
    await page.getByRole('link', { name: 'Đến cổng thanh toán' }).click();
    expect(page.url()).toBe(gateway.pageOf(payment.paymentId));

    await page.goto(payment.returnUrl);
    expect(await phone.title()).toBe('Đang chờ xác nhận');
    expect(await phone.faults()).toEqual([]);
    const { paymentId } = payment;
    const data = { paymentId, dossierCode: code, amount: FEE, receipt: 'BL-000777' };
    expect((await gateway.tell(office, data)).status).toBe(200);
    await page.getByRole('link', { name: 'Xem lại' }).click();
    expect(await phone.title()).toBe('Đã nộp phí, lệ phí');
    expect(await said()).toContain('BL-000777');
    expect(await phone.faults()).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await phone.title()).toBe('The fee is paid');
    await lookUp(lookup);
    expect(await said()).toContain('Đã nộp trực tuyến.');
    expect(await page.getByRole('button', { name: 'Nộp trực tuyến' }).count()).toBe(0);
    expect(phone.asked.join('\n')).not.toContain(lookup.secret);

    expect(await feeOf(dossierId)).toMatchObject({ settledFee: true, payment: { state: 'paid' } });
    expect((await trail(dossierId)).map(({ type, actor }) => [type, actor]).slice(0, 2)).toEqual([
      ['FeePaid', 'worker:payments'],
      ['PaymentBegun', 'applicant'],
    ]);
    await office.settled();
    const inbox = await desk.desk.get<Listed<{ title: string }>>('/api/v1/inbox');
    expect(inbox.body.items[0]?.title).toContain('người nộp đã thanh toán');
  });

  it('is told that it failed, and tries again; the form sent twice begins one payment', async () => {
    const { dossierId, code, lookup } = await received();
    await lookUp(lookup);
    const key = await page.locator('#fee input[name=key]').inputValue();
    const before = gateway.asked.length;
    const twice = await Promise.all([1, 2].map(() => phone.form('/ho-so/thanh-toan', { ...lookup, key })));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    await press('Nộp trực tuyến');
    await lookUp(lookup);
    await press('Tiếp tục thanh toán');
    const begun = gateway.asked.slice(before);
    expect(new Set(begun.map(({ paymentId }) => paymentId)).size).toBe(1);
    const { paymentId, returnUrl } = begun[0]!;
    const failed = { type: 'payment.failed' };
    expect((await gateway.tell(office, { paymentId, dossierCode: code }, failed)).status).toBe(200);
    await page.goto(returnUrl);
    expect(await phone.title()).toBe('Thanh toán không thành');
    expect(await phone.faults()).toEqual([]);
    expect(await feeOf(dossierId)).toMatchObject({ settledFee: false, payment: { state: 'failed' } });
    await press('Thử lại');
    expect(await phone.title()).toBe('Chuyển sang cổng thanh toán');
    expect(gateway.asked.at(-1)?.paymentId).not.toBe(paymentId);
    expect((await trail(dossierId)).filter(({ type }) => type === 'PaymentBegun')).toHaveLength(2);
  });

  it('by a message that comes twice, too late, forged, or of another amount or payment is not paid, and nothing changes', async () => {
    const { dossierId, code, lookup } = await received();
    await lookUp(lookup);
    await press('Nộp trực tuyến');
    const { paymentId } = gateway.asked.at(-1)!;
    const data = { paymentId, dossierCode: code, amount: FEE, receipt: 'BL-000778' };
    const other = `whsec_${Buffer.alloc(24, 6).toString('base64')}`;
    const refused = async (over: object, how: Parameters<typeof gateway.tell>[2] = {}) => {
      const { status, body } = await gateway.tell(office, { ...data, ...over }, how);
      return [status, body.code];
    };
    expect(await refused({}, { secret: other })).toEqual([403, 'webhook_signature_invalid']);
    expect(await refused({}, { at: new Date(Date.now() - 600_000) })).toEqual([
      403,
      'webhook_signature_invalid',
    ]);
    expect(await refused({ amount: 7_000 })).toEqual([422, 'fee_wrong']);
    expect(await refused({ paymentId: newId() })).toEqual([422, 'payment_unknown']);
    expect(await refused({ paymentId: 'x' })).toEqual([400, 'invalid_input']);
    expect(await refused({ paidAt: '2025-01-02T12:00:00+07:00' })).toEqual([409, 'payment_too_late']);
    const others = (await received()).code;
    expect(await refused({ dossierCode: others })).toEqual([422, 'payment_unknown']);
    expect((await trail(dossierId)).map(({ type }) => type)).not.toContain('FeePaid');

    const once = { id: 'msg_once', at: new Date() };
    const first = await gateway.tell(office, data, once);
    expect(first.status).toBe(200);
    expect(await refused({}, once)).toEqual([409, 'webhook_replayed']);
    const again = await gateway.tell(office, data, { ...once, at: new Date(Date.now() + 1_000) });
    expect([again.status, again.body.version]).toEqual([200, first.body.version]);
    const anew = await gateway.tell(office, data);
    expect([anew.status, anew.body.version]).toEqual([200, first.body.version]);
    expect(await refused({}, { type: 'payment.failed' })).toEqual([409, 'fee_settled']);
    expect(
      (await trail(dossierId)).map(({ type }) => type).filter((type) => /Paid|Refund/.test(type)),
    ).toEqual(['FeePaid']);
  });

  it('that was paid at the desk meanwhile is owed back, waits at the desk, and is given back once', async () => {
    const { dossierId, code, lookup } = await received();
    await lookUp(lookup);
    await press('Nộp trực tuyến');
    const { paymentId } = gateway.asked.at(-1)!;
    const path = `/api/v1/dossiers/${dossierId}`;
    const cash = { amount: FEE, method: 'cash', receipt: 'BL-900' };
    expect((await desk.desk.post(`${path}/payments`, cash)).status).toBe(201);
    const data = { paymentId, dossierCode: code, amount: FEE, receipt: 'BL-901' };
    const told = await Promise.all([1, 2, 3].map(() => gateway.tell(office, data)));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200]);
    await office.settled();
    interface Owed {
      refunds: { refundId: string; receipt: string; returned: { document: string } | null }[];
    }
    const refunds = async () => (await desk.desk.get<Owed>(path)).body.refunds;
    const [owed, ...more] = await refunds();
    expect([owed?.receipt, owed?.returned, more]).toEqual(['BL-901', null, []]);
    const waits = async (by = desk.desk) =>
      (await by.get<Listed<{ subject: string; part: string }>>('/api/v1/work')).body.items.filter(
        ({ subject, part }) => subject === dossierId && part === 'Hoàn trả tiền nộp thừa',
      ).length;
    expect([await waits(), await waits(await office.as('culture'))]).toEqual([1, 0]);
    const back = { refundId: owed?.refundId, document: 'PC-07' };
    const given = await Promise.all([1, 2].map(() => desk.desk.post(`${path}/refunds`, back)));
    expect(given.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    await office.settled();
    expect(await refunds()).toMatchObject([{ returned: { document: 'PC-07' } }]);
    expect(await waits()).toBe(0);
    expect((await gateway.tell(office, data)).status).toBe(200);
    expect((await trail(dossierId)).map(({ type }) => type).slice(0, 3)).toEqual([
      'FeeRefunded',
      'RefundOwed',
      'FeePaid',
    ]);
  });

  it('is told where the gateway does not answer or leads elsewhere; without a fee there is nothing to pay', async () => {
    const { dossierId, lookup } = await received();
    const { answer } = gateway.standIn;
    await lookUp(lookup);
    for (const broken of [
      { status: 500 },
      { status: 201, body: { paymentUrl: 'http://example.org/pay' } },
      { status: 201, body: { paymentUrl: 'javascript:alert(1)' } },
      { status: 201, body: [] },
    ]) {
      gateway.standIn.answer = () => broken;
      await page.locator('#fee button').press('Enter');
      expect(await phone.alert().textContent()).toContain('Chưa có khoản tiền nào bị trừ');
    }
    expect(await phone.faults()).toEqual([]);
    gateway.standIn.answer = answer;
    await press('Tiếp tục thanh toán');
    expect(await phone.title()).toBe('Chuyển sang cổng thanh toán');
    expect((await trail(dossierId)).filter(({ type }) => type === 'PaymentBegun')).toHaveLength(1);

    const free = (await desk.receive(LAND)).body;
    await office.settled();
    await lookUp(free.lookup);
    expect(await page.locator('#fee').count()).toBe(0);
    const forged = await phone.form('/ho-so/thanh-toan', { phieu: 'AAAA', key: newId() });
    expect(forged.status).toBe(400);
    expect((await page.goto(at('/ho-so/thanh-toan?phieu=AAAA')))?.status()).toBe(410);
  });
});
