import { EMPTY, PhraseRules } from './phrase-rules.js';
import type { ReportPeriod, Schedule } from './schedule.js';

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const LAST_OF_QUARTERS = [3, 6, 9, 12];

/** The rules of what comes back: with reports, by the month, by the week. */
export class RepeatedTimes extends PhraseRules {
  readonly rules = [
    () => this.#quarterlyOn(),
    () => this.#quarterly(),
    () => this.#reports(),
    () => this.#monthly(),
    () => this.#lastDays(),
    () => this.#often(),
    () => this.#weekly(),
  ];

  #quarterly(): Schedule | undefined {
    const words = this.words;
    const carried = words.attempt(() => {
      words.skip('báo cáo', 'bc', 'kết quả', 'thực hiện', 'cùng', 'trong');
      return words.take('cchc') || undefined;
    });
    words.skip('định kỳ', 'báo cáo', 'bc', 'thực hiện', 'gửi', 'nộp');
    if (!words.take('hằng quý')) return undefined;
    const annual = words.takeAny('và hằng năm', 'và cả năm', 'và năm', ', năm');
    if (annual) this.times.year();
    else this.inYear();
    const onRequest = this.orOnOccasion();
    return { kind: 'recurring', annual, onRequest, carriedBy: carried === undefined ? null : 'CCHC' };
  }

  /** "hằng quý (trước ngày 20 của tháng cuối quý)": its own day, not the reports'. */
  #quarterlyOn(): Schedule | undefined {
    const words = this.words;
    words.skip('định kỳ', 'báo cáo', 'bc', 'thực hiện', 'gửi', 'nộp');
    if (!words.take('hằng quý')) return undefined;
    words.skip(',', '(', ...EMPTY);
    return this.#monthly();
  }

  #reports(): Schedule | undefined {
    const words = this.words;
    words.skip('thực hiện', 'gửi', 'nộp');
    const named = words.takeAny('báo cáo định kỳ', 'bc định kỳ', 'định kỳ', 'báo cáo', 'bc');
    const spans: ReportPeriod[][] = [];
    do {
      const span = this.#reportSpan();
      if (span === undefined) return undefined;
      spans.push(span);
    } while (words.takeAny(', và', ',', 'và', '-'));
    if (!named && spans.length < 2) return undefined;
    const onRequest = this.orOnOccasion();
    return { kind: 'reports', periods: distinctReports(spans.flat()), onRequest };
  }

  #reportSpan(): ReportPeriod[] | undefined {
    const words = this.words;
    words.skip('hằng');
    if (words.take('quý')) return ['Q1', 'Q2', 'Q3', 'Q4'];
    if (words.takeAny('6 tháng đầu năm', '6 tháng')) return ['6M'];
    if (words.takeAny('9 tháng đầu năm', '9 tháng')) return ['9M'];
    if (!words.takeAny('cả năm', 'năm')) return undefined;
    this.times.year();
    return ['year'];
  }

  #monthly(): Schedule | undefined {
    const words = this.words;
    words.skip('định kỳ', ...EMPTY);
    const before = words.take('trước');
    const dayOfMonth = words.take('ngày') ? this.times.dayOfMonth() : undefined;
    words.skip('của', 'trong', 'vào');
    if (words.take('hằng tháng')) {
      const later = dayOfMonth === undefined ? this.#dayBehind() : undefined;
      this.inYear();
      return this.#onDays(ALL_MONTHS, dayOfMonth ?? later?.dayOfMonth, before || later?.before === true);
    }
    if (dayOfMonth === undefined) return undefined;
    const months = words.takeAny('tháng sau', 'tháng kế tiếp', 'tháng tiếp theo')
      ? ALL_MONTHS.map((month) => month + 1)
      : this.#monthOfQuarters();
    words.skip(')');
    if (months === undefined) return undefined;
    this.inYear();
    return this.#onDays(months, dayOfMonth, before);
  }

  /** ( "tháng đầu" | "tháng cuối" ) "quý" [ "sau" ]: what is told of a quarter in the next one falls into the months after it. */
  #monthOfQuarters(): number[] | undefined {
    const words = this.words;
    const months = words.take('tháng cuối')
      ? LAST_OF_QUARTERS
      : words.take('tháng đầu')
        ? [1, 4, 7, 10]
        : undefined;
    words.skip('của', 'hằng', 'các');
    if (months === undefined || !words.take('quý')) return undefined;
    const next = words.takeAny('sau', 'kế tiếp', 'tiếp theo', 'liền kề');
    if (!next) return months;
    return months === LAST_OF_QUARTERS ? undefined : months.map((month) => month + 3);
  }

  /** "cuối (mỗi) tháng", "cuối quý", "ngày làm việc cuối cùng của tháng": their last working day. */
  #lastDays(): Schedule | undefined {
    const words = this.words;
    words.skip('định kỳ', 'báo cáo', 'bc', 'gửi', 'nộp', 'vào', 'chậm nhất', 'trước');
    if (
      !words.takeAny('ngày làm việc cuối cùng', 'ngày làm việc cuối', 'ngày cuối cùng', 'ngày cuối', 'cuối')
    )
      return undefined;
    words.skip('của', 'hằng', 'các');
    const months = words.take('quý') ? LAST_OF_QUARTERS : words.take('tháng') ? ALL_MONTHS : undefined;
    if (months === undefined) return undefined;
    this.inYear();
    return this.#onDays(months, undefined, false);
  }

  /** "1 lần/quý", "mỗi quý một lần", "3 tháng/lần": how often, by the time that it takes. */
  #often(): Schedule | undefined {
    const words = this.words;
    words.skip('định kỳ', 'báo cáo', 'bc', 'thực hiện', 'gửi', 'nộp');
    const once = () => words.takeAny('1 lần', '01 lần', 'một lần', 'lần');
    const first = once() && words.takeAny('/', 'mỗi', 'hằng');
    words.skip('hằng');
    const often = this.#oftenAs();
    if (often === undefined) return undefined;
    if (first) return often;
    words.skip('/');
    return once() ? often : undefined;
  }

  #oftenAs(): Schedule | undefined {
    const words = this.words;
    const request = { onRequest: false };
    words.takeAny('1', '01', 'một');
    if (words.takeAny('quý', '3 tháng', '03 tháng', 'ba tháng'))
      return { kind: 'recurring', annual: false, carriedBy: null, ...request };
    if (words.takeAny('6 tháng', '06 tháng')) return { kind: 'reports', periods: ['6M', 'year'], ...request };
    if (words.take('tuần')) return { kind: 'weekly', ...request };
    return words.take('tháng') ? this.#onDays(ALL_MONTHS, undefined, false) : undefined;
  }

  /** "hằng tháng (trước ngày 15)", "hằng tháng, vào ngày 20". */
  #dayBehind(): { before: boolean; dayOfMonth: number } | undefined {
    const words = this.words;
    return words.attempt(() => {
      words.skip(',', '(', ...EMPTY);
      const before = words.take('trước');
      const dayOfMonth = words.take('ngày') ? this.times.dayOfMonth() : undefined;
      words.skip(')');
      return dayOfMonth === undefined ? undefined : { before, dayOfMonth };
    });
  }

  #onDays(months: number[], dayOfMonth: number | undefined, strictlyBefore: boolean): Schedule | undefined {
    if (dayOfMonth === undefined && strictlyBefore) return undefined;
    const onRequest = this.orOnOccasion();
    return { kind: 'monthly', months, dayOfMonth: dayOfMonth ?? null, strictlyBefore, onRequest };
  }

  #weekly(): Schedule | undefined {
    const friday = () => this.words.takeAny('thứ 6', 'thứ sáu');
    this.words.skip('định kỳ', ...EMPTY);
    friday();
    if (!this.words.take('hằng tuần')) return undefined;
    this.words.skip('vào', ',');
    friday();
    this.inYear();
    return { kind: 'weekly', onRequest: this.orOnOccasion() };
  }
}

/** One report answers for all that end with it: that of six months for the second quarter's, the yearly one for the fourth's. */
function distinctReports(periods: ReportPeriod[]): ReportPeriod[] {
  const answered = new Set<ReportPeriod>();
  if (periods.includes('6M')) answered.add('Q2');
  if (periods.includes('9M')) answered.add('Q3');
  if (periods.includes('year')) answered.add('Q4');
  return [...new Set(periods)].filter((period) => !answered.has(period));
}
