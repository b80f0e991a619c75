import type { BrowserContext, Page } from 'playwright-core';
import type { Entry, Page as Answer } from '../support/answers.js';
import { faultsOf, inBrowser, openWindows, pageOf, signInOn, type Windows } from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { PASSWORD, runningOffice, type RunningOffice } from '../support/running-office.js';

/** What lies on the PC for whoever looks there. */
const onThePc = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

inBrowser('what is kept on the PC until it is sent, in a browser', () => {
  let office: RunningOffice;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let windows: Windows;
  let page: Page;
  let context: BrowserContext;
  /** A browser without a line says so with each try. */
  const clean = async () =>
    expect(
      (await faultsOf(page, windows)).filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED')),
    ).toEqual([]);
  const cutOff = async (isOff: boolean) => {
    await context.setOffline(isOff);
    windows.complaints.splice(0);
  };
  const received = async () =>
    (await desk.head.get<Answer<Entry>>('/api/v1/audit?type=DossierReceived&order=asc')).body.items;
  const waitingFor = (name: string) => page.getByRole('listitem').filter({ hasText: name });

  /** Types a dossier for somebody who is not known by any number. */
  const typeDossier = async (name: string) => {
    await page.getByRole('combobox', { name: 'Thủ tục' }).fill('1.004884');
    await page.getByRole('option', { name: /Đăng ký lại khai sinh/ }).click();
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByLabel('Họ tên, tên tổ chức').fill(name);
    await page.getByLabel('Đủ tất cả').check();
  };
  const receive = () => page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();

  beforeAll(async () => {
    office = await runningOffice();
    desk = await openDesk(office);
    windows = await openWindows();
    page = await pageOf(windows, office, 'desk', '/app/reception');
    context = page.context();
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('a dossier is taken with the line down: no code yet, and its number and time begin when the server has it', async () => {
    await page.getByRole('combobox', { name: 'Thủ tục' }).waitFor();
    await typeDossier('Lê Thị Mất Mạng');
    await cutOff(true);
    await receive();
    const slip = page.getByRole('article', { name: 'Giấy nhận hồ sơ, chưa cấp mã' });
    await slip.getByText('Chưa cấp mã').last().waitFor();
    await slip.getByText('Lê Thị Mất Mạng').waitFor();
    windows.complaints.splice(0);
    await clean();
    await page.getByRole('button', { name: 'Hồ sơ tiếp theo' }).click();
    await waitingFor('Lê Thị Mất Mạng').getByText('Chưa cấp mã').waitFor();
    // The next one as well, with nobody to be looked up: who it is, is written by hand.
    await typeDossier('Trần Văn Thứ Hai');
    await receive();
    await slip.getByText('Trần Văn Thứ Hai').waitFor();
    await page.getByRole('button', { name: 'Hồ sơ tiếp theo' }).click();
    await page.getByRole('link', { name: '2 hồ sơ chờ gửi' }).waitFor();
    expect(await received()).toEqual([]);
    expect(await onThePc(page)).not.toMatch(/Mất Mạng|Thứ Hai/);

    await cutOff(false);
    await waitingFor('Lê Thị Mất Mạng').getByText('Đã cấp mã').waitFor();
    await waitingFor('Trần Văn Thứ Hai').getByText('Đã cấp mã').waitFor();
    await page.getByRole('link', { name: '2 hồ sơ chờ gửi' }).waitFor({ state: 'detached' });
    await clean();
    await waitingFor('Lê Thị Mất Mạng').getByRole('button', { name: 'Xem, in giấy hẹn' }).click();
    const receipt = page.getByRole('article', { name: /Giấy tiếp nhận hồ sơ và hẹn trả/ });
    await receipt.getByText('000.00.18.H56-250102-0001').waitFor();
    await page.getByRole('button', { name: 'Hồ sơ tiếp theo' }).click();
    for (const name of ['Lê Thị Mất Mạng', 'Trần Văn Thứ Hai'])
      await waitingFor(name).getByRole('button', { name: 'Xong', exact: true }).click();
    await page.getByRole('heading', { name: 'Hồ sơ nhận khi mất mạng' }).waitFor({ state: 'detached' });
    const said = (await received()).map(({ sentence }) => sentence);
    expect(said).toHaveLength(2); // each once
    expect(said[0]).toMatch(/\(nhận khi mất mạng, giờ máy trạm \d\d:\d\d \d\d\/\d\d\/\d{4}\)/);
  });

  it('what is refused as it is sent says why, and is opened again with all that was typed', async () => {
    await typeDossier('Phạm Thị Thiếu Giấy');
    await page.getByLabel('Đủ tất cả').uncheck();
    await cutOff(true);
    await receive();
    await page.getByRole('button', { name: 'Hồ sơ tiếp theo' }).click();
    await cutOff(false);
    const entry = waitingFor('Phạm Thị Thiếu Giấy');
    await entry.getByText('Bị từ chối').waitFor();
    await entry.getByRole('alert').waitFor();
    windows.complaints.splice(0); // a refusal
    await clean();
    await entry.getByRole('button', { name: 'Mở lại để sửa' }).click();
    await page.getByLabel('Đủ tất cả').check();
    expect(await page.getByLabel('Họ tên, tên tổ chức').inputValue()).toBe('Phạm Thị Thiếu Giấy');
    await receive();
    await page.getByRole('article').getByText('000.00.18.H56-250102-0003').waitFor();
    await page.getByRole('button', { name: 'Hồ sơ tiếp theo' }).click();
  });

  it('what waits goes on waiting through a reload and a sign-out, and nobody else at this desk reads or sends it', async () => {
    await typeDossier('Hoàng Văn Đợi');
    // The server is gone for as long as this address does not answer.
    await page.route('**/api/v1/dossiers', (route) => route.abort());
    await receive();
    await page.getByRole('article', { name: 'Giấy nhận hồ sơ, chưa cấp mã' }).waitFor();
    await page.reload();
    await waitingFor('Hoàng Văn Đợi').waitFor();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await signInOn(page, 'justice');
    expect(await page.getByRole('link', { name: /hồ sơ chờ gửi/ }).count()).toBe(0);
    expect(await onThePc(page)).not.toContain('Hoàng Văn Đợi');
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    windows.complaints.splice(0);
    await page.unrouteAll({ behavior: 'wait' });
    await signInOn(page, 'desk');
    await page.goto(`${office.url}/app/reception`);
    await waitingFor('Hoàng Văn Đợi').getByText('Đã cấp mã').waitFor();
    expect(await received()).toHaveLength(4);
    await waitingFor('Hoàng Văn Đợi').getByRole('button', { name: 'Xong', exact: true }).click();
  });

  it('in a window of theirs that is left open nothing is sent by the session of whoever signs in next', async () => {
    await typeDossier('Phan Thị Người Trước');
    await page.route('**/api/v1/dossiers', (route) => route.abort());
    await receive();
    await page.getByRole('article', { name: 'Giấy nhận hồ sơ, chưa cấp mã' }).waitFor();
    const before = await received();
    const { body: next } = await desk.justice.get<{ name: string }>('/api/v1/sessions/me');
    // It hears nothing of what happens in other windows.
    await page.route('**/api/v1/changes', (route) => route.abort());
    await page.reload();
    await waitingFor('Phan Thị Người Trước').waitFor();
    const status = await page.evaluate(
      async (proof) => {
        const headers = { 'content-type': 'application/json' };
        const said = { method: 'POST', headers, body: JSON.stringify(proof) };
        return (await fetch('/api/v1/sessions?transport=cookie', said)).status;
      },
      { username: 'justice', password: PASSWORD },
    );
    expect(status).toBe(201);
    await page.unroute('**/api/v1/dossiers');
    // It tries again, is refused, and is the next one's from then on.
    await page.getByRole('link', { name: next.name }).waitFor();
    expect(await received()).toEqual(before);
    expect(await onThePc(page)).not.toContain('Phan Thị Người Trước');
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.unrouteAll({ behavior: 'wait' });
    await signInOn(page, 'desk');
    await page.goto(`${office.url}/app/reception`);
    await waitingFor('Phan Thị Người Trước').getByText('Đã cấp mã').waitFor();
    expect((await received()).at(-1)?.actor).toBe(before.at(-1)?.actor);
    windows.complaints.splice(0);
    await waitingFor('Phan Thị Người Trước').getByRole('button', { name: 'Xong', exact: true }).click();
  });

  it('a draft is taken up after its window is gone, by its author alone; each window has its own', async () => {
    await typeDossier('Ngô Thị Dở Dang');
    const second = await context.newPage();
    await second.goto(`${office.url}/app/reception`);
    await second.getByRole('combobox', { name: 'Thủ tục' }).waitFor();
    expect(await second.getByLabel('Họ tên, tên tổ chức').count()).toBe(0);
    expect(await onThePc(page)).not.toContain('Dở Dang');
    await page.close();
    await second.reload();
    await second.getByLabel('Họ tên, tên tổ chức').waitFor();
    expect(await second.getByLabel('Họ tên, tên tổ chức').inputValue()).toBe('Ngô Thị Dở Dang');
    page = second;
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await signInOn(page, 'desk');
    await page.goto(`${office.url}/app/reception`);
    await page.getByRole('combobox', { name: 'Thủ tục' }).waitFor();
    expect(await page.getByLabel('Họ tên, tên tổ chức').count()).toBe(0); // its author signed out
    expect(windows.complaints).toEqual([]);
  });
});
