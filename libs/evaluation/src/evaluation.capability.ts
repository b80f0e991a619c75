import { made, service, type Capability } from '#capability';
import { AggregateStore } from '#event-store';
import { CLOCK, POOL } from '#kernel';
import { Dossiers, HandledDossiers } from '#dossiers';
import { FeedbackQueries } from '#feedback';
import { InspectionQueries } from '#inspection';
import { Commands, Organisation } from '#organisation';
import { Planning } from '#planning';
import { ProductsController } from './products.controller.js';
import { evaluationAnnouncer } from './evaluation.announcer.js';
import { evaluationCommands } from './evaluation.commands.js';
import { EvaluationController } from './evaluation.controller.js';
import {
  appealSteps,
  appealsByCalendar,
  scoreSteps,
  scoreTimesByCalendar,
  setScoreTimes,
} from './evaluation.policies.js';
import { evaluationBodies, evaluationRoutes } from './evaluation.routes.js';
import { evaluationSentences } from './evaluation.sentences.js';
import { evaluationWithheld } from './evaluation.withheld.js';
import { evaluationWords } from './evaluation.words.js';
import {
  namesOfCatalogues,
  namesOfEvaluations,
  namesOfRounds,
  namesOfSheets,
  namesOfYears,
} from './names-of-evaluations.js';
import { HandlingController } from './handling.controller.js';
import { DossierHandling } from './handling/dossier-handling.js';
import { officialAgendaTypes } from './official/official.events.js';
import { SCORE_STEP } from './official/score-time.js';
import { evaluationProjection } from './read/evaluation-projection.js';
import { EvaluationQueries } from './read/evaluation.queries.js';
import { appealsWaiting, scoresWaiting } from './read/waiting.js';
import { scoringProjection } from './read/scoring-projection.js';
import { ScoringQueries } from './read/scoring.queries.js';
import { scoringCommands } from './scoring.commands.js';
import { ScoringController } from './scoring.controller.js';
import { scoringBodies, scoringOverseen, scoringRoutes } from './scoring.routes.js';
import { scoringSentences } from './scoring.sentences.js';
import { scoringWords } from './scoring.words.js';
import { bringScores, closeRounds, handOverEvaluations } from './succession.policies.js';
import { TrainingController } from './training/training.controller.js';
import { UnitYearController } from './unit.controller.js';
import { UnitYears } from './unit/unit-years.js';
import { EvaluationYearController } from './year.controller.js';
import { APPEAL_STEP } from './year/appeals.js';
import { yearAgendaTypes } from './year/year.events.js';

/** Đánh giá, xếp loại · how far officials met their work, and their grades. */
export const evaluationCapability: Capability = {
  name: 'evaluation',
  commands: [...evaluationCommands, ...scoringCommands],
  routes: { ...evaluationRoutes, ...scoringRoutes },
  overseen: scoringOverseen,
  bodies: { ...evaluationBodies, ...scoringBodies },
  controllers: [
    ProductsController,
    EvaluationYearController,
    UnitYearController,
    HandlingController,
    EvaluationController,
    ScoringController,
    TrainingController,
  ],
  services: [
    service(EvaluationQueries, POOL, CLOCK),
    service(ScoringQueries, POOL),
    service(DossierHandling, HandledDossiers, Dossiers, FeedbackQueries, Organisation, AggregateStore),
    service(UnitYears, AggregateStore, Planning, InspectionQueries, EvaluationQueries),
  ],
  readModels: [evaluationProjection, scoringProjection],
  agendaTypes: [...yearAgendaTypes, ...officialAgendaTypes],
  reactions: [
    made(appealsByCalendar, AggregateStore, Commands),
    made(scoreTimesByCalendar, AggregateStore, Commands),
    made(setScoreTimes, Commands),
    made(closeRounds, AggregateStore, Commands),
    made(handOverEvaluations, AggregateStore, Commands, Organisation),
    made(bringScores, Commands, Organisation),
  ],
  steps: {
    [APPEAL_STEP]: made(appealSteps, AggregateStore, Commands),
    [SCORE_STEP]: made(scoreSteps, AggregateStore, Commands),
  },
  waiting: [made(appealsWaiting, AggregateStore), made(scoresWaiting, AggregateStore, EvaluationQueries)],
  announcers: [made(evaluationAnnouncer, AggregateStore, Organisation)],
  names: {
    'official-evaluation': made(namesOfEvaluations, AggregateStore, Organisation),
    'evaluation-year': made(namesOfYears, AggregateStore),
    'product-catalogue': made(namesOfCatalogues, AggregateStore),
    'scoring-sheet': made(namesOfSheets, AggregateStore),
    'scoring-round': made(namesOfRounds, AggregateStore),
  },
  sentences: { ...evaluationSentences, ...scoringSentences },
  withheld: evaluationWithheld,
  words: { ...evaluationWords, ...scoringWords },
  workers: { evaluation: { vi: 'đánh giá, xếp loại', en: 'evaluation' } },
};
