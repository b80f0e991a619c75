import { isDay, type Day } from '#kernel';
import { dayIn, quarterEnd } from './schedule.js';
import type { WordsOfPhrase } from './words-of-phrase.js';

/** Thrown where a phrase names a day, month or quarter that no year has (31/02, tháng 13, quý V). */
export class NoSuchTime extends Error {}

/** A time of a year, from its first day to its last. */
export interface Period {
  from: Day;
  to: Day;
}

const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const A_NUMERAL = /^(?:[ivx]+|\d{1,2})$/;
const UP_TO_99 = /^\d{1,2}$/;
const A_YEAR = /^\d{4}$/;

/** The times that a phrase can name: days, months, quarters and parts of the year. Which years it named is remembered. */
export class PartsOfTime {
  readonly #namedYears: number[] = [];

  constructor(
    private readonly words: WordsOfPhrase,
    private readonly planYear: number,
  ) {}

  /** Whether the phrase named a year that is not the plan's. */
  get namesOtherYear(): boolean {
    return this.#namedYears.some((year) => year !== this.planYear);
  }

  forgetYears(): void {
    this.#namedYears.length = 0;
  }

  /** year = [ "/" | "năm" | "/ năm" ] yyyy ; the plan's where none is named. */
  year(): number {
    return this.#namedYear() ?? this.planYear;
  }

  /** One of the numerals of a quarter: I to IV, 1 to 4. */
  quarterNumber(): number | undefined {
    const numeral = this.words.word(A_NUMERAL);
    if (numeral === undefined) return undefined;
    const quarter = QUARTERS[numeral.replace(/^0/, '')];
    if (quarter === undefined) throw new NoSuchTime();
    return quarter;
  }

  monthNumber(): number | undefined {
    const numeral = this.words.word(UP_TO_99);
    if (numeral === undefined) return undefined;
    if (Number(numeral) < 1 || Number(numeral) > 12) throw new NoSuchTime();
    return Number(numeral);
  }

  /** A day of any month: 1 to 31. */
  dayOfMonth(): number | undefined {
    const numeral = this.words.word(UP_TO_99);
    if (numeral === undefined) return undefined;
    if (Number(numeral) < 1 || Number(numeral) > 31) throw new NoSuchTime();
    return Number(numeral);
  }

  /** The months in which each of several quarters or months ends: "quý II, IV", "tháng 3, 6 và 9". */
  lastMonths(): number[] | undefined {
    return (
      this.#several('quý', () => this.quarterNumber())?.map((quarter) => quarter * 3) ??
      this.#several('tháng', () => this.monthNumber())
    );
  }

  /** date = [ "ngày" ] ( yyyy "-" mm "-" dd | d ("/" | "-" | ".") m [ the same sign yyyy ] | d "tháng" m [ year ] ) ; only "/" without a year. */
  date(): Day | undefined {
    return this.words.attempt(() => {
      this.words.skip('ngày');
      return this.words.attempt(() => this.#isoDate()) ?? this.#dayFirst();
    });
  }

  /** quarter | month, also in short: "Q.II", "T6/2025", "6/2025". */
  period(): Period | undefined {
    const { words } = this;
    return words.attempt(() => {
      if (words.takeAny('quý', 'q .', 'q')) return this.quarter();
      if (words.take('tháng')) return this.month();
      words.takeAny('t .', 't');
      return this.#monthOfYear();
    });
  }

  quarter(): Period | undefined {
    const quarter = this.quarterNumber();
    if (quarter === undefined) return undefined;
    const year = this.year();
    return { from: dayIn(year, quarter * 3 - 2, 1), to: quarterEnd(year, quarter) };
  }

  month(): Period | undefined {
    const month = this.monthNumber();
    if (month === undefined) return undefined;
    const year = this.year();
    return { from: dayIn(year, month, 1), to: dayIn(year, month, 31) };
  }

  /** "6/2025", "T6/2025": without its year it could be a day. */
  #monthOfYear(): Period | undefined {
    const month = this.words.word(UP_TO_99);
    const year = month !== undefined && this.words.take('/') ? this.words.word(A_YEAR) : undefined;
    if (year === undefined) return undefined;
    if (Number(month) < 1 || Number(month) > 12) throw new NoSuchTime();
    this.#namedYears.push(Number(year));
    return { from: dayIn(Number(year), Number(month), 1), to: dayIn(Number(year), Number(month), 31) };
  }

  /** "6 tháng đầu năm", "6 tháng cuối năm", "9 tháng", "cả năm", "trong năm 2025". */
  partOfYear(): Period | undefined {
    const { words } = this;
    const until = (from: number, to: number): Period => {
      const year = this.year();
      return { from: dayIn(year, from, 1), to: dayIn(year, to, 31) };
    };
    return words.attempt(() => {
      if (words.take('6 tháng cuối năm')) return until(7, 12);
      if (words.takeAny('6 tháng đầu năm', '6 tháng')) return until(1, 6);
      if (words.takeAny('9 tháng đầu năm', '9 tháng')) return until(1, 9);
      if (words.takeAny('cả năm', 'cuối năm', 'trong năm', 'hết năm')) return until(1, 12);
      if (!words.take('năm')) return undefined;
      const year = words.word(A_YEAR);
      if (year === undefined) return undefined;
      this.#namedYears.push(Number(year));
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    });
  }

  #several(unit: string, number: () => number | undefined): number[] | undefined {
    const { words } = this;
    return words.attempt(() => {
      const found: number[] = [];
      do {
        if (!words.take(unit) && found.length === 0) return undefined;
        const one = number();
        if (one === undefined) return undefined;
        found.push(one);
        this.#namedYear();
      } while (words.takeAny(', và', ',', 'và', '+'));
      return [...new Set(found)].toSorted((a, b) => a - b);
    });
  }

  #namedYear(): number | undefined {
    const { words } = this;
    const named = words.attempt(() => {
      words.takeAny('/ năm', '/', 'năm', 'của năm', '- năm', ', năm');
      return words.word(A_YEAR);
    });
    if (named !== undefined) this.#namedYears.push(Number(named));
    return named === undefined ? undefined : Number(named);
  }

  #isoDate(): Day | undefined {
    const { words } = this;
    const year = words.word(A_YEAR);
    const month = year !== undefined && words.take('-') ? words.word(UP_TO_99) : undefined;
    const day = month !== undefined && words.take('-') ? words.word(UP_TO_99) : undefined;
    return day === undefined ? undefined : this.#day(day, month, year);
  }

  #dayFirst(): Day | undefined {
    const { words } = this;
    const day = words.word(UP_TO_99);
    if (day === undefined) return undefined;
    if (words.take('tháng')) {
      const month = words.word(UP_TO_99);
      return month === undefined ? undefined : this.#day(day, month, String(this.year()));
    }
    const sign = ['/', '-', '.'].find((one) => words.take(one));
    const month = sign === undefined ? undefined : words.word(UP_TO_99);
    if (sign === undefined || month === undefined) return undefined;
    const year = words.attempt(() => (words.take(sign) ? this.#yearOfDate() : undefined));
    if (year === undefined && sign !== '/') return undefined;
    return this.#day(day, month, year ?? String(this.planYear));
  }

  /** Four digits; two only where they are those of the plan's year. */
  #yearOfDate(): string | undefined {
    const short = String(this.planYear).slice(2);
    return this.words.word(A_YEAR) ?? (this.words.take(short) ? String(this.planYear) : undefined);
  }

  #day(day: string, month = '', year = ''): Day {
    const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!isDay(named)) throw new NoSuchTime();
    this.#namedYears.push(Number(year));
    return named;
  }
}
