import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import { Failed, NotFound } from './astray';
import { Shell } from './shell';
import { calendarSearch, planSearch } from '../plan/plan-search';
import { accountSearch } from '../administration/account-search';
import { yearSearch } from '../calendar/year-search';
import { dossierSearch } from '../dossiers/dossier-search';
import { evaluationSearch } from '../evaluation/evaluation-search';
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

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Failed });

/** A page at a path that asks for nothing more. */
const at = <const P extends string>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component });

const routes = [
  at(
    '/',
    lazyRouteComponent(() => import('../work/work-page'), 'WorkPage'),
  ),
  at(
    '/decisions',
    lazyRouteComponent(() => import('../decisions/decisions-page'), 'DecisionsPage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    validateSearch: taskSearch,
    component: lazyRouteComponent(() => import('../tasks/tasks-page'), 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks/$id',
    validateSearch: taskOnDay,
    component: lazyRouteComponent(() => import('../tasks/task-page'), 'TaskPage'),
  }),
  at(
    '/help',
    lazyRouteComponent(() => import('../help/help-page'), 'HelpPage'),
  ),
  at(
    '/me',
    lazyRouteComponent(() => import('../account/me-page'), 'MePage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/plan',
    validateSearch: planSearch,
    component: lazyRouteComponent(() => import('../plan/plan-page'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/calendar',
    validateSearch: calendarSearch,
    component: lazyRouteComponent(() => import('../plan/calendar-page'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan/import',
    validateSearch: yearSearch,
    component: lazyRouteComponent(() => import('../plan/import/import-page'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    validateSearch: reportSearch,
    component: lazyRouteComponent(() => import('../reports/reports-page'), 'ReportsPage'),
  }),
  at(
    '/reports/$id',
    lazyRouteComponent(() => import('../reports/report-page'), 'ReportPage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/$id/figures',
    validateSearch: figureSearch,
    component: lazyRouteComponent(() => import('../reports/figures-page'), 'FiguresPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inspections',
    validateSearch: inspectionSearch,
    component: lazyRouteComponent(() => import('../inspections/inspections-page'), 'InspectionsPage'),
  }),
  at(
    '/inspections/$id',
    lazyRouteComponent(() => import('../inspections/inspection-page'), 'InspectionPage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/inspections/notes',
    validateSearch: noteSearch,
    component: lazyRouteComponent(() => import('../inspections/notes-page'), 'NotesPage'),
  }),
  at(
    '/inspections/notes/$id',
    lazyRouteComponent(() => import('../inspections/note-page'), 'NotePage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/evaluation',
    validateSearch: evaluationSearch,
    component: lazyRouteComponent(() => import('../evaluation/evaluation-page'), 'EvaluationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/evaluation/units/$id',
    validateSearch: evaluationSearch,
    component: lazyRouteComponent(() => import('../evaluation/unit-page'), 'UnitPage'),
  }),
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
  createRoute({
    getParentRoute: () => root,
    path: '/registers',
    validateSearch: registerSearch,
    component: lazyRouteComponent(() => import('../registers/registers-page'), 'RegistersPage'),
  }),
  at(
    '/registers/$id',
    lazyRouteComponent(() => import('../registers/entry-page'), 'EntryPage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/trail',
    validateSearch: trailSearch,
    component: lazyRouteComponent(() => import('../trail/trail-page'), 'TrailPage'),
  }),
  at(
    '/trail/$event',
    lazyRouteComponent(() => import('../trail/entry-page'), 'EntryPage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/organisation',
    validateSearch: organisationSearch,
    component: lazyRouteComponent(() => import('../organisation/organisation-page'), 'OrganisationPage'),
  }),
  at(
    '/organisation/delegations',
    lazyRouteComponent(() => import('../organisation/delegations-page'), 'DelegationsPage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/organisation/calendar',
    validateSearch: yearSearch,
    component: lazyRouteComponent(() => import('../calendar/working-days-page'), 'WorkingDaysPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/organisation/procedures',
    validateSearch: procedureSearch,
    component: lazyRouteComponent(() => import('../procedures/procedures-page'), 'ProceduresPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/administration',
    validateSearch: accountSearch,
    component: lazyRouteComponent(() => import('../administration/accounts-page'), 'AccountsPage'),
  }),
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
  createRoute({
    getParentRoute: () => root,
    path: '/dossiers',
    validateSearch: dossierSearch,
    component: lazyRouteComponent(() => import('../dossiers/dossiers-page'), 'DossiersPage'),
  }),
  at(
    '/dossiers/$id',
    lazyRouteComponent(() => import('../dossiers/dossier-page'), 'DossierPage'),
  ),
  at(
    '/reception',
    lazyRouteComponent(() => import('../reception/reception-page'), 'ReceptionPage'),
  ),
  createRoute({
    getParentRoute: () => root,
    path: '/feedback',
    validateSearch: feedbackSearch,
    component: lazyRouteComponent(() => import('../feedback/feedback-list-page'), 'FeedbackListPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/indices',
    validateSearch: periodSearch,
    component: lazyRouteComponent(() => import('../indices/indices-page'), 'IndicesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/indices/figures',
    validateSearch: indexFigureSearch,
    component: lazyRouteComponent(() => import('../indices/figures-page'), 'IndexFiguresPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/survey',
    validateSearch: ({ year }: Record<string, unknown>) => yearIn(year),
    component: lazyRouteComponent(() => import('../survey/survey-page'), 'SurveyPage'),
  }),
  at(
    '/feedback/$id',
    lazyRouteComponent(() => import('../feedback/feedback-page'), 'FeedbackPage'),
  ),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/app',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Failed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
