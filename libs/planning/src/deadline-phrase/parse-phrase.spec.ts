import { WorkCalendar, loadCalendars } from '#calendar';
import { formatInstant } from '#kernel';
import { parseDeliverables, parseObligations } from './parse-columns.js';
import { parsePhrase } from './parse-phrase.js';
import { scheduleOf } from './phrase.story.js';
import { duesOf } from './schedule.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
const dues = (phrase: string) =>
  duesOf(scheduleOf(phrase, 2025), 2025, calendar).map(({ due }) =>
    due instanceof Date ? formatInstant(due) : due.year,
  );

describe('a phrase with a date', () => {
  it.each([
    ['Chậm nhất trong Quý I/2025', '31/03/2025'],
    ['Quý I/2025', '31/03/2025'],
    ['quý 1/2025', '31/03/2025'],
    ['Quý I năm 2025', '31/03/2025'],
    ['Quý II năm 2025', '30/06/2025'],
    ['Quý IV/2025.', '31/12/2025'],
    ['  QUÝ   iv  NĂM 2025 ', '31/12/2025'],
    ['tháng 11/2025', '28/11/2025'],
    ['Tháng 12/2025', '31/12/2025'],
    ['Tháng 06/2025', '30/06/2025'],
    ['Trước 10/01/2025.', '09/01/2025'],
    ['Trước ngày 25/11/2025', '24/11/2025'],
    ['trước ngày 25-11-2025', '24/11/2025'],
    ['trước 25.11.2025', '24/11/2025'],
    ['trước ngày 25 tháng 11 năm 2025', '24/11/2025'],
    ['Năm 2025', '31/12/2025'],
    ['Trong năm 2025', '31/12/2025'],
    ['Quý I/2025'.normalize('NFD'), '31/03/2025'],
  ])('%s is due at 17:00 on %s', (phrase, day) => expect(dues(phrase)).toEqual([`17:00 ${day}`]));
});

describe('a phrase that comes back', () => {
  const quarters = ['17:00 21/03/2025', '17:00 20/06/2025', '17:00 19/09/2025', '17:00 19/12/2025'];
  it.each([
    'Định kỳ hằng Quý',
    'định kỳ hàng quý',
    'BC kết quả thực hiện cùng BC CCHC định kỳ hàng quý',
    'định kỳ hàng quý hoặc đột xuất theo quy định',
  ])('%s falls due each quarter', (phrase) => expect(dues(phrase)).toEqual(quarters));
  it('with the year has an annual one too', () =>
    expect(dues('Định kỳ hằng Quý và năm 2025')).toEqual([...quarters, '17:00 19/12/2025']));
});

describe('a phrase without a date of its own', () => {
  it.each(['Thường xuyên', '- Thường xuyên', 'Thường xuyên trong năm', 'Thường xuyên Trong năm 2025'])(
    '%s is continuous',
    (phrase) => expect(parsePhrase(phrase, 2025).kind).toBe('continuous'),
  );
  it('waits for a trigger', () => {
    expect(parsePhrase('Sau khi có quyết định của UBND tỉnh', 2025)).toMatchObject({
      kind: 'triggered',
      workingDays: 10,
    });
    expect(parsePhrase('Ngay sau khi được cấp kinh phí thực hiện', 2025)).toMatchObject({
      kind: 'triggered',
      workingDays: 5,
    });
  });
  it('is never guessed', () => {
    expect(parsePhrase('khi nào xong thì xong', 2025)).toEqual({ kind: 'needingDate', reason: 'unreadable' });
    expect(parsePhrase('Trước ngày 31/02/2025', 2025)).toEqual({ kind: 'noSuchDate' });
    expect(parsePhrase('Quý I/2026', 2025)).toEqual({ kind: 'needingDate', reason: 'other_year' });
  });
});

describe('columns', () => {
  it('reads a deadline hidden behind a deliverable', () => {
    const vii3 = 'BC tự chấm điểm cùng tài liệu kiểm chứng trước ngày 25/11/2025';
    expect(parseObligations('Quý IV năm 2025.', vii3, 2025).map(({ label }) => label)).toEqual([
      null,
      'BC tự chấm điểm cùng tài liệu kiểm chứng',
    ]);
    expect(parseDeliverables(vii3)).toEqual(['BC tự chấm điểm cùng tài liệu kiểm chứng']);
    const vii2 = 'Kế hoạch; BC kết quả thực hiện: định kỳ hàng quý hoặc đột xuất theo quy định';
    expect(parseDeliverables(vii2)).toEqual(['Kế hoạch', 'BC kết quả thực hiện']);
    expect(
      parseObligations('KH CCHC: Trước 10/01/2025.', vii2, 2025).map(({ schedule }) => schedule.kind),
    ).toEqual(['oneOff', 'recurring']);
  });
});
