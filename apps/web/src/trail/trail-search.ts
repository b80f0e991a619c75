import type { AuditListData } from '#client';

/** What is looked for in the trail, as it stands in the address; days are whole ones of the office's. */
export interface TrailSearch {
  type?: string;
  actor?: string;
  subject?: string;
  correlation?: string;
  from?: string;
  to?: string;
  hours?: 'outside';
  sealed?: 'no';
}

const TEXTS = ['type', 'actor', 'subject', 'correlation', 'from', 'to'] as const;

export function trailSearch(given: Record<string, unknown>): TrailSearch {
  const search: TrailSearch = {};
  for (const name of TEXTS) {
    const value = given[name];
    if (typeof value === 'string' && value !== '') search[name] = value;
  }
  if (given['hours'] === 'outside') search.hours = 'outside';
  if (given['sealed'] === 'no') search.sealed = 'no';
  return search;
}

const DAY_MS = 24 * 60 * 60_000;
const beginning = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

/** The same as the service is asked: from the first day's beginning to the end of the last. */
export const asked = ({ from, to, ...rest }: TrailSearch): NonNullable<AuditListData['query']> => ({
  ...rest,
  ...(from === undefined ? {} : { from: beginning(from).toISOString() }),
  ...(to === undefined ? {} : { to: new Date(beginning(to).getTime() + DAY_MS).toISOString() }),
});
