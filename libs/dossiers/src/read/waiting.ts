import { MOST_WAITING, type Waiting, type WaitingFor } from '#capability';
import { isDesk } from '../dossier/guards.js';
import type { Dossiers } from '../dossiers.service.js';
import type { DossierQueries, ShownDossier } from './dossiers.queries.js';

const about = (row: ShownDossier, need: Waiting['need']): Waiting => ({
  kind: 'dossier',
  subject: row.id,
  number: row.code,
  title: row.procedure_name,
  part: row.step_name,
  need,
  due: row.due,
});

/** Whoever holds a dossier can't go on with it while it waits for the applicant or another body, up to the day that was named. */
const isStill = ({ status }: ShownDossier): boolean =>
  status === 'awaiting_supplement' || status === 'paused';

const REFUND = 'Hoàn trả tiền nộp thừa';

/** Dossiers that somebody holds and can go on with, those that are offered to them, and at the desk those that owe money back. */
export const dossiersWaiting =
  (queries: DossierQueries, dossiers: Dossiers): WaitingFor =>
  async ({ office, state, personId }) => {
    const [held, offered, owing] = await Promise.all([
      queries.list(office, personId, { status: 'open', holder: 'me', limit: MOST_WAITING }),
      queries.list(office, personId, { offered: 'me', limit: MOST_WAITING }),
      isDesk(state, personId) ? queries.owingRefunds(office, MOST_WAITING) : [],
    ]);
    const pauses = await dossiers.pausesOf(office, held.rows);
    const isToDo = (row: ShownDossier) => !isStill(row) || pauses.get(row.id)?.overdue === true;
    return [
      ...held.rows.filter(isToDo).map((row) => about(row, 'do')),
      ...offered.rows.map((row) => about(row, 'take')),
      ...owing.map((row) => ({ ...about(row, 'do'), part: REFUND, due: null })),
    ];
  };
