import type { Page as Browser } from 'playwright-core';
import { readRows } from '#sheet';
import type { Page, Problem, Written } from '../support/answers.js';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { LAND, openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

interface Ranking {
  items: {
    unitId: string;
    dossiers: number;
    total: number | null;
    grade: string | null;
    rank: number | null;
    indices: { index: string; points: number | null }[];
    officials: { dossiers: number; points: number }[];
  }[];
}
interface Scored {
  id: string;
  total: number;
  scores: { index: string; points: number; deduction: { why: string; of: string[] } | null }[];
}

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
let paused = '';
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  const ids = [];
  for (let n = 0; n < 3; n += 1) ids.push((await at.receive(LAND)).body.dossierId);
  paused = ids[0] ?? '';
  const pause = { reason: 'Ý kiến cơ quan khác', legalBasis: 'Luật Đất đai', expectedEnd: '2025-01-06' };
  await at.act(at.desk, paused, 'pauses', pause);
  await at.act(at.desk, paused, 'resumption', { reason: 'Đã có ý kiến' });
  for (const id of ids) await at.sign(id);
  await at.head.post('/api/v1/evaluation-years/2025', {
    ...{ cadence: 'month', mayPass: 'no', capBase: 'good', capScope: 'office', source: '11/QĐ-UBND' },
  });
  await office.settled();
});
afterAll(() => office.close());

const ranking = async (period: string) =>
  (await at.chairman.get<Ranking>(`/api/v1/dossier-handling?${period}`)).body.items;
const scores = (unitId: string, body: object, by = at.chairman) =>
  by.post<Written & Problem>(`/api/v1/evaluation-years/2025/units/${unitId}/handling-scores`, body);

it('form 01: each dossier with its five indices and why it lost points', async () => {
  const [unit] = await ranking('year=2025&quarter=1');
  const path = `/api/v1/dossier-handling/${unit?.unitId}/dossiers?year=2025&quarter=1`;
  const { items } = (await at.chairman.get<Page<Scored>>(path)).body;
  // Settled days ahead, at each step; one of them waited once for another body.
  expect(items.map(({ total }) => total).sort((a, b) => a - b)).toEqual([9, 10, 10]);
  const lost = (await at.chairman.get<Page<Scored>>(`${path}&index=bodies`)).body.items;
  expect(lost).toMatchObject([{ id: paused }]);
  expect(lost[0]?.scores.find(({ index }) => index === 'bodies')).toEqual({
    ...{ index: 'bodies', points: 1 },
    deduction: { why: 'waited', of: ['Ý kiến cơ quan khác'] },
  });
  const pages = (await at.chairman.get<Page<Scored>>(`${path}&limit=2`)).body;
  const rest = (await at.chairman.get<Page<Scored>>(`${path}&limit=2&cursor=${pages.nextCursor}`)).body;
  expect([pages.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
  expect((await at.justice.get(path)).status).toBe(403);
});

it('R31, form 02: what no event tells is entered with evidence; then there is a total of 18, and a rank', async () => {
  const [before] = await ranking('year=2025&quarter=1');
  // (10 + 10 + 9) / 3 = 9.67 → 9.7 of ten; bodies (2 + 2 + 1) / 3 = 1.67 → 1.7.
  expect(before).toMatchObject({
    dossiers: 3,
    total: null,
    rank: null,
    officials: [{ dossiers: 3, points: 9.7 }],
  });
  const unit = before?.unitId ?? '';
  const entered = { quarter: 1, index: 'desk', points: 2 };
  expect((await scores(unit, entered)).body).toMatchObject({ code: 'score_without_evidence', rule: 'R31' });
  expect((await scores(unit, { ...entered, points: 3, evidence: 'Biên bản' })).status).toBe(400);
  for (const index of ['desk', 'publicity'])
    expect((await scores(unit, { ...entered, index, evidence: 'Biên bản kiểm tra' })).status).toBe(201);
  const [after] = await ranking('year=2025&quarter=1');
  const points = new Map(after?.indices.map((one) => [one.index, one.points]));
  // Its one procedure is offered online in part: 1.
  expect([...points.values()]).toEqual([2, 2, 2, 1.7, 2, 2, 2, 2, 1]);
  expect(after).toMatchObject({ total: 16.7, grade: 'excellent', rank: 1 });
  expect(await ranking('year=2025&quarter=2')).toEqual([]);
});

it('form 03 goes out with real numbers', async () => {
  const path = '/api/v1/dossier-handling/output?year=2025&quarter=1';
  const { bytes } = await at.chairman.bytes(`${path}&format=xlsx`);
  const rows = await readRows(Buffer.from(bytes));
  expect(rows.flat().some((cell) => String(cell).includes('Tổng điểm'))).toBe(true);
  for (const format of ['docx', 'pdf'])
    expect((await at.chairman.bytes(`${path}&format=${format}`)).status).toBe(200);
});

inBrowser('the page of handling', () => {
  let windows: Windows;
  let page: Browser;
  beforeAll(async () => {
    windows = await openWindows();
    page = await pageOf(windows, office, 'chairman', '/app/evaluation/handling?quarter=1');
  });
  afterAll(() => windows.close());

  it('ranks the units; one opens its indices and its dossiers, and an index is entered there', async () => {
    const ranked = page.getByRole('region', { name: 'Xếp hạng các đơn vị (mẫu 03)', exact: true });
    await ranked.getByText('Xuất sắc', { exact: true }).waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
    await ranked.getByRole('link').press('Enter');
    await page.getByText('chờ nơi khác: Ý kiến cơ quan khác').waitFor();
    await page.getByRole('button', { name: 'Chấm chỉ số', exact: true }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Chấm chỉ số', exact: true });
    await form.getByLabel('Điểm', { exact: true }).fill('1');
    await form.getByLabel('Minh chứng').fill('Biên bản kiểm tra lại');
    expect(await faultsOf(page, windows)).toEqual([]);
    await form.getByRole('button', { name: 'Chấm chỉ số', exact: true }).press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByText('Quý 1: 1 điểm. Minh chứng: Biên bản kiểm tra lại').waitFor();
    await ranked.getByRole('link').waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });
});
