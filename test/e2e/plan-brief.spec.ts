import JSZip from 'jszip';
import { readRows } from '#sheet';
import type { Page, TaskItem } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Progress {
  area: string;
  tasks: number;
  running: number;
  late: number;
  silent: number;
}

let office: RunningOffice;
let chairman: Client;
beforeAll(async () => {
  office = await runningOffice();
  chairman = await office.as('chairman');
  await office.moveTo('2025-04-01T08:00:00+07:00');
});
afterAll(() => office.close());

const brief = (query: string) => chairman.bytes(`/api/v1/plans/2025/brief?${query}`);
const rowsOn = async (day: string) => readRows(Buffer.from((await brief(`day=${day}&format=xlsx`)).bytes));

it.each(['2025-01-03', '2025-03-31'])(
  'the chairman’s brief of %s has the figures of that day, for each area',
  async (day) => {
    const { body } = await chairman.get<Page<Progress>>(`/api/v1/plans/2025/progress?day=${day}`);
    const rows = await rowsOn(day);
    expect(rows[0]?.[0]).toContain(`đến hết ngày ${day.split('-').reverse().join('/')}`);
    const areas = [...new Set(body.items.map(({ area }) => area))].sort();
    const sum = (area: string, of: (row: Progress) => number) =>
      String(body.items.filter((row) => row.area === area).reduce((all, row) => all + of(row), 0));
    expect(rows.slice(3).map((row) => [row[0], row[1], row[4], row[5]])).toEqual(
      areas.map((area) => [
        area,
        sum(area, (row) => row.tasks),
        sum(area, (row) => row.late),
        sum(area, (row) => row.silent),
      ]),
    );
  },
);

it('it names what is late, and by whom', async () => {
  const late = (await chairman.get<Page<TaskItem>>('/api/v1/tasks?state=late&limit=100')).body.items;
  expect(late.length).toBeGreaterThan(0);
  const docx = await JSZip.loadAsync(Buffer.from((await brief('format=docx')).bytes));
  const text = ((await docx.file('word/document.xml')?.async('string')) ?? '').replace(/<[^>]+>/g, ' ');
  for (const { title } of late) expect(text).toContain(title.replaceAll('&', '&amp;'));
});

it('is a PDF where nothing else is asked for; a year without a plan has none', async () => {
  const { type, bytes } = await brief('');
  expect([type, Buffer.from(bytes).subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
  expect((await chairman.bytes('/api/v1/plans/2031/brief')).status).toBe(404);
});

it('everybody may use the same figures again: JSON and CSV, of areas and units, no person', async () => {
  const stranger = client(office.url);
  const path = '/public/thieu-van/open-data/plan-progress?day=2025-03-31';
  const { status, body } = await stranger.get<Page<Progress & { unit: string; areaName: string }>>(path);
  expect(status).toBe(200);
  const { body: known } = await chairman.get<Page<Progress>>('/api/v1/plans/2025/progress?day=2025-03-31');
  const figures = ({ area, tasks, running, late, silent }: Progress) => [area, tasks, running, late, silent];
  expect(body.items.map(figures)).toEqual(known.items.map(figures));
  expect(body.items.reduce((sum, { tasks }) => sum + tasks, 0)).toBe(36);
  const csv = (await stranger.get<string>(`${path}&format=csv`)).body.split('\r\n');
  expect(csv[0]).toBe('day,area,areaName,unit,tasks,completed,running,late,silent,percent');
  expect(csv).toHaveLength(body.items.length + 2);
  expect((await stranger.get('/public/thieu-van/open-data/plan-progress?day=2025-02-30')).status).toBe(400);
  expect((await stranger.get('/public/khong-co/open-data/plan-progress')).status).toBe(404);
});
