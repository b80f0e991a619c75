import { DayField, Id, ListOf, Text, dayOf, derivedId } from '#kernel';
import { guarded } from '#organisation/office';
import { ahead, dueOn } from '#overdue';
import type { InspectionEvent, Required } from './inspection.events.js';
import { REQUIREMENT_STEP, forOthers, type InspectionContext } from './inspection.guards.js';
import { isToRemedy, occurrenceOf, type Inspection } from './inspection.js';
import {
  findingUnanswered,
  inspectionInvalid,
  remediesOpen,
  unitNotHeard,
  unknownFinding,
} from './inspection.refusals.js';

export class NewRequirement {
  @Id({ description: 'Nhận định · the finding it answers' })
  findingId!: string;

  @Text({ description: 'Yêu cầu khắc phục · what is required', min: 5, max: 2000 })
  text!: string;

  @DayField({ description: 'Hạn khắc phục · until' })
  dueDay!: string;
}

/** Concludes (kết luận kiểm tra): what is required, for each fault and until when. */
export class ConcludeInspection {
  @Text({ description: 'Kết luận · conclusion', min: 20, max: 20_000 })
  text!: string;

  @ListOf({ description: 'Yêu cầu khắc phục · requirements', max: 50, of: () => NewRequirement })
  requirements!: NewRequirement[];

  @Text({
    description: 'Vì sao không có ý kiến của bộ phận · why the unit has no word',
    min: 3,
    max: 500,
    optional: true,
  })
  unheard?: string;
}

export const concludeInspection = guarded(
  forOthers('recorded'),
  (state, command: ConcludeInspection, context: InspectionContext): InspectionEvent[] => {
    const { text, unheard = null } = command;
    if (!state.opinion && unheard === null) throw unitNotHeard();
    const unanswered = state.findings.find(
      (finding) =>
        isToRemedy(finding) && !command.requirements.some((one) => one.findingId === finding.findingId),
    );
    if (unanswered) throw findingUnanswered({ finding: unanswered.text });
    const requirements = command.requirements.map((one, index) => requirementOf(state, one, index, context));
    const agenda = requirements.map(({ requirementId, due, awaits }) =>
      ahead(
        {
          occurrenceId: occurrenceOf(requirementId),
          reminded: false,
          due,
          ...(awaits === undefined ? {} : { awaits }),
        },
        REQUIREMENT_STEP,
        context,
      ),
    );
    return [
      {
        type: 'InspectionConcluded',
        data: { text, unheard: state.opinion ? null : unheard, requirements, agenda },
      },
    ];
  },
);

function requirementOf(
  { findings }: Inspection,
  { findingId, text, dueDay }: NewRequirement,
  index: number,
  context: InspectionContext,
): Required {
  if (!findings.some((one) => one.findingId === findingId)) throw unknownFinding();
  if (dueDay <= dayOf(context.now))
    throw inspectionInvalid({ why: 'hạn khắc phục phải ở phía trước · the day must lie ahead' });
  const requirementId = derivedId(context.subject, 'requirement', String(index));
  return { requirementId, findingId, text, dueDay, ...dueOn(dueDay, context) };
}

/** Closes it (kết thúc cuộc kiểm tra): whatever was required is verified. */
export class CloseInspection {}

function allVerified(state: Inspection, context: InspectionContext): Inspection {
  const { requirements } = forOthers('concluded')(state, context);
  const open = requirements.filter(({ status }) => status !== 'verified').length;
  if (open > 0) throw remediesOpen({ open });
  return state;
}

export const closeInspection = guarded(allVerified, ({ requirements }): InspectionEvent[] => [
  { type: 'InspectionClosed', data: { requirements: requirements.length } },
]);
