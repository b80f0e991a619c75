import { parsePhrase } from './parse-phrase.js';
import type { Schedule } from './schedule.js';

/** The schedule of a phrase in a test. */
export function scheduleOf(phrase: string, year: number): Schedule {
  const schedule = parsePhrase(phrase, year);
  if (schedule.kind === 'noSuchDate') throw new Error(`no such date: ${phrase}`);
  return schedule;
}

export interface PhraseCase {
  phrase: string;
  /** Its due days in 2025, counted by hand in the calendar. */
  days: string;
  /** How it is read, in words. */
  reading: string;
}

const of = (phrase: string, days: string, reading: string): PhraseCase => ({ phrase, days, reading });

const QUARTER_DAYS = '21/03, 20/06, 19/09, 19/12';
const MONTH_ENDS = '24/01, 28/02, 31/03, 29/04, 30/05, 30/06, 31/07, 29/08, 30/09, 31/10, 28/11, 31/12';
const FRIDAYS = [
  ...['03/01, 10/01, 17/01, 24/01, 24/01, 07/02, 14/02, 21/02, 28/02, 07/03, 14/03, 21/03, 28/03'],
  ...['04/04, 11/04, 18/04, 25/04, 29/04, 09/05, 16/05, 23/05, 30/05, 06/06, 13/06, 20/06, 27/06'],
  ...['04/07, 11/07, 18/07, 25/07, 01/08, 08/08, 15/08, 22/08, 29/08, 05/09, 12/09, 19/09, 26/09'],
  ...['03/10, 10/10, 17/10, 24/10, 31/10, 07/11, 14/11, 21/11, 28/11, 05/12, 12/12, 19/12, 26/12'],
].join(', ');

/** Phrases of real plans, in a plan of 2025: the table of the documentation. */
export const PHRASES: PhraseCase[] = [
  of('hằng tháng', MONTH_ENDS, '12 kỳ, hạn ngày làm việc cuối mỗi tháng'),
  of('Định kỳ hàng tháng.', MONTH_ENDS, '12 kỳ, hạn ngày làm việc cuối mỗi tháng'),
  of(
    'trước ngày 15 hằng tháng',
    '14/01, 14/02, 14/03, 14/04, 14/05, 13/06, 14/07, 14/08, 12/09, 14/10, 14/11, 12/12',
    '12 kỳ, hạn ngày làm việc cuối trước ngày 15 mỗi tháng',
  ),
  of(
    'ngày 20 của tháng cuối quý',
    '20/03, 20/06, 19/09, 19/12',
    '4 kỳ, hạn ngày làm việc cuối tính đến ngày 20 các tháng 3, 6, 9, 12',
  ),
  of('hằng tuần', FRIDAYS, 'hết giờ mỗi thứ Sáu'),
  of('6 tháng đầu năm', '30/06', '1 kỳ, hạn ngày làm việc cuối tính đến 30/06/2025'),
  of('6 tháng và năm', '20/06, 19/12', '2 kỳ, theo ngày nộp báo cáo 6 tháng, năm'),
  of('9 tháng', '30/09', '1 kỳ, hạn ngày làm việc cuối tính đến 30/09/2025'),
  of('Quý II, IV/2025', '30/06, 31/12', '2 kỳ, hạn ngày làm việc cuối các tháng 6, 12'),
  of('Quý I–III', '30/09', 'thực hiện từ 01/01/2025, 1 kỳ, hạn ngày làm việc cuối tính đến 30/09/2025'),
  of('tháng 3, 6, 9/2025', '31/03, 30/06, 30/09', '3 kỳ, hạn ngày làm việc cuối các tháng 3, 6, 9'),
  of(
    'từ tháng 2 đến tháng 10/2025',
    '31/10',
    'thực hiện từ 01/02/2025, 1 kỳ, hạn ngày làm việc cuối tính đến 31/10/2025',
  ),
  of('chậm nhất ngày 15/3', '14/03', '1 kỳ, hạn ngày làm việc cuối tính đến 15/03/2025'),
  of('trước 30/6/2025', '27/06', '1 kỳ, hạn ngày làm việc cuối trước ngày 30/06/2025'),
  of('hoàn thành trong tháng 5', '30/05', '1 kỳ, hạn ngày làm việc cuối tính đến 31/05/2025'),
  of('cuối năm', '31/12', '1 kỳ, hạn ngày làm việc cuối tính đến 31/12/2025'),
  of('cả năm', '31/12', '1 kỳ, hạn ngày làm việc cuối tính đến 31/12/2025'),
  of(
    'trong vòng 10 ngày (làm việc) kể từ ngày 03/03/2025',
    '17/03',
    '1 kỳ, hạn 10 ngày làm việc sau ngày 03/03/2025',
  ),
  of('trong vòng 10 ngày kể từ ngày 05/03/2025', '14/03', '1 kỳ, hạn ngày làm việc cuối tính đến 15/03/2025'),
  of(
    'trong vòng 10 ngày làm việc kể từ ngày nhận được văn bản',
    '',
    'chờ sự kiện "ngày nhận được văn bản", hạn 10 ngày làm việc sau đó',
  ),
  of(
    'sau khi có hướng dẫn của Sở Nội vụ',
    '',
    'chờ sự kiện "có hướng dẫn của sở nội vụ", hạn 10 ngày làm việc sau đó',
  ),
  of('đầu năm', '', 'cần ấn định ngày: không nêu ngày cuối'),
  of('theo kế hoạch của thành phố', '', 'cần ấn định ngày: theo văn bản của cơ quan khác'),
  of('theo yêu cầu', '', 'cần ấn định ngày: chỉ khi có việc hoặc được yêu cầu'),
  of('đột xuất', '', 'cần ấn định ngày: chỉ khi có việc hoặc được yêu cầu'),
  of('khi phát sinh', '', 'cần ấn định ngày: chỉ khi có việc hoặc được yêu cầu'),
  of('thường xuyên, liên tục', '', 'thường xuyên cả năm, xem xét ngày 31/12'),
  of('Định kỳ hằng quý', QUARTER_DAYS, '4 kỳ, theo ngày nộp báo cáo quý I, quý II, quý III, quý IV'),
  of(
    'định kỳ hàng quý hoặc đột xuất theo quy định',
    QUARTER_DAYS,
    '4 kỳ, theo ngày nộp báo cáo quý I, quý II, quý III, quý IV; và khi được yêu cầu',
  ),
  of(
    'Báo cáo quý, 6 tháng, 9 tháng và năm',
    QUARTER_DAYS,
    '4 kỳ, theo ngày nộp báo cáo quý I, 6 tháng, 9 tháng, năm',
  ),
  of('Quý Ⅳ năm 2025', '31/12', '1 kỳ, hạn ngày làm việc cuối tính đến 31/12/2025'),
  of('trước tháng 5', '29/04', '1 kỳ, hạn ngày làm việc cuối trước ngày 01/05/2025'),
  of(
    'trước ngày 15 của tháng đầu quý sau',
    '14/04, 14/07, 14/10, 14/01',
    '4 kỳ, hạn ngày làm việc cuối trước ngày 15 các tháng 4, 7, 10, 1 năm sau',
  ),
  of(
    'hằng quý, trước ngày 20 của tháng cuối quý',
    '19/03, 19/06, 19/09, 19/12',
    '4 kỳ, hạn ngày làm việc cuối trước ngày 20 các tháng 3, 6, 9, 12',
  ),
  of(
    'ngày làm việc cuối cùng của quý',
    '31/03, 30/06, 30/09, 31/12',
    '4 kỳ, hạn ngày làm việc cuối các tháng 3, 6, 9, 12',
  ),
  of('cuối mỗi quý', '31/03, 30/06, 30/09, 31/12', '4 kỳ, hạn ngày làm việc cuối các tháng 3, 6, 9, 12'),
  of('01 lần/quý', QUARTER_DAYS, '4 kỳ, theo ngày nộp báo cáo quý I, quý II, quý III, quý IV'),
  of('3 tháng một lần', QUARTER_DAYS, '4 kỳ, theo ngày nộp báo cáo quý I, quý II, quý III, quý IV'),
  of('6 tháng/lần', '20/06, 19/12', '2 kỳ, theo ngày nộp báo cáo 6 tháng, năm'),
  of('trước ngày 15/12 hằng năm', '12/12', '1 kỳ, hạn ngày làm việc cuối trước ngày 15/12/2025'),
  of('trước 17h00 ngày 14/3/2025', '14/03', '1 kỳ, hạn ngày làm việc cuối tính đến 14/03/2025'),
  of('trong 6 tháng đầu năm', '30/06', '1 kỳ, hạn ngày làm việc cuối tính đến 30/06/2025'),
  of('Quí II/năm 2025', '30/06', '1 kỳ, hạn ngày làm việc cuối tính đến 30/06/2025'),
  of('Q.II/2025', '30/06', '1 kỳ, hạn ngày làm việc cuối tính đến 30/06/2025'),
  of('T6/2025', '30/06', '1 kỳ, hạn ngày làm việc cuối tính đến 30/06/2025'),
  of('12/2025', '31/12', '1 kỳ, hạn ngày làm việc cuối tính đến 31/12/2025'),
  of('30/6/25', '30/06', '1 kỳ, hạn ngày làm việc cuối tính đến 30/06/2025'),
  of('1. Quý I', '31/03', '1 kỳ, hạn ngày làm việc cuối tính đến 31/03/2025'),
  of('quanh năm', '', 'thường xuyên cả năm, xem xét ngày 31/12'),
  of('từ tháng 3', '', 'cần ấn định ngày: không nêu ngày cuối'),
  of('theo tiến độ', '', 'cần ấn định ngày: theo văn bản của cơ quan khác'),
  of('giai đoạn 2025-2030', '', 'cần ấn định ngày: nêu năm khác năm của kế hoạch'),
];
