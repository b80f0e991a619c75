/** What a month came to: a part of a whole. */
export interface MonthCount {
  /** `2025-03`. */
  month: string;
  part: number;
  whole: number;
}

/** An index as the year's end would find it, if the last months go on (dự báo cuối năm). */
export interface Forecast {
  whole: number;
  percent: number;
  met: boolean;
  /** How many more of those still expected must be of the part to reach the target, and how many are expected. */
  more: number;
  expected: number;
}

/** By how many points of a per cent the method was wrong where the end is known. */
export interface ForecastError {
  tries: number;
  mean: number;
  worst: number;
}

/** Over so many of the last months the pace is taken. */
export const PACE_MONTHS = 3;
const MONTHS = 12;

/** The one method, in words. */
export const METHOD = {
  vi: `Lấy các tháng đã hết, cộng cho mỗi tháng còn lại của năm số trung bình của ${PACE_MONTHS} tháng gần nhất. Sai số: áp dụng cùng cách từ từng tháng trước, so với kết quả đã biết.`,
  en: `What the months that are over came to and, for each month left of the year, the mean of the last ${PACE_MONTHS}. Its error: the same from each earlier month, against what is known to have come.`,
};

interface Sum {
  part: number;
  whole: number;
}

export const sumOf = (months: readonly Sum[]): Sum =>
  months.reduce((sum, { part, whole }) => ({ part: sum.part + part, whole: sum.whole + whole }), {
    part: 0,
    whole: 0,
  });

/** What so many months more would make of it; undefined while nothing was counted. */
function goneOn(over: readonly MonthCount[], more: number): Sum | undefined {
  const sum = sumOf(over);
  const last = over.slice(-PACE_MONTHS);
  if (sum.whole === 0 || last.length === 0) return undefined;
  const pace = sumOf(last);
  return {
    part: sum.part + (pace.part / last.length) * more,
    whole: sum.whole + (pace.whole / last.length) * more,
  };
}

/** The year's end by the months that are over, in their order; null while these came to nothing. */
export function forecast(over: readonly MonthCount[], target: number): Forecast | null {
  const end = goneOn(over, MONTHS - over.length);
  if (!end) return null;
  const soFar = sumOf(over);
  const whole = Math.round(end.whole);
  const wanted = Math.ceil((target * whole) / 100 - 1e-9);
  return {
    whole,
    percent: hundredths((100 * end.part) / end.whole),
    met: 100 * end.part >= target * end.whole - 1e-9,
    more: Math.max(0, wanted - soFar.part),
    expected: whole - soFar.whole,
  };
}

/** Against the end of months that are all over: the same method from each month before the last; null where none is to be tried. */
export function errorOn(known: readonly MonthCount[]): ForecastError | null {
  const end = sumOf(known);
  if (end.whole === 0) return null;
  const errors = known.slice(0, -1).flatMap((_, index) => {
    const told = goneOn(known.slice(0, index + 1), known.length - index - 1);
    return told ? [Math.abs((100 * told.part) / told.whole - (100 * end.part) / end.whole)] : [];
  });
  if (errors.length === 0) return null;
  return {
    tries: errors.length,
    mean: hundredths(errors.reduce((sum, one) => sum + one, 0) / errors.length),
    worst: hundredths(Math.max(...errors)),
  };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;
