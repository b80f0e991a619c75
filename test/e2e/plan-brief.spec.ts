import JSZip from 'jszip';
import { readRows } from '#sheet';
import type { Page, TaskItem } from '../support/answers.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

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
