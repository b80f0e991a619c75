import { Id, Text, Whole, type Committed } from '#kernel';
import { guarded, hasRole } from '#organisation/office';
import { beginStep, off } from './agenda.js';
import { isTimed, wholeTime, type Dossier } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';
import { handOverInvalid, handOverWaiting, notTheHolder } from './dossier.refusals.js';
import { held, holderOf, inState, type DossierContext, type WorkedDossier } from './guards.js';

/** To which post the dossier goes, for which step. */
class Receiver {
  @Id({ description: 'Vị trí nhận · the receiving post' })
  toPostId!: string;

  @Whole({
    description: 'Bước, tính từ 0; bỏ trống là bước tiếp theo · step from 0',
    min: 0,
    max: 100,
    optional: true,
  })
  step?: number;
}

/** A hand-over, and what its receiver should know of it. */
export class HandOver extends Receiver {
  @Text({ description: 'Ghi chú · note', max: 1000, optional: true })
  note?: string;
}

/**
 * Hands the dossier on for a step (chuyển bước): until it is accepted, whoever hands it over answers for it (R20). What
 * was noted is in the vault.
 */
export class HandOverStep extends Receiver implements Committed {
  personId?: string;
  commitment?: string;
}

function toHandOver(state: Dossier, context: DossierContext): WorkedDossier {
  const dossier = held('in_progress')(state, context);
  if (dossier.work.offered) throw handOverWaiting();
  return dossier;
}

export const handOverStep = guarded(
  toHandOver,
  ({ work }, command: HandOverStep, context: DossierContext): DossierEvent[] => {
    const step = command.step ?? work.step + 1;
    if (step < work.step || step > work.step + 1 || step >= work.procedure.steps.length)
      throw handOverInvalid({
        why: 'chỉ chuyển trong bước này hoặc sang bước tiếp theo · this step or the next',
      });
    const to = holderOf(context.office, command.toPostId);
    const { role } = work.procedure.steps[step] ?? {};
    if (role !== undefined && step > work.step && context.office.posts.get(to.postId)?.kind !== role)
      throw handOverInvalid({ why: `bước này do ${role} giải quyết · this step is for that post` });
    if (hasRole(context.office, to.personId, 'oversight', 'inspector'))
      throw handOverInvalid({ why: 'bên giám sát không giải quyết hồ sơ · oversight handles no dossiers' });
    if (to.personId === work.holder.personId && step === work.step)
      throw handOverInvalid({ why: 'người nhận đang giữ hồ sơ · the receiver holds it already' });
    const { toPostId: _post, step: _step, ...committed } = command;
    return [{ type: 'StepHandedOver', data: { step, from: work.holder, to, ...committed } }];
  },
);

function offeredToActor(state: Dossier, { actor }: DossierContext) {
  const { work } = inState(state, 'in_progress');
  if (work.offered?.personId !== actor) throw notTheHolder();
  return { work, offered: work.offered };
}

function offeredOrHeld(state: Dossier, { actor }: DossierContext): WorkedDossier {
  const dossier = inState(state, 'in_progress');
  const { offered, holder } = dossier.work;
  if (offered?.personId !== actor && holder.personId !== actor) throw notTheHolder();
  return dossier;
}

/** Accepts what was handed over (nhận bước): from now on it is theirs to answer for. */
export class AcceptStep {}

export const acceptStep = guarded(
  offeredToActor,
  ({ work, offered }, _command: AcceptStep, context: DossierContext): DossierEvent[] => {
    const step = work.offeredStep ?? work.step;
    const accepted = { step, holder: offered };
    if (!isTimed(work))
      return [
        {
          type: 'StepAccepted',
          data: { ...accepted, stepDue: null, agenda: off(context.dossierId, 'step') },
        },
      ];
    const { stepDue, item } = beginStep(work.procedure, step, wholeTime(work), context);
    return [{ type: 'StepAccepted', data: { ...accepted, stepDue, agenda: [item] } }];
  },
);

/** Sends back what was handed over (không nhận), with the reason. */
export class DeclineStep {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const declineStep = guarded(
  offeredOrHeld,
  ({ work }, { reason }: DeclineStep, _context: DossierContext): DossierEvent[] => {
    if (!work.offered) return [];
    return [{ type: 'HandOverDeclined', data: { step: work.step, reason } }];
  },
);
