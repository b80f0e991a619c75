import type { Waiting } from '#capability';
import { deadlineCalendar } from './deadline-calendar.js';

const task: Waiting = {
  kind: 'task',
  subject: '019a0000-0000-7000-8000-000000000001',
  number: 'I.1',
  title: 'Rà soát văn bản; báo cáo, đề xuất',
  part: 'Quý I/2025',
  need: 'do',
  due: new Date('2025-03-21T10:00:00Z'),
};
const made = (waiting: Waiting[], now = '2025-03-01T00:00:00Z') =>
  deadlineCalendar(waiting, {
    now: new Date(now),
    language: 'vi',
    house: 'https://xa.example',
    office: 'UBND xã Thiệu Vân',
  })
    .replaceAll('\r\n ', '')
    .split('\r\n');

it('a deadline is half an hour that ends when it is due, in universal time, with its page and a reminder the day before', () => {
  const lines = made([task]);
  expect(lines).toEqual(
    expect.arrayContaining([
      'DTSTART:20250321T093000Z',
      'DTEND:20250321T100000Z',
      'SUMMARY:Hạn: Nhiệm vụ I.1 · Rà soát văn bản\\; báo cáo\\, đề xuất',
      'URL;VALUE=URI:https://xa.example/app/tasks/019a0000-0000-7000-8000-000000000001',
      'TRIGGER:-P1D',
      'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    ]),
  );
});

it('what is overdue says so; what has no deadline is in no calendar', () => {
  const lines = made([task, { ...task, due: null }], '2025-04-01T00:00:00Z');
  expect(lines.filter((line) => line.startsWith('SUMMARY:'))).toEqual([
    'SUMMARY:QUÁ HẠN: Nhiệm vụ I.1 · Rà soát văn bản\\; báo cáo\\, đề xuất',
  ]);
});

it('an entry keeps its name as long as its deadline stands, so that a calendar shows it once', () => {
  const idOf = (waiting: Waiting, now: string) =>
    made([waiting], now).find((line) => line.startsWith('UID:'));
  expect(idOf(task, '2025-03-01T00:00:00Z')).toBe(idOf(task, '2025-03-05T00:00:00Z'));
  expect(idOf(task, '2025-03-01T00:00:00Z')).not.toBe(
    idOf({ ...task, part: 'Quý II/2025' }, '2025-03-01T00:00:00Z'),
  );
});

it('a line that a title would break, and one that is too long, are escaped and folded', () => {
  const folded = deadlineCalendar([{ ...task, title: `Dòng một\nDòng hai ${'ế'.repeat(120)}` }], {
    now: new Date('2025-03-01T00:00:00Z'),
    language: 'vi',
    house: 'https://xa.example',
    office: 'UBND xã',
  });
  expect(folded).toContain('Dòng một\\nDòng hai');
  for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
