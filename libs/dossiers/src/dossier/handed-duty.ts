import type { Office } from '#organisation/office';
import type { AddDuty } from '#persons';
import type { Dossier } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';

/** Why somebody has a duty in an applicant's data. */
export const reasonOf = ({ work }: Dossier, dossierId: string): string => `hồ sơ ${work?.code ?? dossierId}`;

/**
 * R34: the unit that a dossier is handed over to has a duty in its applicant. Nobody gives one to themselves: whoever keeps
 * a dossier for its next step has what they had.
 */
export function dutyHandedOver(
  state: Dossier,
  { data: { from, to } }: Extract<DossierEvent, { type: 'StepHandedOver' }>,
  dossierId: string,
  { posts }: Office,
): AddDuty | undefined {
  const unitId = posts.get(to.postId)?.unitId;
  if (unitId === undefined || from.personId === to.personId) return undefined;
  return { unitId, subject: dossierId, reason: reasonOf(state, dossierId) };
}
