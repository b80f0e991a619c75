import type { Office, Succession } from '#organisation/office';
import type { OfficialEvent } from './official.events.js';
import type { OfficialContext } from './official.guards.js';
import { periodOf, type OfficialEvaluation } from './official.js';
import { rulesOf, scoresOf } from './years-work.js';

/** Hands an official's year on as its office ends (R28), as it is done by hand where somebody moves: nothing of it is lost. */
export class TransferEvaluation {}

export function transferEvaluation(
  state: OfficialEvaluation,
  _command: TransferEvaluation,
  { office: { succession } }: OfficialContext,
): OfficialEvent[] {
  if (!succession || state.status === 'none') return [];
  if (state.status === 'handed-on' && !state.of) return []; // went elsewhere, with its scores
  const { successor, successorName: toOffice, document: documentNumber, day: documentDate } = succession;
  const scores = scoresOf(state);
  return [
    { type: 'EvaluationHandedOn', data: { toOffice, successor, documentNumber, documentDate, scores } },
  ];
}

/** An official's year as it goes along, closed: to be read there, with whatever is held against its grade. */
export const carriedEvaluation = (
  state: OfficialEvaluation,
  from: string,
  { name }: Pick<Office, 'name'>,
  { document, day }: Pick<Succession, 'document' | 'day'>,
): OfficialEvaluation => ({ ...state, of: state.of ?? { office: from, name, document, day } });

/** Takes it over, to be read (R28). */
export class TakeOverEvaluation {
  fromOffice!: string;
  document!: string;
  carried!: OfficialEvaluation;
}

export function takeOverEvaluation(
  state: OfficialEvaluation,
  { fromOffice, document, carried }: TakeOverEvaluation,
): OfficialEvent[] {
  if (state.status !== 'none' || carried.status === 'none') return [];
  const { year, personId } = carried;
  return [
    { type: 'EvaluationTakenOver', data: { fromOffice, document, year, personId, evaluation: carried } },
  ];
}

/** Counts what somebody was scored in an office that ended towards their year here (tiếp nhận kết quả theo dõi). */
export class BringScoresAlong {
  /** Their year there, as it was taken over. */
  former!: string;
}

/** Of periods that have no score here and in which nothing was followed here; nothing under rules without points. */
export function bringScoresAlong(
  state: OfficialEvaluation,
  _command: BringScoresAlong,
  { former }: { former: OfficialEvaluation },
): OfficialEvent[] {
  if (state.status !== 'open' || !former.of || rulesOf(state.year).rule.kind === 'shares') return [];
  const isFollowedHere = (period: number) => {
    const { scored, received } = periodOf(state, period);
    return scored !== null || received !== null || state.products.some((one) => one.period === period);
  };
  const scores = scoresOf(former).filter(({ period }) => !isFollowedHere(period));
  if (scores.length === 0 || state.cadence !== former.cadence) return [];
  const { name: fromOffice, document: documentNumber, day: documentDate } = former.of;
  const evidence = { text: documentNumber, file: null };
  return [{ type: 'ScoresReceived', data: { fromOffice, documentNumber, documentDate, evidence, scores } }];
}
