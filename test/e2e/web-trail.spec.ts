import type { Page } from 'playwright-core';
import type { Entry, Page as Listed } from '../support/answers.js';
import {
  WIDTHS,
  cutAt,
  inBrowser,
  openWindows,
  pageOf,
  violations,
  type Windows,
} from '../support/browser.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const REASON = 'Đề nghị báo cáo ngay trong tuần này.';

inBrowser('the trail, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;
  let urged: string;

  beforeAll(async () => {
    office = await runningOffice();
    const [justice, chairman] = [await office.as('justice'), await office.as('chairman')];
    const { items } = (await justice.get<Listed<{ id: string }>>('/api/v1/tasks?lead=me&limit=1')).body;
    await chairman.post(`/api/v1/tasks/${items[0]?.id}/urgings`, { text: REASON });
    await office.seal();
    const entries = await chairman.get<Listed<Entry>>('/api/v1/audit?type=TaskUrged');
    urged = entries.body.items[0]?.eventId ?? '';
    windows = await openWindows();
    page = await pageOf(windows, office, 'oversight');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const looksWell = async () => {
    expect(await violations(page)).toEqual([]);
    expect(await cutAt(page, Object.values(WIDTHS))).toEqual([]);
  };
  const verify = () => page.getByRole('button', { name: 'Kiểm chứng' }).press('Enter');

  it('who did what is found by who and by what; what is looked for stands in the address', async () => {
    await page.getByRole('link', { name: 'Nhật ký' }).click();
    await page.getByLabel('Việc gì').selectOption({ label: 'đôn đốc' });
    await page.waitForURL(/type=TaskUrged/);
    await page.waitForFunction(() => document.querySelectorAll('main li').length === 1);
    await page.getByRole('link', { name: new RegExp(REASON) }).waitFor();
    await page.getByLabel('Ai', { exact: true }).selectOption({ label: 'Hoàng Văn Luật' });
    await page.getByText('Không có mục nào khớp.').waitFor();
    await looksWell();
    await page.getByRole('button', { name: 'Bỏ hết điều kiện lọc' }).press('Enter');
    await page.waitForURL((url) => url.search === '');
    await page.getByRole('button', { name: 'Xem thêm' }).waitFor();
    await looksWell();
  });

  it('a window of days is typed', async () => {
    await page.getByLabel('Từ ngày').fill('03012025');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=2025-01-03/);
    await page.getByText('Không có mục nào khớp.').waitFor();
    await page.goBack();
  });

  it('an entry shows what was said, why and whether it is sealed; the browser itself finds that it is true', async () => {
    await page.goto(`${office.url}/app/trail?type=TaskUrged`);
    await page.getByRole('link', { name: new RegExp(REASON) }).click();
    await page.getByRole('definition').filter({ hasText: REASON }).waitFor();
    await page.getByText('Do chính người thực hiện').waitFor();
    await verify();
    await page.getByText('Đúng: mục này có trong sổ cái, chưa bị sửa.').waitFor();
    const findings = await page.getByRole('status').getByRole('listitem').allTextContents();
    expect(findings.map((finding) => /^(Đúng|Sai|Chưa rõ)/.exec(finding)?.[0])).toEqual([
      ...['Đúng', 'Đúng', 'Đúng', 'Đúng'],
      'Chưa rõ', // no witness has cosigned
    ]);
    await looksWell();
    expect(windows.complaints).toEqual([]);
  });

  it.each([
    ['words that are not those sealed', '/api/v1/audit', 'báo cáo ngay', 'thôi báo cáo'],
    ['a rule that it was not done under', '/api/v1/audit', '"rule":null', '"rule":"R7"'],
    ['a tree that nobody signed', '/proofs/', String.raw`thieu-van\n`, String.raw`thieu-vam\n`],
  ])('%s: the browser finds it, whoever says otherwise', async (_, where, written, altered) => {
    const altering = ({ pathname, searchParams }: URL) =>
      pathname.includes(where) && (searchParams.has('event') || pathname.includes(urged));
    await page.route(altering, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(written, altered) });
    });
    await page.goto(`${office.url}/app/trail/${urged}`);
    await verify();
    await page.getByText('KHÔNG KHỚP').waitFor();
    expect(await page.getByRole('status').getByText('Sai', { exact: true }).count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.unroute(altering);
  });

  it('an act leads to what it caused, that back to its cause', async () => {
    const chairman = await office.as('chairman');
    const { items } = (await chairman.get<Listed<Entry>>('/api/v1/audit?type=PlanApproved')).body;
    await page.goto(`${office.url}/app/trail/${items[0]?.eventId}`);
    await page
      .getByRole('link', { name: /giao nhiệm vụ / })
      .first()
      .click(); // in whichever order they went
    await page.getByRole('link', { name: /phê duyệt kế hoạch gồm 36 nhiệm vụ\.\s*0/ }).click();
    await page.waitForURL(new RegExp(items[0]?.eventId ?? '-'));
  });

  it('a supervisor takes the filtered trail along, and subscribes to a daily letter', async () => {
    await page.goto(`${office.url}/app/trail?type=TaskUrged`);
    await page.getByText('Tải nhật ký, nhận thư tổng hợp').click();
    const link = await page.getByRole('link', { name: 'Bảng tính (CSV)' }).getAttribute('href');
    expect(link).toBe('/api/v1/audit/export.csv?type=TaskUrged');
    await page.getByRole('button', { name: 'Đăng ký nhận thư' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Địa chỉ thư điện tử').fill('giam-sat@example.com');
    await looksWell();
    await dialog.getByRole('button', { name: 'Đăng ký nhận thư' }).press('Enter');
    await page.getByRole('button', { name: 'Thôi nhận thư về: Mọi việc' }).press('Enter');
    await page.getByText('Đã thôi nhận thư.').waitFor();
    await page.getByRole('button', { name: /Thôi nhận thư về/ }).waitFor({ state: 'detached' });
  });

  it('in English as well, without a complaint', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'The trail' }).waitFor();
    await looksWell();
    expect(windows.complaints).toEqual([]);
  });
});
