import type { Page } from 'playwright-core';
import type { Page as Listed } from '../support/answers.js';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Task {
  id: string;
  number: string;
  deliverables: { deliverableId: string }[];
  obligations: { occurrences: { occurrenceId: string; status: string; due: string | null }[] }[];
  submissions: { status: string; text: string }[];
}

interface LedTask {
  lead: Client;
  task: Task;
}

inBrowser('what a leader decides, in a browser', () => {
  let office: RunningOffice;
  let windows: Windows;
  let page: Page;
  let handedIn: Task;
  let asksForTime: Task;

  beforeAll(async () => {
    office = await runningOffice();
    await client(office.url).post('/public/thieu-van/feedback', { text: 'Đường thôn 3 ngập sau mưa.' });
    await office.moveTo('2025-04-10T09:00:00+07:00');
    const led = await Promise.all(
      ['finance', 'justice', 'culture', 'land'].map(async (username) => {
        const lead = await office.as(username);
        const { items } = (await lead.get<Listed<Task>>('/api/v1/tasks?lead=me&limit=50')).body;
        return items.filter(({ obligations }) => openOne(obligations)).map((task) => ({ lead, task }));
      }),
    );
    const [one, other] = led.flat() as [LedTask, LedTask];
    [handedIn, asksForTime] = [one.task, other.task];
    const { deliverableId } = handedIn.deliverables[0]!;
    const text = 'Dự thảo lần 2, đã tiếp thu ý kiến.';
    const occurrenceId = openOne(asksForTime.obligations);
    const answers = [
      await one.lead.post(`/api/v1/tasks/${handedIn.id}/submissions`, { deliverableId, text }),
      await other.lead.post(`/api/v1/tasks/${asksForTime.id}/extension-requests`, {
        ...{ occurrenceId, day: '2025-12-25', reason: 'Chờ hướng dẫn của Sở.' },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    await office.settled();
    windows = await openWindows();
    page = await pageOf(windows, office, 'chairman', '/app/decisions');
  });
  afterAll(async () => {
    await windows.close();
    await office.close();
  });

  const row = (text: string) => page.getByRole('listitem').filter({ hasText: text });
  const taskNow = async (id: string) =>
    (await (await office.as('chairman')).get<Task>(`/api/v1/tasks/${id}`)).body;

  it('what waits stands before what is late, each with its answers', async () => {
    await page.getByRole('heading', { name: 'Cần quyết định', level: 1 }).waitFor();
    await row('Dự thảo lần 2')
      .getByRole('button', { name: /^Nghiệm thu/ })
      .waitFor();
    await row('xin gia hạn đến 25/12/2025').waitFor();
    await row('Chưa phân loại').getByRole('button', { name: /^Giao/ }).waitFor();
    const titles = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(titles.slice(0, 2)).toEqual(['Chờ tôi quyết định', 'Nhiệm vụ quá hạn']);
    expect(await faultsOf(page, windows)).toEqual([]);
  });

  it('R3: what was handed in is sent back with a reason, by keyboard, and is gone from the list', async () => {
    await row('Dự thảo lần 2')
      .getByRole('button', { name: /^Trả lại/ })
      .press('Enter');
    const form = page.getByRole('dialog', { name: 'Trả lại sản phẩm' });
    await form.getByLabel('Lý do').fill('Thiếu phụ lục số 2.');
    expect(await faultsOf(page, windows)).toEqual([]);
    await form.getByRole('button', { name: 'Trả lại sản phẩm' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await row('Dự thảo lần 2').waitFor({ state: 'detached' });
    expect((await taskNow(handedIn.id)).submissions).toMatchObject([{ status: 'returned' }]);
  });

  it('R5: time that was asked for is given', async () => {
    await row('xin gia hạn')
      .first()
      .getByRole('button', { name: /^Quyết định gia hạn/ })
      .press('Enter');
    const form = page.getByRole('dialog', { name: 'Quyết định gia hạn' });
    await form.getByLabel('Lý do').fill('Đồng ý, chờ hướng dẫn.');
    await form.getByRole('button', { name: 'Quyết định gia hạn' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await row('xin gia hạn đến 25/12/2025').waitFor({ state: 'detached' });
  });

  it('whoever is late is urged where it is seen', async () => {
    const late = page.getByRole('region', { name: 'Nhiệm vụ quá hạn' }).getByRole('listitem').first();
    await late.getByRole('button', { name: /^Đôn đốc/ }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Đôn đốc' });
    await form.getByLabel('Nội dung').fill('Báo cáo trước 10 giờ ngày mai.');
    await form.getByRole('button', { name: 'Đôn đốc' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await late.getByRole('link').press('Enter');
    await page.getByText('Báo cáo trước 10 giờ ngày mai').first().waitFor();
  });

  it('feedback that nobody has is given to a unit', async () => {
    await page.goto(`${office.url}/app/decisions`);
    await row('Chưa phân loại').getByRole('button', { name: /^Giao/ }).press('Enter');
    const form = page.getByRole('dialog');
    await form.getByRole('combobox').selectOption({ index: 2 });
    expect(await faultsOf(page, windows)).toEqual([]);
    await form.getByRole('button', { name: /^Giao/ }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await row('Phản ánh chưa giao').waitFor({ state: 'detached' });
  });

  it('it is there for leaders, and for nobody else', async () => {
    const justice = await pageOf(windows, office, 'justice');
    await justice.getByRole('link', { name: 'Việc của tôi' }).waitFor();
    expect(await justice.getByRole('link', { name: 'Cần quyết định' }).count()).toBe(0);
    expect(await faultsOf(justice, windows)).toEqual([]);
  });
});

/** An open deadline that is still to come, and can be moved. */
const openOne = (obligations: Task['obligations']): string | undefined =>
  obligations
    .flatMap(({ occurrences }) => occurrences)
    .find(({ status, due }) => status === 'open' && due !== null && due > '2025-04-11' && due < '2025-12-01')
    ?.occurrenceId;
