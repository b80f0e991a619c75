import { yearIn } from '../app/search-values';

/** Which year's evaluation. */
export const evaluationSearch = ({ year }: Record<string, unknown>): { year?: number } => yearIn(year);
