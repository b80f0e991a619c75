import { AwaitedYear, unlessAwaited } from '#calendar';
import { dueInstant } from '#deadline/agenda';
import { ListOf, Text, TextList, dayOf, formatInstant, type Committed } from '#kernel';
import { guarded } from '#organisation/office';
import { hasPassed } from '#overdue';
import { answerAgenda, answerBy, beginTime, off } from './agenda.js';
import type { Dossier } from './dossier.js';
import type { DossierEvent, Of } from './dossier.events.js';
import {
  componentsMissing,
  secondSupplement,
  supplementNotAwaited,
  supplementTooLate,
  undeclaredComponent,
} from './dossier.refusals.js';
import { atDesk, held, type DossierContext, type WorkedDossier } from './guards.js';
import { ComponentHandedIn } from './reception.js';

/** Asks the applicant for what is missing (yêu cầu bổ sung, mẫu 2): once, and within what the procedure declares. */
export class RequestSupplement {
  @TextList({ description: 'Thành phần cần bổ sung · components', max: 50 })
  components!: string[];

  @Text({ description: 'Lý do · reason', min: 10, max: 2000 })
  reason!: string;

  @Text({ description: 'Căn cứ · legal basis', min: 3, max: 500 })
  legalBasis!: string;
}

/** R13: once. */
function supplementable(state: Dossier, context: DossierContext): WorkedDossier {
  const dossier = held('in_progress')(state, context);
  if (dossier.work.supplement !== 'never') throw secondSupplement();
  return dossier;
}

export const requestSupplement = guarded(
  supplementable,
  (
    { work },
    { components, reason, legalBasis }: RequestSupplement,
    context: DossierContext,
  ): DossierEvent[] => {
    const stray = components.filter((name) => !work.procedure.components.includes(name));
    if (stray.length > 0 || components.length === 0)
      throw undeclaredComponent({ names: stray.join('; ') || '-' });
    const { now, calendar, settings, dossierId } = context;
    const by = answerBy(now, context);
    const { due, ...awaits } = dueInstant(by);
    const after = unlessAwaited(() =>
      calendar.workingDaysBetween(dayOf(new Date(work.receivedAt)), dayOf(now)),
    );
    return [
      {
        type: 'SupplementRequested',
        data: {
          components,
          reason,
          legalBasis,
          answerBy: due,
          ...awaits,
          // Days that no calendar tells yet are held against nobody.
          late: !(after instanceof AwaitedYear) && after > settings.supplementWithin,
          agenda: [...off(dossierId, 'whole', 'step'), answerAgenda(dossierId, by)],
        },
      },
    ];
  },
);

/** Takes in what was asked for (tiếp nhận bổ sung): the full time starts again (R14). */
export class AnswerSupplement {
  @ListOf({ description: 'Thành phần bổ sung · components', max: 50, of: () => ComponentHandedIn })
  components!: ComponentHandedIn[];
}

export const answerSupplement = guarded(
  atDesk('awaiting_supplement'),
  (dossier, { components }: AnswerSupplement, context: DossierContext): DossierEvent[] => [
    answered(dossier, components, {}, context),
  ],
);

/** Sends what was asked for from home (bổ sung trực tuyến), with a word in the vault; all of it, for it may be asked for once. */
export class AnswerOwnSupplement implements Committed {
  components!: ComponentHandedIn[];
  personId?: string;
  commitment?: string;
}

export function answerOwnSupplement(
  state: Dossier,
  { components, ...said }: AnswerOwnSupplement,
  context: DossierContext,
): DossierEvent[] {
  if (state.status !== 'awaiting_supplement' || !state.work) throw supplementNotAwaited();
  const { answerBy: by, asked } = state.work;
  // Closing it is a worker's, who may come later.
  if (by !== null && hasPassed(by, context.now)) throw supplementTooLate({ by: formatInstant(new Date(by)) });
  const missing = (asked?.components ?? []).filter((name) => !components.some((one) => one.name === name));
  if (missing.length > 0) throw componentsMissing({ names: missing.join('; ') });
  return [answered({ ...state, work: state.work }, components, { ...said, channel: 'online' }, context)];
}

function answered(
  { work }: WorkedDossier,
  given: ComponentHandedIn[],
  more: Pick<Of<'SupplementAnswered'>, 'channel' | 'personId' | 'commitment'>,
  context: DossierContext,
): DossierEvent {
  const stray = given.filter(({ name }) => !work.procedure.components.includes(name));
  if (stray.length > 0) throw undeclaredComponent({ names: stray.map(({ name }) => name).join('; ') });
  if (given.length === 0) throw componentsMissing({ names: '-' });
  const components = given.map(({ name, form, fileId }) => ({ name, form, fileId: fileId ?? null }));
  const { agenda, ...times } = beginTime(work.procedure, work.step, context);
  return {
    type: 'SupplementAnswered',
    data: { components, ...times, ...more, agenda: [...agenda, ...off(context.dossierId, 'answer')] },
  };
}
