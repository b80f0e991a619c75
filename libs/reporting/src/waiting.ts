import type { Waiting, WaitingFor } from '#capability';
import { hasRole } from '#organisation';
import { titleOf } from './report-title.js';
import type { LoadedReport, Reports } from './reports.service.js';

const NEED: Partial<Record<LoadedReport['state']['status'], Waiting['need']>> = {
  draft: 'do',
  submitted: 'decide',
  accepted: 'do',
};

const about = ({ id, state }: LoadedReport): Waiting[] => {
  const need = NEED[state.status];
  if (need === undefined) return [];
  const title = titleOf(state).vi;
  const due = state.status === 'draft' && state.due !== null ? new Date(state.due) : null;
  return [{ kind: 'report', subject: id, number: null, title, part: null, need, due }];
};

/** Reports to be drafted and sent wait for whoever keeps the register; those handed in for the leaders. */
export const reportsWaiting =
  (reports: Reports): WaitingFor =>
  async ({ office, state, personId }) => {
    const [record, leads] = [
      hasRole(state, personId, 'office-of-record'),
      hasRole(state, personId, 'chairman', 'vice-chairman'),
    ];
    if (!record && !leads) return [];
    const open = (await reports.ofYear(office, reports.thisYear())).flatMap(about);
    return open.filter(({ need }) => (need === 'decide' ? leads : record));
  };
