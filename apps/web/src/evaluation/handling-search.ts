import { yearIn } from '../app/search-values';

/** Which period, and whose dossiers. */
export interface HandlingSearch {
  year?: number;
  quarter?: number;
  unit?: string;
}

export const handlingSearch = ({ year, quarter, unit }: Record<string, unknown>): HandlingSearch => ({
  ...yearIn(year),
  ...(quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4 ? { quarter } : {}),
  ...(typeof unit === 'string' && unit !== '' ? { unit } : {}),
});
