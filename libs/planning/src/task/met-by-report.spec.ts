import { readRows } from '#sheet';
import { readFileSync } from 'node:fs';
import { readObligations } from '../deadline-phrase/read-obligations.js';
import { carrierOf, meetByReport, metBy, reopenByReport } from './met-by-report.js';
import { assigned, at } from './task.story.js';

const WITH_REFORM = 'BC kết quả thực hiện cùng BC CCHC định kỳ hàng quý';
const types = (events: { type: string }[]) => events.map(({ type }) => type);
const report = { reportId: 'r', report: 'cchc-quarter-1' };

it('of the commune’s plan, four tasks are reported on in a periodic report, all others on their own', async () => {
  const rows = await readRows(readFileSync('seeds/thieu-van-2025-tasks.csv'));
  const carried = rows
    .slice(1)
    .flatMap(([area = '', no = '', title = '', products = '', , , deadline = '']) => {
      const carriers = readObligations('t', deadline, products, 2025).flatMap(
        (obligation) => carrierOf({ title }, obligation) ?? [],
      );
      return carriers.length === 0 ? [] : [[`${area}.${no}`, ...new Set(carriers)]];
    });
  expect(carried).toEqual([
    ['II.6', 'TTHC'],
    ['II.7', 'TTHC'],
    ['VII.1', 'CCHC'],
    ['VII.2', 'CCHC'],
  ]);
});

it('R6: the report of a period fulfils what it carries of that period, and of no other', () => {
  const story = assigned(WITH_REFORM, 'Định kỳ hằng quý');
  expect(metBy(story.state, 'CCHC', ['Q1'])).toEqual([story.occurrence('2025-Q1')]);
  expect(metBy(story.state, 'TTHC', ['Q1'])).toEqual([]);
  const meet = () =>
    story.act('worker', '2025-03-20T09:00', meetByReport, {
      ...report,
      occurrenceIds: metBy(story.state, 'CCHC', ['Q1']),
    });
  expect(types(meet())).toEqual(['DeadlineMetByReport']);
  expect(types(meet())).toEqual([]);
  expect(types(story.step('2025-03-21T17:00', '2025-Q1', 'miss'))).toEqual([]);
  expect(types(story.step('2025-06-20T17:00', '2025-Q2', 'miss'))).toEqual(['DeadlineMissed']);
});

it('R6: a report that is returned leaves open again what it had fulfilled, and it is missed in its time', () => {
  const story = assigned(WITH_REFORM);
  story.act('worker', '2025-03-20T09:00', meetByReport, {
    ...report,
    occurrenceIds: [story.occurrence('2025-Q1')],
  });
  const returned = story.act('worker', '2025-03-21T08:00', reopenByReport, report);
  expect(returned).toMatchObject([
    {
      type: 'DeadlineReopened',
      data: { agenda: [{ alarms: [{ at: at('2025-03-21T17:00').toISOString(), step: 'miss' }] }] },
    },
  ]);
  expect(types(story.act('worker', '2025-03-21T08:00', reopenByReport, report))).toEqual([]);
  expect(types(story.step('2025-03-21T17:00', '2025-Q1', 'miss'))).toEqual(['DeadlineMissed']);
});

it('what is late when its report comes is late, and stays so', () => {
  const story = assigned(WITH_REFORM);
  story.step('2025-03-21T17:00', '2025-Q1', 'miss');
  const occurrenceIds = [story.occurrence('2025-Q1')];
  expect(story.act('worker', '2025-03-24T09:00', meetByReport, { ...report, occurrenceIds })).toMatchObject([
    { type: 'DeadlineMetByReport', data: { late: true } },
  ]);
});
