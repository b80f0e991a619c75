import type { AddressInfo } from 'node:net';
import type { Page, Problem } from '../support/answers.js';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { decoded, mailServer } from '../support/mail-server.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const CHOICES = '/api/v1/inbox/choices';
const NONE = { deadlines: [], work: [], digest: false, language: 'vi' };

const letters: string[] = [];
const smtp = mailServer(letters);
let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
/** The same official at the two APIs. */
let justice: readonly [Client, Client];

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  office = await runningOffice({
    apis: 1,
    env: { SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}` },
  });
  at = await openDesk(office);
  justice = [await office.as('justice', 0), await office.as('justice', 1)];
});
afterAll(async () => {
  await office.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

const choose = (body: object, api: 0 | 1 = 0) =>
  justice[api].post<Problem & typeof NONE & { errors?: { field: string }[] }>(CHOICES, body);
/** A dossier that waits to be taken by the official who was told of it. */
const handedOver = async () => {
  const { dossierId, code } = (await at.receive()).body;
  await at.act(at.desk, dossierId, 'hand-overs', { toPostId: await at.postOf('justice') });
  await office.settled();
  return code;
};
const told = (code: string) =>
  letters.filter((letter) => letter.includes('tu-phap@example.vn') && decoded(letter).includes(code));
const allSent = () =>
  eventually(
    async () =>
      (await at.head.get<Page<object>>('/api/v1/deliveries?state=waiting&channel=email')).body.items
        .length === 0,
  );

describe('an official', () => {
  it('is told in the service alone until they choose, and by a channel that is there at an address that is known', async () => {
    expect((await justice[0].get(CHOICES)).body).toEqual({ ...NONE, open: ['email'] });
    const field = async (body: object) => {
      const { status, body: problem } = await choose({ ...NONE, ...body });
      return [status, problem.errors?.[0]?.field];
    };
    expect(await field({ work: ['email'] })).toEqual([400, 'email']);
    expect(await field({ digest: true })).toEqual([400, 'email']);
    expect(await field({ work: ['sms'], phone: '0912345678' })).toEqual([400, 'sms']);
    expect(await field({ work: ['fax'] })).toEqual([400, 'work']);
    expect((await justice[0].get(CHOICES)).body).toEqual({ ...NONE, open: ['email'] });
    expect(told(await handedOver())).toEqual([]);
  });

  it('is told as they chose, as soon as they did, whichever process they told it; in the service in any case', async () => {
    const chosen = await choose({ ...NONE, work: ['email'], email: 'tu-phap@example.vn' }, 1);
    expect([chosen.status, chosen.body.work]).toEqual([200, ['email']]);
    expect((await justice[0].get<typeof NONE>(CHOICES)).body.work).toEqual(['email']);
    const code = await handedOver();
    await eventually(() => told(code).length === 1);
    expect(decoded(told(code)[0] ?? '')).toContain('chờ nhận');
    expect((await choose({ ...NONE, deadlines: ['email'] })).status).toBe(200);
    const other = await handedOver();
    await allSent();
    expect([told(code).length, told(other).length]).toEqual([1, 0]);
    const inbox = await justice[0].get<Page<{ title: string }>>('/api/v1/inbox');
    for (const one of [code, other])
      expect(inbox.body.items.some(({ title }) => title.includes(one))).toBe(true);
  });

  it('reads once a day what is unread, where they want that: only what came since, and not what they have read', async () => {
    const before = await handedOver();
    expect((await choose({ ...NONE, digest: true })).status).toBe(200);
    const [read, unread] = [await handedOver(), await handedOver()];
    const inbox = (await justice[0].get<Page<{ id: string; title: string }>>('/api/v1/inbox')).body.items;
    const id = inbox.find(({ title }) => title.includes(read))?.id;
    expect((await justice[0].post(`/api/v1/inbox/${id}/reading`, {})).status).toBe(204);
    await office.moveTo('2025-01-03T07:31:00+07:00');
    await eventually(() => told(unread).length === 1);
    const digest = decoded(told(unread)[0] ?? '');
    expect([digest.includes(before), digest.includes(read)]).toEqual([false, false]);
    await office.moveTo('2025-01-04T07:31:00+07:00');
    await allSent();
    expect(told(unread)).toHaveLength(1);
    expect((await choose(NONE)).status).toBe(200);
  });
});

inBrowser('on their own page', () => {
  let windows: Windows;
  beforeAll(async () => {
    windows = await openWindows();
  });
  afterAll(() => windows.close());

  it('an official chooses how to be told', async () => {
    const page = await pageOf(windows, office, 'culture', '/app/me');
    const panel = page.getByRole('region', { name: 'Cách nhận thông báo' });
    const work = panel.getByRole('group', { name: /^Việc được giao/ }).getByLabel('Thư điện tử');
    await work.check();
    await panel.getByLabel('Mỗi ngày một thư').check();
    await panel.getByLabel('Địa chỉ thư').fill('van-hoa@example.vn');
    expect(await faultsOf(page, windows)).toEqual([]);
    await panel.getByRole('button', { name: 'Lưu cách nhận' }).click();
    await page.getByText('Đã lưu; có hiệu lực ngay.').waitFor();
    await page.reload();
    await work.waitFor();
    expect([await work.isChecked(), await panel.getByLabel('Địa chỉ thư').inputValue()]).toEqual([true, '']);
    expect(await panel.getByText('không tắt được').isVisible()).toBe(true);
    expect((await at.culture.get(CHOICES)).body).toMatchObject({ work: ['email'], digest: true });
    expect(await faultsOf(page, windows)).toEqual([]);
  });
});
