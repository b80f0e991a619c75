import type { FoundLackingIn } from '#planning';
import type { InspectionQueries } from './read/inspection.queries.js';

/** What inspections up to a year's end required and is not verified as remedied (tồn tại), for next year's plan. */
export const foundLacking =
  (queries: InspectionQueries): FoundLackingIn =>
  (office, year) =>
    queries.lacking(office, year);
