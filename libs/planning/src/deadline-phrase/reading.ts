import { formatDay, type Bilingual } from '#kernel';
import { recurringPeriods, type ReasonForDate, type ReportPeriod, type Schedule } from './schedule.js';

const REASONS: Record<ReasonForDate, Bilingual> = {
  unreadable: { vi: 'không đọc được', en: 'it can’t be read' },
  other_year: { vi: 'nêu năm khác năm của kế hoạch', en: 'it names another year than the plan’s' },
  vague: { vi: 'không nêu ngày cuối', en: 'it names no last day' },
  other_plan: { vi: 'theo văn bản của cơ quan khác', en: 'another body’s document decides' },
  on_occasion: { vi: 'chỉ khi có việc hoặc được yêu cầu', en: 'only when asked for or when it happens' },
};

const REPORTS: Record<ReportPeriod, Bilingual> = {
  Q1: { vi: 'quý I', en: 'quarter I' },
  Q2: { vi: 'quý II', en: 'quarter II' },
  Q3: { vi: 'quý III', en: 'quarter III' },
  Q4: { vi: 'quý IV', en: 'quarter IV' },
  '6M': { vi: '6 tháng', en: 'six months' },
  '9M': { vi: '9 tháng', en: 'nine months' },
  year: { vi: 'năm', en: 'the year' },
};

/** How a deadline phrase was read, in words for whoever checks it (cách hiểu thời hạn). */
export function readingOf(schedule: Schedule): Bilingual {
  switch (schedule.kind) {
    case 'oneOff':
      return times(1, dayInWords(formatDay(schedule.day), schedule.strictlyBefore));
    case 'stretch': {
      const [from, to] = [formatDay(schedule.from), formatDay(schedule.day)];
      return {
        vi: `thực hiện từ ${from}, ${times(1, dayInWords(to, false)).vi}`,
        en: `from ${from}, ${times(1, dayInWords(to, false)).en}`,
      };
    }
    case 'counted': {
      const from = formatDay(schedule.from);
      return times(1, {
        vi: `hạn ${schedule.workingDays} ngày làm việc sau ngày ${from}`,
        en: `due ${schedule.workingDays} working days after ${from}`,
      });
    }
    case 'monthly':
      return withRequest(schedule, monthlyReading(schedule));
    case 'weekly':
      return withRequest(schedule, { vi: 'hết giờ mỗi thứ Sáu', en: 'each Friday’s close' });
    case 'reports':
      return withRequest(schedule, reportsReading(schedule.periods));
    case 'recurring':
      return withRequest(schedule, reportsReading(recurringPeriods(schedule)));
    case 'continuous':
      return { vi: 'thường xuyên cả năm, xem xét ngày 31/12', en: 'all year, reviewed on 31/12' };
    case 'triggered':
      return triggeredReading(schedule);
    case 'needingDate': {
      const { vi, en } = REASONS[schedule.reason];
      return { vi: `cần ấn định ngày: ${vi}`, en: `needs a date: ${en}` };
    }
  }
}

const times = (count: number, when: Bilingual): Bilingual => ({
  vi: `${count} kỳ, ${when.vi}`,
  en: `${count === 1 ? 'once' : `${count} times`}, ${when.en}`,
});

/** A day off is never a due day: the last working day before it is. `upTo`: how it is said in Vietnamese where it counts itself. */
const dayInWords = (day: string, strictlyBefore: boolean, upTo = day): Bilingual =>
  strictlyBefore
    ? { vi: `hạn ngày làm việc cuối trước ngày ${day}`, en: `due the last working day before ${day}` }
    : { vi: `hạn ngày làm việc cuối tính đến ${upTo}`, en: `due the last working day up to ${day}` };

function monthlyReading({ months, dayOfMonth, strictlyBefore }: Schedule & { kind: 'monthly' }): Bilingual {
  const every = months.length === 12 && !months.includes(13);
  const which: Bilingual = every
    ? { vi: 'mỗi tháng', en: 'of each month' }
    : {
        vi: `các tháng ${months.map((month) => (month > 12 ? `${month - 12} năm sau` : month)).join(', ')}`,
        en: `of months ${months.map((month) => (month > 12 ? `${month - 12} of next year` : month)).join(', ')}`,
      };
  const { vi, en } =
    dayOfMonth === null
      ? { vi: 'hạn ngày làm việc cuối', en: 'due the last working day' }
      : dayInWords(String(dayOfMonth), strictlyBefore, `ngày ${dayOfMonth}`);
  return times(months.length, {
    vi: `${vi} ${which.vi}`,
    en: `${en} ${which.en}`,
  });
}

const reportsReading = (periods: readonly ReportPeriod[]): Bilingual =>
  times(periods.length, {
    vi: `theo ngày nộp báo cáo ${periods.map((period) => REPORTS[period].vi).join(', ')}`,
    en: `with the reports of ${periods.map((period) => REPORTS[period].en).join(', ')}`,
  });

function triggeredReading(schedule: Schedule & { kind: 'triggered' }): Bilingual {
  const [count, days] =
    'workingDays' in schedule
      ? [schedule.workingDays, { vi: 'ngày làm việc', en: 'working days' }]
      : [schedule.calendarDays, { vi: 'ngày', en: 'days' }];
  return {
    vi: `chờ sự kiện "${schedule.trigger}", hạn ${count} ${days.vi} sau đó`,
    en: `waits for “${schedule.trigger}”, due ${count} ${days.en} after it`,
  };
}

const withRequest = ({ onRequest }: { onRequest: boolean }, { vi, en }: Bilingual): Bilingual =>
  onRequest ? { vi: `${vi}; và khi được yêu cầu`, en: `${en}; and when asked for` } : { vi, en };
