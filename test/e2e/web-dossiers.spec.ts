import type { Page } from 'playwright-core';
import {
  faultsOf,
  inBrowser,
  openWindows,
  pageOf,
  signInOn,
  violations,
  type Windows,
} from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { heldBack } from '../support/held-back.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

inBrowser('dossiers, in a browser', () => {
  let office: RunningOffice;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let windows: Windows;
  let page: Page;
  let id: string;
  let code: string;

  const clean = async () => expect(await faultsOf(page, windows)).toEqual([]);
  /** Does an act by its form: opens it by keyboard, fills it in, sends it. */
  const act = async (name: string, fill: (form: ReturnType<Page['getByRole']>) => Promise<unknown>) => {
    await page.getByRole('button', { name, exact: true }).press('Enter');
    const form = page.getByRole('dialog', { name });
    await fill(form);
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name, exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    office = await runningOffice();
    desk = await openDesk(office);
    ({ dossierId: id, code } = (await desk.receive()).body);
    await office.settled();
    windows = await openWindows();
    page = await pageOf(windows, office, 'desk');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  it('what one holds is listed first, with the working time that is left', async () => {
    await page.goto(`${office.url}/app/dossiers`);
    const row = page.getByRole('row').filter({ hasText: code });
    await row.getByText('Đăng ký lại khai sinh').waitFor();
    // Received on 02/01 at 8:00 for five working days: to 09/01 at 17:00.
    await row.getByText('09/01/2025').waitFor();
    await row.getByText(/còn \d+ giờ làm việc/).waitFor();
    await row.getByText('Phạm Thị Một').waitFor();
    expect(await page.getByText('Trần Thị Dân').count()).toBe(0);
    await clean();
  });

  it('is found by the beginning of its code, and by what people say of it: the day and the number', async () => {
    for (const typed of [code.slice(0, 18), '250102-00']) {
      await page.getByLabel('Tìm theo mã').fill(typed);
      await page.keyboard.press('Enter');
      await page.waitForURL(/code=/);
      await page.getByRole('row').filter({ hasText: code }).waitFor();
    }
    await page.getByLabel('Tìm theo mã').fill('250103-');
    await page.keyboard.press('Enter');
    await page.getByText('Không có hồ sơ nào ở đây.').waitFor();
    await page.getByRole('link', { name: 'Đang giải quyết' }).click();
    await page.waitForURL(/queue=open/);
    await page.getByRole('link', { name: code }).press('Enter');
    await page.waitForURL(/dossiers\/[0-9a-f-]{36}/);
  });

  it('says where it is, what is there, and who may do what; its applicant by name for a purpose alone', async () => {
    await page.getByRole('heading', { level: 1, name: 'Đăng ký lại khai sinh' }).waitFor();
    expect(await page.locator('[aria-current=step]').textContent()).toContain('Tiếp nhận');
    await page.getByText('Tờ khai đăng ký lại khai sinh').waitFor();
    await page.getByRole('link', { name: /PDF: GIẤY TIẾP NHẬN/ }).waitFor();
    expect(await page.getByText('Trần Thị Dân').count()).toBe(0);
    await clean();
    await page.getByRole('button', { name: 'Xem người nộp' }).press('Enter');
    await page.getByText('Trần Thị Dân').waitFor();
    const { body } = await desk.desk.get<{ readings: { purpose: string }[] }>(
      `/api/v1/persons/${(await desk.whole(id)).applicantId}/export?purpose=kiểm tra`,
    );
    expect(body.readings.map(({ purpose }) => purpose)).toContain(`Giải quyết hồ sơ ${code}`);
    await clean();
  });

  it('R18: what may not be done now is not offered, and says why', async () => {
    expect(await page.getByRole('button', { name: 'Trả kết quả', exact: true }).count()).toBe(0);
    await page.getByText(/Chưa làm được/).press('Enter');
    await page.getByText(/Trả kết quả: .*ký/).waitFor();
  });

  it('R20: is handed over by keyboard with a note, and accepted by whom it went to', async () => {
    await act('Chuyển bước', async (form) => {
      await form
        .getByLabel('Chuyển cho')
        .selectOption({ label: 'Hoàng Văn Luật · Công chức Tư pháp - Hộ tịch' });
      await form.getByLabel('Ghi chú cho người nhận').fill('Người nộp ở xa, ưu tiên.');
    });
    await page.getByText('Đang chuyển cho').waitFor();
    await clean();
    await page.goto(`${office.url}/app/`);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await signInOn(page, 'justice');
    await page.goto(`${office.url}/app/dossiers?queue=offered`);
    await page.getByRole('link', { name: code }).press('Enter');
    await act('Nhận bàn giao', async () => undefined);
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Đang ở đây' })
      .filter({ hasText: 'Thẩm tra' })
      .waitFor();
    await page.getByRole('button', { name: 'Xem lời ghi' }).press('Enter');
    await page.getByText('Người nộp ở xa, ưu tiên.').waitFor();
  });

  it('R13: a supplement is asked for by ticking papers; what is missing in the form is said in it', async () => {
    await page.getByRole('button', { name: 'Yêu cầu bổ sung', exact: true }).press('Enter');
    const form = page.getByRole('dialog');
    await form.getByLabel('Lý do').fill('Bản sao bị mờ, không đọc được số quyển.');
    await form.getByLabel('Căn cứ pháp lý').fill('Nghị định 61/2018/NĐ-CP, điều 17');
    await form.getByRole('button', { name: 'Yêu cầu bổ sung' }).press('Enter');
    await form.getByRole('alert').waitFor();
    // What the browser itself says of a refusal.
    expect(windows.complaints.splice(0)).toEqual([expect.stringContaining('status of 422')]);
    await clean();
    await form.getByLabel('Bản sao giấy tờ có thông tin khai sinh').check();
    await form.getByRole('button', { name: 'Yêu cầu bổ sung' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByText('Chờ bổ sung').first().waitFor();
    await page.getByText('đồng hồ đang dừng').waitFor();
  });

  it('what came in online is received with its papers, and gets its code', async () => {
    await client(office.url).post('/public/thieu-van/dossiers', {
      procedureCode: '1.004884',
      components: [{ name: 'Tờ khai đăng ký lại khai sinh', form: 'digitised' }],
      applicant: { name: 'Lê Thị Nộp', phone: '0900000001' },
    });
    await page.goto(`${office.url}/app/`);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await signInOn(page, 'desk');
    await page.goto(`${office.url}/app/dossiers?queue=online`);
    await page.getByRole('link', { name: 'Chưa cấp mã' }).press('Enter');
    await act('Tiếp nhận hồ sơ', async (form) => {
      expect(await form.getByLabel('Tờ khai đăng ký lại khai sinh', { exact: true }).isChecked()).toBe(true);
      await form.getByLabel('Bản sao giấy tờ có thông tin khai sinh', { exact: true }).check();
    });
    await page.getByText('000.00.18.H56-250102-0002').first().waitFor();
    await clean();
  });

  it('what was handed over is taken on together: each is an act of its own, and one that is refused says why', async () => {
    const toPostId = await desk.postOf('justice');
    const handed: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const { dossierId, code: given } = (await desk.receive()).body;
      expect((await desk.act(desk.desk, dossierId, 'hand-overs', { toPostId })).status).toBe(201);
      handed.push(given);
    }
    await office.settled();
    const theirs = await pageOf(windows, office, 'justice', '/app/dossiers?queue=offered');
    for (const one of handed) await theirs.getByRole('link', { name: one }).waitFor();
    expect(await faultsOf(theirs, windows)).toEqual([]);
    let refused = 0;
    await theirs.route('**/acceptances', async (route) => {
      refused += 1;
      if (refused > 1) return route.continue();
      return route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        json: {
          type: 'about:blank',
          status: 409,
          code: 'not_offered',
          title: 'Hồ sơ không còn chờ bạn nhận',
        },
      });
    });
    await theirs.getByRole('button', { name: 'Chọn tất cả' }).press('Enter');
    await theirs.getByRole('button', { name: 'Nhận 3 hồ sơ đã chọn' }).press('Enter');
    await theirs.getByText('Đã làm xong 2.').waitFor();
    await theirs.getByRole('alert').getByText('Hồ sơ không còn chờ bạn nhận').waitFor();
    await theirs.getByRole('checkbox', { checked: true }).waitFor();
    expect(windows.complaints.splice(0)).toEqual([expect.stringContaining('status of 409')]);
    await theirs.getByRole('button', { name: 'Nhận 1 hồ sơ đã chọn' }).press('Enter');
    await theirs.getByText('Không có hồ sơ nào ở đây.').waitFor();
    await theirs.close();
  });

  it('in English as well', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Hand over', exact: true }).waitFor();
    await clean();
    await page.goto(`${office.url}/app/dossiers?queue=open`);
    await page.getByRole('row').filter({ hasText: code }).getByText('the clock stands still').waitFor();
    await clean();
    await page.getByRole('link', { name: 'Not archived yet', exact: true }).click();
    await page.waitForURL(/queue=archive/);
    await clean();
  });

  it('a list that trailed behind when it was opened shows what it lacked as soon as it has followed', async () => {
    const letGo = await heldBack(office.database.owner(), 'dossier');
    const { code: later } = (await desk.receive()).body;
    await page.goto(`${office.url}/app/dossiers?queue=all`);
    await page.getByRole('row').filter({ hasText: code }).waitFor();
    expect(await page.getByRole('row').filter({ hasText: later }).count()).toBe(0);
    await letGo();
    await page.getByRole('row').filter({ hasText: later }).waitFor();
  });
});
