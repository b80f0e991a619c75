import { commandsOn, official, right, worker, type ActContext, type LoadState } from '#organisation';
import { task } from '#planning';
import { TIME_SETTINGS } from '#overdue';
import * as catalogues from './catalogue/catalogue.acts.js';
import {
  catalogueSubject,
  productCatalogue,
  type Catalogue,
  type CatalogueEvent,
} from './catalogue/catalogue.js';
import * as assigning from './official/assigning.js';
import * as moving from './official/moving.js';
import type { OfficialEvent } from './official/official.events.js';
import type { OfficialContext } from './official/official.guards.js';
import { officialEvaluation, type OfficialEvaluation } from './official/official.js';
import { OpenEvaluation, openEvaluation } from './official/opening.js';
import * as scoreTime from './official/score-time.js';
import * as scoring from './official/scoring.js';
import { daysOf } from './official/periods.js';
import { SettleProduct, settleProduct } from './official/settling.js';
import * as goingAlong from './official/transfer.js';
import { tracedTask } from './official/traced-task.js';
import * as appeals from './year/appeals.js';
import * as deciding from './year/deciding.js';
import * as units from './year/grading-units.js';
import * as opening from './year/opening.js';
import * as handling from './year/scoring-handling.js';
import * as transfer from './year/transfer.js';
import type { YearEvent } from './year/year.events.js';
import { evaluationYear, yearSubject, type EvaluationYear } from './year/year.js';

const record = right('office', 'office-of-record');
const chairman = right('office', 'chairman');
const registrars = right('office', 'office-of-record', 'chairman');

const onCatalogue = commandsOn<Catalogue, CatalogueEvent, ActContext>({
  aggregate: productCatalogue,
  contextOf: (act) => act,
});

const onOfficial = commandsOn<OfficialEvaluation, OfficialEvent, OfficialContext>({
  aggregate: officialEvaluation,
  contextOf: (act) => act,
});

/** The same with the time in which periods are scored: after five working days whoever is above is told, once. */
const onScoreTimes = commandsOn<OfficialEvaluation, OfficialEvent, scoreTime.ScoreTimeContext>({
  aggregate: officialEvaluation,
  contextOf: (act) => ({ ...act, settings: { ...TIME_SETTINGS, escalation: [5] } }),
});

/** The year that an evaluation belongs to: once a grade is decided there, nothing of it changes. */
const inItsYear = {
  looksAt: async (_fields: object, { officeId, subject }: ActContext, load: LoadState) => {
    const { year } = await load(officialEvaluation, subject);
    return { year: await load(evaluationYear, yearSubject(officeId, year)) };
  },
};

/** The acts on an official's year (theo dõi, đánh giá công chức). */
const onOfficials = [
  onOfficial(OpenEvaluation, registrars, openEvaluation, {
    looksAt: async (_fields, { officeId, part }, load) => ({
      year: await load(evaluationYear, yearSubject(officeId, Number(part))),
    }),
  }),
  onOfficial(assigning.AssignProduct, official('below'), assigning.assignProduct, {
    looksAt: async (fields, act, load) => {
      const { year } = await load(officialEvaluation, act.subject);
      const catalogue = await load(productCatalogue, catalogueSubject(act.officeId, year));
      return { ...(await inItsYear.looksAt(fields, act, load)), catalogue };
    },
  }), // R3
  onOfficial(assigning.TakeProductAway, official('below'), assigning.takeProductAway, inItsYear), // R3
  onOfficial(SettleProduct, official('below'), settleProduct, {
    looksAt: async (fields, act, load) => {
      const own = await load(officialEvaluation, act.subject);
      const product = own.products.find(({ itemId }) => itemId === act.part);
      const seen = await inItsYear.looksAt(fields, act, load);
      if (fields.from !== 'events' || !product?.source) return seen;
      const days = daysOf(own, product.period);
      return { ...seen, task: tracedTask(await load(task, product.source.subject), days) };
    },
  }), // R3, R31
  onOfficial(scoring.SelfScorePeriod, official('own'), scoring.selfScorePeriod, inItsYear),
  onOfficial(scoring.ScorePeriod, official('below'), scoring.scorePeriod, inItsYear), // R3, R31
  onOfficial(scoring.ReopenPeriod, official('below'), scoring.reopenPeriod, inItsYear), // R3
  onScoreTimes(scoreTime.SetScoreTimes, worker, scoreTime.setScoreTimes, inItsYear),
  onScoreTimes(scoreTime.TakeScoreStep, worker, scoreTime.takeScoreStep, inItsYear), // R6, R7
  onOfficial(moving.NoteDiscipline, registrars, moving.noteDiscipline, inItsYear),
  onOfficial(moving.AssessOwnYear, official('own'), moving.assessOwnYear, inItsYear),
  onOfficial(moving.ReceiveScores, record, moving.receiveScores, inItsYear), // R31
  onOfficial(moving.HandEvaluationOn, record, moving.handEvaluationOn, inItsYear),
  onOfficial(goingAlong.TransferEvaluation, worker, goingAlong.transferEvaluation), // R28
  onOfficial(goingAlong.TakeOverEvaluation, worker, goingAlong.takeOverEvaluation), // R28
  onOfficial(goingAlong.BringScoresAlong, worker, goingAlong.bringScoresAlong, {
    looksAt: async ({ former }, _act, load) => ({ former: await load(officialEvaluation, former) }),
  }), // R28
];

const onYear = commandsOn<EvaluationYear, YearEvent, opening.YearContext>({
  aggregate: evaluationYear,
  contextOf: (act) => ({ ...act, settings: TIME_SETTINGS }),
  after: appeals.seeingLateness,
});

/** The evaluations of those whose grade is decided. */
const evaluationsOf = async (ids: readonly string[], load: LoadState) => {
  const loaded = await Promise.all(ids.map(async (id) => [id, await load(officialEvaluation, id)] as const));
  return new Map(loaded);
};

/** The acts on a year of classification (kỳ xếp loại năm). */
const onYears = [
  onYear(opening.OpenEvaluationYear, registrars, opening.openEvaluationYear),
  onYear(opening.RecordUnitGrade, registrars, opening.recordUnitGrade),
  onYear(handling.ScoreHandling, registrars, handling.scoreHandling), // R3, R31
  onYear(units.ScoreUnit, registrars, units.scoreUnit), // R3, R31
  onYear(units.GradeUnit, chairman, units.gradeUnit, {
    digestOf: ({ work: _, ...asked }) => ({ name: 'GradeUnit', ...asked }),
  }), // R3, R32
  onYear(deciding.DecideGrades, chairman, deciding.decideGrades, {
    looksAt: async ({ decisions }, _act, load) => ({
      evaluations: await evaluationsOf(
        decisions.map(({ evaluationId }) => evaluationId),
        load,
      ),
    }),
  }), // R3, R32
  onYear(deciding.ReplaceGrade, chairman, deciding.replaceGrade, {
    looksAt: async (_fields, { subject, part }, load) => {
      const { grades } = await load(evaluationYear, subject);
      const id = grades[part]?.evaluationId;
      return { evaluations: await evaluationsOf(id === undefined ? [] : [id], load) };
    },
  }), // R32
  onYear(appeals.AppealGrade, official('own'), appeals.appealGrade),
  onYear(appeals.DecideAppeal, chairman, appeals.decideAppeal),
  onYear(appeals.TakeAppealStep, worker, appeals.takeAppealStep), // R6, R7
  onYear(transfer.TransferEvaluationYear, worker, transfer.transferEvaluationYear), // R28
  onYear(transfer.TakeOverEvaluationYear, worker, transfer.takeOverEvaluationYear), // R28
];

export const evaluationCommands = [
  onCatalogue(catalogues.IssueProductCatalogue, registrars, catalogues.issueProductCatalogue),
  ...onOfficials,
  ...onYears,
];
