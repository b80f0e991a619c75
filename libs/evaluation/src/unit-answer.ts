import { isoOffset } from '#kernel';
import { STANDARD_POINTS } from './catalogue/catalogue.js';
import { pointsOf, ratioAnswer } from './evaluation-answer.js';
import { points } from './regime/rounding.js';
import { unitProposal, type UnitProposal } from './unit/unit-grade.js';
import type { UnitRow, UnitWork } from './unit/unit-work.js';
import { byHandOf, unitRuleFor } from './year/grading-units.js';
import { opened } from './year/opening.js';
import type { EvaluationYear } from './year/year.js';

const units = (ofPoints: number): number => ofPoints / STANDARD_POINTS;

/** A unit's year whole: what it comes to now and why, what was entered, and what was decided as it stood then. */
export function unitAnswer(unitId: string, version: number, state: EvaluationYear, work: UnitWork) {
  const { year, mayPass } = opened(state);
  const rule = unitRuleFor(state);
  const entered = state.unitScores[unitId];
  const decided = state.unitsDecided[unitId];
  return {
    ...{ unitId, year, version, source: rule.source },
    criteria: rule.general.map((one) => ({ ...one, most: points(one.most) })),
    entered: entered
      ? {
          ...{ general: pointsOf(entered.general), above: [...entered.above], evidence: entered.evidence },
          ...{ by: entered.by, at: isoOffset(new Date(entered.at)) },
        }
      : null,
    now: workingAnswer(work, unitProposal(rule, work, byHandOf(state, unitId), mayPass)),
    decided: decided
      ? {
          ...{ grade: decided.grade, was: decided.was, reason: decided.reason },
          ...{ documentNumber: decided.documentNumber, documentDate: decided.documentDate },
          working: workingAnswer(decided.work, decided.proposal),
        }
      : null,
  };
}

/** A grade's working: what was counted, and the streams whose events tell it. */
const workingAnswer = ({ until, rows, findings, failing }: UnitWork, proposal: UnitProposal) => ({
  ...{ until, findings: [...findings], failing: [...failing], rows: rows.map(rowAnswer) },
  ...{ grade: proposal.grade, why: proposal.why, score: proposal.score },
  ...{ general: proposal.general, work: proposal.work, conditions: [...proposal.conditions] },
  ...{ assigned: units(proposal.assigned), done: units(proposal.done) },
  ...{ late: units(proposal.late), above: units(proposal.above) },
  ratio: proposal.ratio && ratioAnswer(proposal.ratio),
});

const rowAnswer = ({ kind, subject, title, pieces, failedReviews, delays, ...row }: UnitRow) => ({
  ...{ kind, subject, title, pieces, failedReviews, delays },
  ...{ assigned: units(row.assigned), done: units(row.done), late: units(row.late), above: units(row.above) },
});
