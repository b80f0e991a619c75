import { addDays, type Day } from '#kernel';
import { EMPTY, PhraseRules } from './phrase-rules.js';
import { PartsOfTime } from './parts-of-time.js';
import type { ReasonForDate, Schedule } from './schedule.js';
import { RepeatedTimes } from './repeated-times.js';
import { WordsOfPhrase } from './words-of-phrase.js';

/** The hour at which an office's day ends, as plans write it before a day. */
const CLOSING = ['trước 17 h 00', 'trước 17 h', 'trước 17 giờ 00', 'trước 17 giờ'];

/** Working days after a trigger when no date is given with it; settings of the office. */
export interface TriggerSettings {
  afterDecision: number;
  atOnce: number;
}

/**
 * The grammar of deadline phrases (thời hạn hoàn thành). Each rule reads what it names and gives the schedule, or gives
 * nothing and has read nothing; a phrase is one rule from its first word to its last.
 *
 *     phrase     = occasion | continuous | quarterly | reports | monthly | weekly | yearly
 *                | counted | trigger | stretch | months | dated
 *     occasion   = ( "đầu" | "giữa" ) ( "năm" | period ) | "theo" … | "đột xuất" … | "khi" … | "tùy" …
 *     continuous = { "thường xuyên" | "liên tục" | "hằng ngày" } [ [ "trong" ] "năm" [ year ] ] [ or-occasion ]
 *     quarterly  = [ "định kỳ" ] "hằng quý" [ "và năm" [ year ] ] [ or-occasion ]
 *     reports    = ( "định kỳ" | "báo cáo" ) span { "," span } | span "," span { "," span } ; span = "quý" | "6 tháng" | "9 tháng" | "năm"
 *     monthly    = [ "trước" ] [ "ngày" d ] "hằng tháng" [ [ "trước" ] "ngày" d ] | [ "trước" ] "ngày" d "tháng" ( "đầu" | "cuối" ) "quý"
 *     weekly     = "hằng tuần"
 *     yearly     = "hằng năm" ; often = n "lần" "/" span | span "/" "lần"
 *     counted    = "trong vòng" n "ngày" [ "làm việc" ] ( "kể từ" | "sau" ) ( date | event )
 *     trigger    = [ "ngay" ] "sau khi" event | "ngay khi" event
 *     stretch    = [ "từ" ] ( date | period ) ( "đến" | "-" ) ( date | period )
 *     months     = ( "quý" | "tháng" ) number { "," number } [ year ]
 *     dated      = [ "trước" [ "17h" ] ] ( date [ "hằng năm" ] | period | part-of-year )
 */
export class Grammar extends PhraseRules {
  readonly #rules: (() => Schedule | undefined)[];

  constructor(
    text: string,
    private readonly year: number,
    private readonly triggers: TriggerSettings,
  ) {
    const words = new WordsOfPhrase(text);
    super(words, new PartsOfTime(words, year));
    this.#rules = [
      () => this.#occasion(),
      () => this.#continuous(),
      ...new RepeatedTimes(words, this.times).rules,
      () => this.#yearly(),
      () => this.#counted(),
      () => this.#trigger(),
      () => this.#stretch(),
      () => this.#months(),
      () => this.#dated(),
    ];
  }

  /** The schedule of the phrase; undefined where no rule reads it. Throws `NoSuchTime` for a time that no year has. */
  phrase(): Schedule | undefined {
    return this.words.whole(
      this.#rules.map((rule) => () => {
        this.times.forgetYears();
        const schedule = rule();
        return schedule && this.times.namesOtherYear ? needing('other_year') : schedule;
      }),
    );
  }

  #occasion(): Schedule | undefined {
    const [words, times] = [this.words, this.times];
    words.skip(...EMPTY);
    if (words.takeAny('đầu', 'giữa')) {
      if (words.take('năm')) times.year();
      else if (!times.period()) return undefined;
      return needing('vague');
    }
    if (words.take('giai đoạn') && words.word(/^\d{4}$/) && words.take('-') && words.word(/^\d{4}$/))
      return needing('other_year');
    if (words.take('từ') && (times.date() ?? times.period())) return needing('vague');
    if (
      words.takeAny(
        'theo kế hoạch',
        'theo hướng dẫn',
        'theo chỉ đạo',
        'theo lịch',
        'theo quy định',
        'theo chương trình',
        'theo tiến độ',
        'theo thực tế',
        'theo tình hình',
        'theo thời gian',
        'theo thời hạn',
      )
    ) {
      words.rest();
      return needing('other_plan');
    }
    return this.onOccasion() ? needing('on_occasion') : undefined;
  }

  #continuous(): Schedule | undefined {
    const words = this.words;
    const often = () =>
      words.takeAny('thường xuyên', 'liên tục', 'hằng ngày', 'xuyên suốt', 'quanh năm', 'trong suốt', 'suốt');
    words.skip('thực hiện', 'triển khai', 'tổ chức thực hiện');
    if (!often()) return undefined;
    const again = () => {
      words.skip(',', 'và', '-');
      return often() || undefined;
    };
    while (words.attempt(again));
    this.inYear();
    this.orOnOccasion();
    return { kind: 'continuous' };
  }

  #yearly(): Schedule | undefined {
    this.words.skip(...EMPTY);
    if (this.words.take('hằng năm')) return this.#by(`${this.year}-12-31`);
    return undefined;
  }

  #counted(): Schedule | undefined {
    const words = this.words;
    words.skip(...EMPTY, 'vòng', 'không quá');
    const count = Number(words.word(/^\d{1,3}$/) ?? 0);
    if (count < 1 || !words.take('ngày')) return undefined;
    const working = words.takeAny('làm việc', '( làm việc )', '( ngày làm việc )');
    words.skip(',');
    if (!words.takeAny('kể từ khi', 'kể từ', 'tính từ', 'sau khi', 'sau', 'từ')) return undefined;
    const from = words.attempt(() => {
      const day = this.times.date();
      return words.atEnd ? day : undefined;
    });
    if (from !== undefined) return this.#countedFrom(from, count, working);
    const trigger = words.rest();
    if (trigger === undefined) return undefined;
    return working
      ? { kind: 'triggered', trigger, workingDays: count }
      : { kind: 'triggered', trigger, calendarDays: count };
  }

  #countedFrom(from: Day, count: number, working: boolean): Schedule {
    if (working) return { kind: 'counted', from, workingDays: count };
    const day = addDays(from, count);
    return day.startsWith(`${this.year}-`) ? this.#by(day) : needing('other_year');
  }

  #trigger(): Schedule | undefined {
    const words = this.words;
    words.skip('thực hiện', 'hoàn thành', 'triển khai');
    const atOnce = words.takeAny('ngay sau khi', 'ngay khi');
    if (!atOnce && !words.take('sau khi')) return undefined;
    const trigger = words.rest();
    const { atOnce: soon, afterDecision } = this.triggers;
    return trigger === undefined
      ? undefined
      : { kind: 'triggered', trigger, workingDays: atOnce ? soon : afterDecision };
  }

  #stretch(): Schedule | undefined {
    const words = this.words;
    words.skip('thực hiện', 'triển khai', 'trong', 'các', 'thời gian');
    words.skip('từ');
    const unit = this.#unitAhead();
    const first = this.times.date() ?? this.times.period();
    if (!first || !words.takeAny('đến', '-')) return undefined;
    words.skip('hết', 'cuối');
    const last = this.times.date() ?? this.times.period() ?? (unit && this.times[unit]());
    if (!last) return undefined;
    const from = typeof first === 'string' ? first : first.from;
    const day = typeof last === 'string' ? last : last.to;
    return from < day ? { kind: 'stretch', from, day } : undefined;
  }

  #unitAhead(): 'quarter' | 'month' | undefined {
    return this.words.isNext('quý') ? 'quarter' : this.words.isNext('tháng') ? 'month' : undefined;
  }

  #months(): Schedule | undefined {
    this.words.skip(...EMPTY);
    const months = this.times.lastMonths();
    if (!months || months.length < 2) return undefined;
    return {
      kind: 'monthly',
      months,
      dayOfMonth: null,
      strictlyBefore: false,
      onRequest: this.orOnOccasion(),
    };
  }

  #dated(): Schedule | undefined {
    const words = this.words;
    const partOfYear = words.attempt(() => {
      words.skip('hoàn thành', 'thực hiện', 'xong', 'chậm nhất', 'đến', 'vào');
      if (!words.isNext('trong năm')) words.take('trong');
      const read = this.times.partOfYear();
      return words.atEnd ? read : undefined;
    });
    if (partOfYear) return this.#by(partOfYear.to);
    words.skip(...EMPTY);
    // A due day ends at 17:00: before 17:00 of a day is that day, not the one before.
    const strictlyBefore = !words.takeAny(...CLOSING) && words.take('trước');
    const time = this.times.date() ?? this.times.period();
    if (time === undefined) return undefined;
    if (typeof time === 'string') {
      words.takeAny('hằng năm');
      return this.#by(time, strictlyBefore);
    }
    return strictlyBefore ? this.#by(time.from, true) : this.#by(time.to);
  }

  #by = (day: Day, strictlyBefore = false): Schedule => ({ kind: 'oneOff', day, strictlyBefore });
}

const needing = (reason: ReasonForDate): Schedule => ({ kind: 'needingDate', reason });
