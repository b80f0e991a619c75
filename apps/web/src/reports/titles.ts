import type { Report } from '#client';
import { useLanguage } from '../words/language';

/** What a report is called: of which period and year. */
export function useTitle(): (report: Pick<Report, 'name' | 'year'>) => string {
  const language = useLanguage();
  return ({ name, year }) => `${name[language]} ${year}`;
}
