import { ListOf, Points, Text, Whole } from '#kernel';
import { guarded } from '#organisation/office';
import { OfDocument } from '../of-document.js';
import type { OfficialEvent } from './official.events.js';
import {
  aboutOthers,
  forOneself,
  invalid,
  periodNamed,
  shownBy,
  type OfficialContext,
} from './official.guards.js';
import { periodOf } from './official.js';
import { periodOverlaps } from './official.refusals.js';
import { rulesOf, scoresOf } from './years-work.js';

/** Notes a disciplinary measure of the year (kỷ luật): its grade is then not completed. */
export class NoteDiscipline extends OfDocument {}

export const noteDiscipline = guarded(
  aboutOthers,
  (_state, { documentNumber, documentDate }: NoteDiscipline): OfficialEvent[] => [
    { type: 'DisciplineNoted', data: { documentNumber, documentDate } },
  ],
);

/** Gives one's own account of the year (mẫu số 02). */
export class AssessOwnYear {
  @Text({ description: 'Tự đánh giá cả năm · own account of the year', min: 20, max: 20_000 })
  text!: string;
}

export const assessOwnYear = guarded(
  forOneself,
  (_state, { text }: AssessOwnYear, { hand }: OfficialContext): OfficialEvent[] => [
    { type: 'YearSelfAssessed', data: { text, by: hand } },
  ],
);

export class PeriodsScore {
  @Whole({ description: 'Kỳ · period', min: 1, max: 12 })
  period!: number;

  @Points({ description: 'Điểm · score', max: 100 })
  score!: number;
}

/** Takes in the scores of the office that somebody came from (tiếp nhận kết quả theo dõi), with its document (R31). */
export class ReceiveScores extends OfDocument {
  @Text({ description: 'Đơn vị cũ · the office they came from', min: 3, max: 200 })
  fromOffice!: string;

  @ListOf({ description: 'Điểm từng kỳ · scores by period', max: 12, of: () => PeriodsScore })
  scores!: PeriodsScore[];

  @Text({ description: 'Minh chứng · evidence in words', min: 3, max: 2000, optional: true })
  evidence?: string;
}

export const receiveScores = guarded(aboutOthers, (state, command: ReceiveScores): OfficialEvent[] => {
  const { fromOffice, documentNumber, documentDate } = command;
  if (rulesOf(state.year).rule.kind === 'shares')
    throw invalid('quy định của năm này không chấm điểm · this year’s rules have no points');
  if (command.scores.length === 0) throw invalid('chưa có điểm nào · there is no score');
  const seen = new Set<number>();
  const scores = command.scores.map(({ period: named, score }) => {
    const period = periodNamed(state, named);
    const { scored, received } = periodOf(state, period);
    const isFollowedHere = state.products.some((one) => one.period === period);
    if (seen.has(period) || scored || received || isFollowedHere) throw periodOverlaps({ period });
    seen.add(period);
    return { period, score };
  });
  const evidence = shownBy(command);
  return [{ type: 'ScoresReceived', data: { fromOffice, documentNumber, documentDate, evidence, scores } }];
});

/** Hands the year's scores on to the office somebody moves to (chuyển kết quả theo dõi); nothing more is recorded here. */
export class HandEvaluationOn extends OfDocument {
  @Text({ description: 'Đơn vị mới · the office they move to', min: 3, max: 200 })
  toOffice!: string;
}

export const handEvaluationOn = guarded(
  aboutOthers,
  (state, { toOffice, documentNumber, documentDate }: HandEvaluationOn): OfficialEvent[] => [
    {
      type: 'EvaluationHandedOn',
      data: { toOffice, documentNumber, documentDate, scores: scoresOf(state) },
    },
  ],
);
