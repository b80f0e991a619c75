import { hasRole, holds, postsOf, successorOf, type ActContext, type Office } from '#organisation/office';
import { criteriaOf, type Criterion } from '../sheet/sheet.js';
import type { Round, Stage } from './round.js';
import {
  appraisesOwn,
  notTheScored,
  roundClosed,
  roundLocked,
  roundStage,
  unknownCriterion,
  unknownRound,
} from './round.refusals.js';
import { stagesSaid } from './stage-words.js';

/** What a decision on a round looks at besides it; `part`: the criterion it is about. */
export type RoundContext = Pick<
  ActContext,
  'subject' | 'part' | 'office' | 'actor' | 'hand' | 'now' | 'officeId'
>;

/** At one of these stages; refuses `unknown_scoring_round`, `scoring_round_closed`, `scoring_round_locked`, `scoring_round_stage`. */
export function atStage(state: Round, ...stages: Stage[]): Round {
  if (state.stage === 'none') throw unknownRound();
  if (state.stage === 'closed') throw roundClosed({ document: state.closedBy ?? '' });
  if (state.stage === 'final' && !stages.includes('final')) throw roundLocked();
  if (!stages.includes(state.stage))
    throw roundStage({ stage: stagesSaid(state.stage), needed: stagesSaid(...stages) });
  return state;
}

/** The head of the unit that is scored, its successor's where it ended; whoever keeps the register, of the office. */
export const speaksFor = (office: Office, person: string, unitId: string | null): boolean => {
  if (unitId === null) return hasRole(office, person, 'office-of-record');
  const post = (successorOf(office, unitId) ?? office.units.get(unitId))?.headPostId;
  return post !== undefined && holds(office, person, post);
};

/** For those who are scored, at one of these stages. */
export const forTheScored =
  (...stages: Stage[]) =>
  (state: Round, { office, actor }: RoundContext): Round => {
    atStage(state, ...stages);
    if (!speaksFor(office, actor, state.unitId)) throw notTheScored();
    return state;
  };

/** R3: for others than the unit that is scored and whoever has entered its points. */
export const forAppraisers =
  (...stages: Stage[]) =>
  (state: Round, { office, actor, hand }: RoundContext): Round => {
    const { unitId, selfScorers } = atStage(state, ...stages);
    const isOwn = (person: string) =>
      selfScorers.includes(person) ||
      speaksFor(office, person, unitId) ||
      (unitId !== null && postsOf(office, person).some((post) => post.unitId === unitId));
    if ([actor, hand].some(isOwn)) throw appraisesOwn();
    return state;
  };

/** A criterion of the sheet that the round was opened with. */
export function criterionOf({ sheet }: Round, code: string): Criterion {
  const found = criteriaOf(sheet ?? { areas: [] }).find((one) => one.code === code);
  if (!found) throw unknownCriterion({ criterion: code });
  return found;
}
