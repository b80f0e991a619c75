import { made, service, type Capability } from '#capability';
import { ControlFigures, Dossiers, EndedDossiers, ServiceFigures } from '#dossiers';
import { AggregateStore } from '#event-store';
import { FeedbackFigures } from '#feedback';
import { CLOCK, POOL } from '#kernel';
import { Commands, Organisation } from '#organisation';
import { CarriedTasks, PlanStanding, Planning } from '#planning';
import { Lacking } from '#projection';
import { RegisterQueries } from '#registers';
import { BriefController } from './brief/brief.controller.js';
import { IndexController } from './indices/index.controller.js';
import { ForecastController } from './indices/forecast/forecast.controller.js';
import { Forecasts } from './indices/forecast/forecasts.service.js';
import { ServiceIndex } from './indices/service/service-index.js';
import { ServiceIndexController } from './indices/service/service-index.controller.js';
import { Indices } from './indices/indices.service.js';
import { namesOfReports, namesOfSeries } from './names-of-reports.js';
import { Predecessors } from './predecessors.js';
import { REPORT_STEP } from './report/agenda.js';
import { reportAgendaTypes } from './report/report.events.js';
import { ReportController } from './report.controller.js';
import { ReportFigures } from './report-figures.js';
import { reportingCommands } from './reporting.commands.js';
import {
  openReports,
  reportSteps,
  reportingAnnouncer,
  reportsByCalendar,
  scheduleOnApproval,
  seriesSteps,
} from './reporting.policies.js';
import { reportingBodies, reportingOverseen, reportingRoutes } from './reporting.routes.js';
import { reportingSentences } from './reporting.sentences.js';
import { reportingWords } from './reporting.words.js';
import { Reports } from './reports.service.js';
import { SERIES_STEP } from './series/series.js';
import { handOverReports } from './succession.policies.js';
import { reportsWaiting } from './waiting.js';

/** Báo cáo định kỳ · periodic reports and what they count. */
export const reportingCapability: Capability = {
  name: 'reporting',
  commands: reportingCommands,
  routes: reportingRoutes,
  bodies: reportingBodies,
  overseen: reportingOverseen,
  controllers: [
    ReportController,
    IndexController,
    ServiceIndexController,
    ForecastController,
    BriefController,
  ],
  services: [
    service(Predecessors, POOL, Organisation),
    service(
      ReportFigures,
      POOL,
      ControlFigures,
      Dossiers,
      PlanStanding,
      RegisterQueries,
      Predecessors,
      Lacking,
      CLOCK,
    ),
    service(Reports, AggregateStore, Commands, ReportFigures, CarriedTasks, Predecessors, CLOCK),
    service(Indices, EndedDossiers, Dossiers, Planning, Reports, PlanStanding, Organisation, CLOCK),
    service(ServiceIndex, ServiceFigures, FeedbackFigures, Dossiers, CLOCK),
    service(Forecasts, Indices, ServiceIndex, CLOCK),
  ],
  reactions: [
    made(scheduleOnApproval, Commands, Planning),
    made(openReports, Commands),
    made(reportsByCalendar, AggregateStore, Commands),
    made(handOverReports, AggregateStore, Commands, Organisation),
  ],
  agendaTypes: [...reportAgendaTypes, 'ReportsScheduled', 'ReportPeriodReached'],
  steps: {
    [REPORT_STEP]: made(reportSteps, AggregateStore, Commands),
    [SERIES_STEP]: made(seriesSteps, Commands),
  },
  waiting: [made(reportsWaiting, Reports)],
  announcers: [made(reportingAnnouncer, AggregateStore, Organisation)],
  names: {
    report: made(namesOfReports, AggregateStore),
    'report-series': made(namesOfSeries, AggregateStore),
  },
  sentences: reportingSentences,
  words: reportingWords,
  workers: { reporting: { vi: 'báo cáo định kỳ', en: 'periodic reports' } },
};
