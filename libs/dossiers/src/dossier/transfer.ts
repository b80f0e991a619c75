import type { AgendaItem } from '#deadline/agenda';
import { successorOf, type Office } from '#organisation/office';
import { answerAgenda, answerBy, awaitingDue, goingOn, off } from './agenda.js';
import { isTimed, type Dossier, type DossierStatus, type Work } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';
import { pauseAgain } from './pause.js';
import { holderOf, type DossierContext } from './guards.js';
import { isOver } from './over.js';

/** Lets an open dossier go to the office that takes this one over (R28), or one that owes money back; nothing for any other. */
export class TransferDossier {}

export function transferDossier(
  state: Dossier,
  _command: TransferDossier,
  context: DossierContext,
): DossierEvent[] {
  const { succession } = context.office;
  const owes = state.work?.refunds?.some(({ returned }) => returned === null) ?? false;
  if (!succession || state.toOffice !== undefined || (isOver(state.status) && !owes)) return [];
  const { successor: toOffice, document } = succession;
  const agenda = off(context.dossierId, 'whole', 'step', 'answer', 'pause');
  return [{ type: 'DossierTransferred', data: { toOffice, document, was: state.status, agenda } }];
}

/** A dossier as it goes along, with the post of the successor whose holder answers for it from then on. */
export interface CarriedDossier {
  state: Dossier;
  postId: string | null;
}

/** What a transferred dossier takes along: `was` is how it stood before it left. */
export function carriedDossier(
  { toOffice: _, ...state }: Dossier,
  { was, from }: { was: DossierStatus; from: string },
  office: Office,
): CarriedDossier | undefined {
  const { succession } = office;
  if (!succession) return undefined;
  const unitId = state.work ? office.posts.get(state.work.holder.postId)?.unitId : undefined;
  const heirs = new Map(succession.heirs.map((heir) => [heir.unitId, heir.heirPostId]));
  const heir = unitId === undefined ? undefined : heirs.get(successorOf(office, unitId)?.unitId ?? unitId);
  const { of = from } = state;
  return { state: { ...state, of, status: was }, postId: heir ?? succession.heirs[0]?.heirPostId ?? null };
}

/** Takes over an open dossier: its code, its clock and its lateness go on; what was offered is offered no more (R28). */
export class TakeOverDossier {
  fromOffice!: string;
  document!: string;
  carried!: CarriedDossier;
}

export function takeOverDossier(
  state: Dossier,
  { fromOffice, document, carried }: TakeOverDossier,
  context: DossierContext,
): DossierEvent[] {
  if (state.status !== 'none') return [];
  const { work } = carried.state;
  const taken: Dossier = {
    ...carried.state,
    work: work && {
      ...work,
      holder: carried.postId === null ? work.holder : holderOf(context.office, carried.postId),
      offered: null,
      offeredStep: null,
      atPostId: null,
      ...(work.pause ? { pause: { ...work.pause, atPostId: null } } : {}),
    },
  };
  const agenda = taken.work ? agendaOf(taken, taken.work, context) : [];
  return [{ type: 'DossierTakenOver', data: { fromOffice, document, dossier: taken, agenda } }];
}

function answerAgain({ answerBy: until, askedAt }: Work, context: DossierContext): AgendaItem[] {
  if (until !== null) return [answerAgenda(context.dossierId, new Date(until))];
  return askedAt === null ? [] : [answerAgenda(context.dossierId, answerBy(new Date(askedAt), context))];
}

function agendaOf({ status }: Dossier, work: Work, context: DossierContext): AgendaItem[] {
  if (status === 'awaiting_supplement') return answerAgain(work, context);
  if (status === 'paused') return pauseAgain(work, context);
  if (status !== 'in_progress') return [];
  if (!isTimed(work)) return work.awaits === undefined ? [] : awaitingDue(context.dossierId, work.awaits);
  return goingOn(work, context);
}
