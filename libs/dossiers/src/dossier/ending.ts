import { Id, ListOf, OneOf, Text, Whole, dayOf, type Committed } from '#kernel';
import { guarded } from '#organisation/office';
import { SurveyAnswer, answersTo } from '../survey/answers.js';
import { questionnaireOn } from '../survey/questionnaire.js';
import { off } from './agenda.js';
import { isLate, type Dossier } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';
import {
  alreadyRated,
  dossierState,
  feeUnpaid,
  notDigitised,
  resultNotSigned,
  trackingMissing,
} from './dossier.refusals.js';
import {
  OPEN,
  atDesk,
  atDeskOrHeld,
  held,
  standing,
  type DossierContext,
  type WorkedDossier,
} from './guards.js';

const ALL = ['whole', 'step', 'answer', 'pause'] as const;

export class RejectDossier {
  @Text({ description: 'Lý do · reason', min: 10, max: 2000 })
  reason!: string;
}

/** Can't be granted (không giải quyết, mẫu 3): in writing, with the reason. */
export const rejectDossier = guarded(
  held(...OPEN),
  (_dossier, { reason }: RejectDossier, context: DossierContext): DossierEvent[] => {
    return [{ type: 'DossierRejected', data: { reason, agenda: off(context.dossierId, ...ALL) } }];
  },
);

/** Why an applicant takes a dossier back, in their words. */
export class Withdrawal {
  @Text({ description: 'Lý do · reason', min: 3, max: 2000 })
  reason!: string;
}

/** Taken back by the applicant (rút hồ sơ), through the desk; why is in the vault. */
export class WithdrawDossier implements Committed {
  personId?: string;
  commitment?: string;
}

export const withdrawDossier = guarded(
  atDesk(...OPEN),
  (_dossier, said: WithdrawDossier, context: DossierContext): DossierEvent[] => {
    const data = { ...said, unanswered: false, agenda: off(context.dossierId, ...ALL) };
    return [{ type: 'DossierWithdrawn', data }];
  },
);

export class StopDossier {
  @Text({ description: 'Lý do · reason', min: 10, max: 2000 })
  reason!: string;

  @Text({ description: 'Căn cứ · legal basis', min: 3, max: 500 })
  legalBasis!: string;
}

/** Stopped by law (dừng giải quyết). */
export const stopDossier = guarded(
  standing(...OPEN),
  (_dossier, { reason, legalBasis }: StopDossier, context: DossierContext): DossierEvent[] => {
    return [{ type: 'DossierStopped', data: { reason, legalBasis, agenda: off(context.dossierId, ...ALL) } }];
  },
);

export class SignResult {
  @Text({ description: 'Số văn bản kết quả · number of the result', max: 100 })
  number!: string;

  @Id({ description: 'Bản số của kết quả · the digital result', optional: true })
  fileId?: string;
}

/** Signs the result (ký kết quả): here the office's time ends, early, on time or late (R16). */
export const signResult = guarded(
  standing('in_progress'),
  (dossier, { number, fileId }: SignResult, { dossierId, now }: DossierContext): DossierEvent[] => {
    return [
      {
        type: 'ResultSigned',
        data: {
          number,
          fileId: fileId ?? null,
          late: isLate(dossier, now),
          agenda: off(dossierId, ...ALL),
        },
      },
    ];
  },
);

export class DigitiseResult {
  @Id({ description: 'Bản số của kết quả · the digital result', optional: true })
  fileId?: string;

  @Text({ description: 'Lý do không số hóa · why there is none', min: 10, max: 500, optional: true })
  reason?: string;
}

export const digitiseResult = guarded(
  atDeskOrHeld('result_ready'),
  (_dossier, { fileId, reason }: DigitiseResult, _context: DossierContext): DossierEvent[] => {
    if (fileId === undefined && reason === undefined) throw notDigitised();
    return [{ type: 'ResultDigitised', data: { fileId: fileId ?? null, reason: reason ?? null } }];
  },
);

export class ReturnResult {
  @OneOf({ description: 'Hình thức trả · how', values: ['counter', 'online', 'post'] })
  channel!: 'counter' | 'online' | 'post';

  @Text({ description: 'Người nhận · who took it', min: 2, max: 200 })
  takenBy!: string;

  @Text({ description: 'Mã bưu gửi · tracking number', max: 100, optional: true })
  tracking?: string;
}

/** Signed (R18), paid for (R23), digitised or with a reason why not. */
function returnable(state: Dossier, context: DossierContext): WorkedDossier {
  const dossier = atDesk(...OPEN, 'result_ready')(state, context);
  const { status, work } = dossier;
  if (status !== 'result_ready' || !work.signed) throw resultNotSigned();
  if (!work.settledFee) throw feeUnpaid({ fee: work.procedure.fee });
  if (!work.digitised) throw notDigitised();
  return dossier;
}

/** Gives the result to the applicant (trả kết quả). */
export const returnResult = guarded(
  returnable,
  (_dossier, command: ReturnResult, _context: DossierContext): DossierEvent[] => {
    const { channel, takenBy, tracking } = command;
    if (channel === 'post' && tracking === undefined) throw trackingMissing();
    return [{ type: 'ResultReturned', data: { channel, takenBy, tracking: tracking ?? null } }];
  },
);

/** What an applicant says of the service: a score, and a comment in their words. */
export class Rating {
  @Whole({ description: 'Điểm 1 đến 5 · score', min: 1, max: 5 })
  score!: number;

  @Text({ description: 'Ý kiến · comment', max: 2000, optional: true })
  comment?: string;

  @ListOf({
    description: 'Trả lời khảo sát · answers of the survey',
    of: () => SurveyAnswer,
    max: 20,
    optional: true,
  })
  answers?: SurveyAnswer[];
}

/** Rates the service (đánh giá), once (R24); whoever was served stays unknown to the official, the comment is in the vault. */
export class RateDossier implements Committed {
  score!: number;
  answers?: readonly SurveyAnswer[];
  personId?: string;
  commitment?: string;
}

export function rateDossier(
  state: Dossier,
  { answers: given = [], ...rating }: RateDossier,
  { now }: Pick<DossierContext, 'now'>,
): DossierEvent[] {
  if (state.status !== 'returned' || !state.work)
    throw dossierState({ status: state.status, needed: 'returned' });
  if (state.work.rated) throw alreadyRated();
  if (given.length === 0) return [{ type: 'DossierRated', data: { ...rating } }];
  const questionnaire = questionnaireOn(dayOf(now));
  const answers = answersTo(questionnaire, given);
  return [{ type: 'DossierRated', data: { ...rating, questionnaire: questionnaire.code, answers } }];
}

/** A contact with the applicant (liên hệ): how, and what was said. */
export class Contact {
  @OneOf({ description: 'Hình thức · way', values: ['call', 'message', 'visit', 'letter'] })
  way!: string;

  @Text({ description: 'Nội dung · what was said', min: 3, max: 2000 })
  text!: string;
}

/** Writes down a contact with the applicant (nhật ký liên hệ); what was said is in the vault. */
export class LogContact implements Committed {
  way!: string;
  personId?: string;
  commitment?: string;
}

export const logContact = guarded(
  atDeskOrHeld(...OPEN, 'result_ready', 'returned', 'rejected'),
  (_dossier, contact: LogContact, _context: DossierContext): DossierEvent[] => [
    { type: 'ContactLogged', data: { ...contact } },
  ],
);
