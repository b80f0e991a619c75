import { FileHash, Text } from '#kernel';
import { guarded } from '#organisation/office';
import { goingOn, hasPassed, nothingMore } from '#overdue';
import type { InspectionEvent } from './inspection.events.js';
import {
  REQUIREMENT_STEP,
  forTheUnit,
  forVerifiers,
  requirementAt,
  type InspectionContext,
} from './inspection.guards.js';
import { ownRemedy } from './inspection.refusals.js';

/** Reports how a requirement was met (báo cáo khắc phục): its time ends with it. */
export class ReportRemedy {
  @Text({ description: 'Đã khắc phục thế nào · what was done', min: 5, max: 5000 })
  text!: string;

  @Text({ description: 'Minh chứng · evidence in words', min: 3, max: 2000 })
  evidence!: string;

  @FileHash({ description: 'SHA-256 của tệp minh chứng · hash of its file', optional: true })
  evidenceFile?: string;
}

export const reportRemedy = guarded(
  forTheUnit('concluded'),
  (state, command: ReportRemedy, { part, hand, now }: InspectionContext): InspectionEvent[] => {
    const requirement = requirementAt(state, part, 'open');
    const evidence = { text: command.evidence, file: command.evidenceFile ?? null };
    return [
      {
        type: 'RemedyReported',
        data: {
          requirementId: part,
          text: command.text,
          evidence,
          by: hand,
          late: hasPassed(requirement.due, now),
          agenda: [nothingMore(requirement)],
        },
      },
    ];
  },
);

/** Finds a requirement remedied (xác nhận đã khắc phục). */
export class VerifyRemedy {
  @Text({ description: 'Ghi chú · note', max: 1000, optional: true })
  note?: string;
}

export const verifyRemedy = guarded(
  forVerifiers,
  (state, { note }: VerifyRemedy, context: InspectionContext): InspectionEvent[] => {
    const { part, actor, hand } = context;
    const by = requirementAt(state, part, 'remedied').remedy?.by;
    if (by === actor || by === hand) throw ownRemedy();
    return [{ type: 'RemedyVerified', data: { requirementId: part, note: note ?? null } }];
  },
);

/** Finds it not remedied (yêu cầu khắc phục lại): its time goes on from where it was. */
export class RejectRemedy {
  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

export const rejectRemedy = guarded(
  forVerifiers,
  (state, { reason }: RejectRemedy, context: InspectionContext): InspectionEvent[] => {
    const requirement = requirementAt(state, context.part, 'remedied');
    const agenda = [goingOn(requirement, REQUIREMENT_STEP, context)];
    return [{ type: 'RemedyRejected', data: { requirementId: context.part, reason, agenda } }];
  },
);
