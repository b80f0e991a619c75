import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Failed } from './astray';
import { asked, at, root } from './route-kinds';
import { calendarSearch, planSearch } from '../plan/plan-search';
import { accountSearch } from '../administration/account-search';
import { yearSearch } from '../calendar/year-search';
import { dossierSearch } from '../dossiers/dossier-search';
import { evaluationSearch } from '../evaluation/evaluation-search';
import { handlingSearch } from '../evaluation/handling-search';
import { feedbackSearch } from '../feedback/feedback-search';
import { inspectionSearch, noteSearch } from '../inspections/inspection-search';
import { organisationSearch } from '../organisation/organisation-search';
import { procedureSearch } from '../procedures/procedure-search';
import { registerSearch } from '../registers/register-search';
import { figureSearch, reportSearch } from '../reports/report-search';
import { taskOnDay, taskSearch } from '../tasks/task-search';
import { trailSearch } from '../trail/trail-search';
import { figureSearch as indexFigureSearch, periodSearch } from '../indices/search';
import { yearIn } from './search-values';

const routes = [
  at(
    '/',
    lazyRouteComponent(() => import('../work/work-page'), 'WorkPage'),
  ),
  at(
    '/decisions',
    lazyRouteComponent(() => import('../decisions/decisions-page'), 'DecisionsPage'),
  ),
  asked(
    '/tasks',
    taskSearch,
    lazyRouteComponent(() => import('../tasks/tasks-page'), 'TasksPage'),
  ),
  asked(
    '/tasks/$id',
    taskOnDay,
    lazyRouteComponent(() => import('../tasks/task-page'), 'TaskPage'),
  ),
  at(
    '/help',
    lazyRouteComponent(() => import('../help/help-page'), 'HelpPage'),
  ),
  at(
    '/me',
    lazyRouteComponent(() => import('../account/me-page'), 'MePage'),
  ),
  asked(
    '/plan',
    planSearch,
    lazyRouteComponent(() => import('../plan/plan-page'), 'PlanPage'),
  ),
  asked(
    '/plan/calendar',
    calendarSearch,
    lazyRouteComponent(() => import('../plan/calendar-page'), 'CalendarPage'),
  ),
  asked(
    '/plan/import',
    yearSearch,
    lazyRouteComponent(() => import('../plan/import/import-page'), 'ImportPage'),
  ),
  asked(
    '/reports',
    reportSearch,
    lazyRouteComponent(() => import('../reports/reports-page'), 'ReportsPage'),
  ),
  at(
    '/reports/$id',
    lazyRouteComponent(() => import('../reports/report-page'), 'ReportPage'),
  ),
  asked(
    '/reports/$id/figures',
    figureSearch,
    lazyRouteComponent(() => import('../reports/figures-page'), 'FiguresPage'),
  ),
  asked(
    '/inspections',
    inspectionSearch,
    lazyRouteComponent(() => import('../inspections/inspections-page'), 'InspectionsPage'),
  ),
  at(
    '/inspections/$id',
    lazyRouteComponent(() => import('../inspections/inspection-page'), 'InspectionPage'),
  ),
  asked(
    '/inspections/notes',
    noteSearch,
    lazyRouteComponent(() => import('../inspections/notes-page'), 'NotesPage'),
  ),
  at(
    '/inspections/notes/$id',
    lazyRouteComponent(() => import('../inspections/note-page'), 'NotePage'),
  ),
  asked(
    '/evaluation',
    evaluationSearch,
    lazyRouteComponent(() => import('../evaluation/evaluation-page'), 'EvaluationPage'),
  ),
  asked(
    '/evaluation/products',
    evaluationSearch,
    lazyRouteComponent(() => import('../evaluation/products-page'), 'ProductsPage'),
  ),
  asked(
    '/evaluation/handling',
    handlingSearch,
    lazyRouteComponent(() => import('../evaluation/handling-page'), 'HandlingPage'),
  ),
  asked(
    '/evaluation/units/$id',
    evaluationSearch,
    lazyRouteComponent(() => import('../evaluation/unit-page'), 'UnitPage'),
  ),
  at(
    '/evaluation/people/$id',
    lazyRouteComponent(() => import('../evaluation/person-page'), 'PersonPage'),
  ),
  at(
    '/evaluation/rounds',
    lazyRouteComponent(() => import('../evaluation/rounds-page'), 'RoundsPage'),
  ),
  at(
    '/evaluation/rounds/$id',
    lazyRouteComponent(() => import('../evaluation/round-page'), 'RoundPage'),
  ),
  asked(
    '/registers',
    registerSearch,
    lazyRouteComponent(() => import('../registers/registers-page'), 'RegistersPage'),
  ),
  at(
    '/registers/$id',
    lazyRouteComponent(() => import('../registers/entry-page'), 'EntryPage'),
  ),
  asked(
    '/trail',
    trailSearch,
    lazyRouteComponent(() => import('../trail/trail-page'), 'TrailPage'),
  ),
  at(
    '/trail/$event',
    lazyRouteComponent(() => import('../trail/entry-page'), 'EntryPage'),
  ),
  asked(
    '/organisation',
    organisationSearch,
    lazyRouteComponent(() => import('../organisation/organisation-page'), 'OrganisationPage'),
  ),
  at(
    '/organisation/delegations',
    lazyRouteComponent(() => import('../organisation/delegations-page'), 'DelegationsPage'),
  ),
  asked(
    '/organisation/calendar',
    yearSearch,
    lazyRouteComponent(() => import('../calendar/working-days-page'), 'WorkingDaysPage'),
  ),
  asked(
    '/organisation/procedures',
    procedureSearch,
    lazyRouteComponent(() => import('../procedures/procedures-page'), 'ProceduresPage'),
  ),
  asked(
    '/administration',
    accountSearch,
    lazyRouteComponent(() => import('../administration/accounts-page'), 'AccountsPage'),
  ),
  at(
    '/administration/start',
    lazyRouteComponent(() => import('../administration/start/start-page'), 'StartPage'),
  ),
  at(
    '/administration/calendar',
    lazyRouteComponent(() => import('../calendar/import/import-calendar-page'), 'ImportCalendarPage'),
  ),
  at(
    '/administration/tokens',
    lazyRouteComponent(() => import('../administration/tokens-page'), 'TokensPage'),
  ),
  at(
    '/administration/system',
    lazyRouteComponent(() => import('../administration/system-page'), 'SystemPage'),
  ),
  asked(
    '/dossiers',
    dossierSearch,
    lazyRouteComponent(() => import('../dossiers/dossiers-page'), 'DossiersPage'),
  ),
  at(
    '/dossiers/post',
    lazyRouteComponent(() => import('../dossiers/post-import-page'), 'PostImportPage'),
  ),
  at(
    '/dossiers/$id',
    lazyRouteComponent(() => import('../dossiers/dossier-page'), 'DossierPage'),
  ),
  at(
    '/reception',
    lazyRouteComponent(() => import('../reception/reception-page'), 'ReceptionPage'),
  ),
  asked(
    '/feedback',
    feedbackSearch,
    lazyRouteComponent(() => import('../feedback/feedback-list-page'), 'FeedbackListPage'),
  ),
  asked(
    '/indices',
    periodSearch,
    lazyRouteComponent(() => import('../indices/indices-page'), 'IndicesPage'),
  ),
  asked(
    '/indices/figures',
    indexFigureSearch,
    lazyRouteComponent(() => import('../indices/figures-page'), 'IndexFiguresPage'),
  ),
  asked(
    '/survey',
    ({ year }: Record<string, unknown>) => yearIn(year),
    lazyRouteComponent(() => import('../survey/survey-page'), 'SurveyPage'),
  ),
  at(
    '/feedback/$id',
    lazyRouteComponent(() => import('../feedback/feedback-page'), 'FeedbackPage'),
  ),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/app',
  // What an address says beside what its page asks for (a tracker's mark) goes no further.
  search: { strict: true },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Failed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
