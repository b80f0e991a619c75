import { isoOffset } from '#kernel';
import {
  indexOf,
  openCriteria,
  scoredOf,
  valueOf,
  type Given,
  type Round,
  type Scored,
} from './round/round.js';
import { CRITERION_KINDS, criteriaOf } from './sheet/sheet.js';

const instant = (text: string): string => isoOffset(new Date(text));
const givenAnswer = (given: Given | null) => given && { ...given, at: instant(given.at) };

/** A round whole: each criterion with what every stage gave it. */
export function roundAnswer(id: string, version: number, state: Round) {
  const { sheetId, edition, unitId, from, to, stage, unlocked, closedBy } = state;
  const { name, areas } = state.sheet ?? { name: '', areas: [] };
  const criteria = criteriaOf({ areas }).length;
  return {
    ...{ id, version, sheetId, edition, name, unitId, from, to, unlocked, closedBy, criteria },
    stage: stage === 'none' ? ('self' as const) : stage,
    scored: criteria - openCriteria(state, ...CRITERION_KINDS).length,
    index: indexOf(state),
    areas: areas.map((area) => ({
      ...area,
      criteria: area.criteria.map((one) => ({ ...one, ...scoredAnswer(scoredOf(state, one.code)) })),
    })),
  };
}

const scoredAnswer = (scored: Scored) => ({
  value: valueOf(scored),
  self: givenAnswer(scored.self),
  log: scored.computed && { ...scored.computed, at: instant(scored.computed.at) },
  appraisal: givenAnswer(scored.appraisal),
  explanation: scored.explanation && { ...scored.explanation, at: instant(scored.explanation.at) },
  second: givenAnswer(scored.second),
  council: givenAnswer(scored.council),
});
