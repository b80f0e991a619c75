/** A target (chỉ tiêu): a per cent to be reached. */
export interface Goal {
  op: string;
  value: number;
}

/** An index as a period leaves it; null where nothing was there to be measured: neither 0% nor 100%. */
export interface IndexValue {
  part: number;
  whole: number;
  percent: number | null;
  met: boolean | null;
  /** How many more of the part, each of them one more of the whole, would reach the target; null where none would. */
  needed: number | null;
}

/** Hundredths of a per cent, so that sums of counts stay whole numbers. */
const HUNDREDTHS = 100;

export function indexValue(part: number, whole: number, { value }: Goal): IndexValue {
  if (whole === 0) return { part, whole, percent: null, met: null, needed: null };
  const wanted = Math.round(value * HUNDREDTHS);
  const all = 100 * HUNDREDTHS;
  // Told by whole numbers: what is only rounded up to a target has not reached it.
  const short = wanted * whole - all * part;
  const met = short <= 0;
  const percent = Math.floor((part * all) / whole) / HUNDREDTHS;
  if (met) return { part, whole, percent, met, needed: 0 };
  return { part, whole, percent, met, needed: wanted === all ? null : Math.ceil(short / (all - wanted)) };
}
