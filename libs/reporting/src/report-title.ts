import type { Bilingual } from '#kernel';
import { definitionBehind } from './report/drafting.js';
import type { Report } from './report/report.js';

/** What a report is called: of which period and year and, where it was taken over, of which office. */
export function titleOf(state: Pick<Report, 'definition' | 'year' | 'of'>): Bilingual {
  const { name } = definitionBehind(state);
  const of = state.of === null ? '' : ` (${state.of.name})`;
  return { vi: `${name.vi} ${state.year}${of}`, en: `${name.en} ${state.year}${of}` };
}
