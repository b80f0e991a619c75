import { dueAnswer } from '#deadline';
import { isoOffset } from '#kernel';
import type { Office } from '#organisation';
import { hasPassed } from '#overdue';
import { STANDARD_POINTS } from './catalogue/catalogue.js';
import { headedBy } from './official/leading.js';
import type { GeneralPoints } from './official/official.events.js';
import { periodOf, type FollowedProduct, type OfficialEvaluation, type Period } from './official/official.js';
import { SCORE_DAY, daysOf, monthsIn, periodsIn } from './official/periods.js';
import { awaitsScore } from './official/score-time.js';
import { proposed, rulesOf, scoresOf } from './official/years-work.js';
import type { ListedEvaluation } from './read/evaluation.queries.js';
import { meanOf } from './regime/proposal.js';
import { points } from './regime/rounding.js';
import type { Ratio } from './regime/work.js';
import { unitRuleOf } from './unit/unit-rules.js';
import { capsOf } from './year/caps.js';
import type { YearSettings } from './year/year.events.js';
import { OFFICE, type Appeal, type EvaluationYear, type InForce } from './year/year.js';

const instant = (text: string): string => isoOffset(new Date(text));
/** Points by criterion, as lists say them. */
export const pointsOf = (given: GeneralPoints) =>
  Object.entries(given).map(([criterion, own]) => ({ criterion, points: own }));

/** An official's year whole: what was assigned, how each period was scored, what is proposed and decided. */
export function evaluationAnswer(
  id: string,
  version: number,
  state: OfficialEvaluation,
  year: EvaluationYear,
  now: Date,
) {
  const { personId, postId, unitId, leader, cadence, handedOn, discipline, assessment } = state;
  const of = state.of && { office: state.of.office, name: state.of.name };
  const { code, name, source, rule } = rulesOf(state.year);
  const appeal = year.appeals[personId];
  const scores = new Map(scoresOf(state).map(({ period, score }) => [period, score]));
  return {
    ...{ id, version, of, year: state.year, personId, postId, unitId, leader, cadence, handedOn, discipline },
    regime: { code, name, source, scored: rule.kind === 'points' },
    assessment: assessment && { ...assessment, at: instant(assessment.at) },
    criteria: rule.kind === 'points' ? rule.general.map((one) => ({ ...one, most: points(one.most) })) : [],
    products: state.products.map(productAnswer),
    periods: Array.from({ length: periodsIn(cadence) }, (_, index) =>
      periodAnswer(state, index + 1, periodOf(state, index + 1), now),
    ),
    quarters: meansOver(scores, 3 / monthsIn(cadence), 4),
    halves: meansOver(scores, 6 / monthsIn(cadence), 2),
    proposal: proposed(state),
    decided: year.grades[personId] ?? null,
    appeal: appeal ? appealAnswer(appeal, year, now) : null,
  };
}

/** Means of so many periods each; null where none of them has a score. */
const meansOver = (scores: ReadonlyMap<number, number>, periods: number, many: number) =>
  Array.from({ length: many }, (_, index) =>
    meanOf([...scores].flatMap(([period, one]) => (Math.ceil(period / periods) === index + 1 ? [one] : []))),
  );

const productAnswer = ({ source, settled, by: _, ...product }: FollowedProduct) => ({
  ...product,
  taskId: source?.subject ?? null,
  settled: settled && {
    done: settled.done,
    failedReviews: settled.failedReviews,
    delays: settled.delays,
    above: settled.above,
    excused: settled.excused,
    evidence: settled.evidence,
    fromTask: settled.traced?.subject ?? null,
    by: settled.by,
  },
});

function periodAnswer(
  state: OfficialEvaluation,
  period: number,
  { self, scored, reopened, received }: Period,
  now: Date,
) {
  const time = state.scoreTimes?.find((one) => one.period === period);
  return {
    period,
    ...daysOf(state, period),
    locked: scored !== null || received !== null,
    score: scored?.score ?? received?.score ?? null,
    time: time
      ? { ...dueAnswer(time), overdue: awaitsScore(state, period) && hasPassed(time.due, now) }
      : null,
    self: self && { general: pointsOf(self.general), text: self.text, at: instant(self.at) },
    scored: scored && scoredAnswer(scored),
    reopened,
    received: received && { fromOffice: received.fromOffice, evidence: received.evidence },
  };
}

function scoredAnswer({ general, leading, evidence, by, at, working }: NonNullable<Period['scored']>) {
  return {
    general: pointsOf(general),
    ...{ leading, evidence, by, at: instant(at) },
    assignedUnits: working.assigned / STANDARD_POINTS,
    doneUnits: working.done / STANDARD_POINTS,
    generalPoints: working.general,
    workPoints: working.work,
    ratio: working.ratio && ratioAnswer(working.ratio),
  };
}

/** Parts of a ratio in per cent. */
export const ratioAnswer = ({ done, quality, progress, leading }: Ratio) => ({
  done: points(done),
  quality: points(quality),
  progress: points(progress),
  leading: leading && {
    allCompleted: points(leading.allCompleted),
    noProlongedDelay: points(leading.noProlongedDelay),
    noDiscord: points(leading.noDiscord),
  },
});

/** One that went to a successor is undecided, and late, there. */
const appealAnswer = (
  { personId, text, at, decision, ...time }: Appeal,
  { toOffice }: Pick<EvaluationYear, 'toOffice'>,
  now: Date,
) => ({
  ...{ personId, text, at: instant(at) },
  ...dueAnswer(time),
  overdue: decision === null && toOffice === null && (time.missed || hasPassed(time.due, now)),
  decision: decision && { ...decision, at: instant(decision.at) },
});

/** The grade of somebody whose evaluation the reader may not read (R34): it is made known in the office, not how it came about. */
const gradeAlone = (grade: InForce) => ({ ...grade, proposal: null, reason: null, replaced: null });

/** A year with what was decided in it; of the people whom the reader `sees`, also how it came about and what they held against it. */
export function yearAnswer(
  id: string,
  version: number,
  state: EvaluationYear,
  settings: YearSettings,
  { now, sees }: { now: Date; sees: (personId: string) => boolean },
) {
  const { code, name, source } = rulesOf(settings.year);
  const grades = Object.values(state.grades);
  return {
    ...settings,
    scoreDay: settings.scoreDay ?? SCORE_DAY,
    ...{ id, version, caps: capsOf(state, grades), toOffice: state.toOffice },
    of: state.of && { office: state.of.office, name: state.of.name },
    grades: grades.map((one) => (sees(one.personId) ? one : gradeAlone(one))),
    regime: { code, name, source },
    unitsComputed: unitRuleOf(settings.year) !== undefined,
    unitGrades: Object.entries(state.unitGrades).map(([unit, grade]) => ({
      unitId: unit === OFFICE ? null : unit,
      grade,
    })),
    appeals: Object.values(state.appeals)
      .filter(({ personId }) => sees(personId))
      .map((one) => appealAnswer(one, state, now)),
  };
}

/** What is proposed for everybody of a year, and how the caps would stand, were it taken. */
export function proposalsAnswer(
  year: EvaluationYear,
  office: Office,
  all: readonly { listed: ListedEvaluation; state: OfficialEvaluation }[],
) {
  const items = all.map(({ listed, state }) => {
    const unit = headedBy(office, listed.postId);
    const decided = year.grades[listed.personId]?.grade ?? null;
    return {
      ...listed,
      proposal: proposed(state),
      heads: unit ? { unitId: unit.unitId, grade: year.unitGrades[unit.unitId] ?? null } : null,
      decided,
    };
  });
  const graded = items.flatMap(({ unitId, leader, proposal, decided }) => {
    const grade = decided ?? proposal.grade;
    return grade === null ? [] : [{ unitId, leader, grade }];
  });
  return { items, caps: capsOf(year, graded) };
}
