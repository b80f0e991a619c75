/** Which year's working days. */
export interface YearSearch {
  year?: number;
}

export const yearSearch = ({ year }: Record<string, unknown>): YearSearch =>
  typeof year === 'number' && Number.isInteger(year) && year >= 1900 && year < 2200 ? { year } : {};
