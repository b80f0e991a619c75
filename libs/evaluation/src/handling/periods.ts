import { addDays, type Day } from '#kernel';

/** A quarter of a year, or the whole of it where `quarter` is null (kỳ đánh giá: quý, năm). */
export interface HandlingPeriod {
  year: number;
  quarter: number | null;
}

const firstOf = (year: number, month: number): Day =>
  month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`;

/** Its first and last day. */
export const daysOfPeriod = ({ year, quarter }: HandlingPeriod): { from: Day; to: Day } =>
  quarter === null
    ? { from: `${year}-01-01`, to: `${year}-12-31` }
    : { from: firstOf(year, quarter * 3 - 2), to: addDays(firstOf(year, quarter * 3 + 1), -1) };
