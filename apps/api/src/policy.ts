import { doing, type Access, type BodyLimit, type Routes } from '#capability';
import { OFFICIALS, SUPERVISORS, type Role } from '#organisation';
import { RIGHTS, allOf, mergedOf } from '../../runtime/src/index.js';
import { portalBodies, portalCosts, portalGuessed, portalRoutes } from './portal/portal.routes.js';

export { OFFICIALS, type Access };

/** The roles to which a route is open; an act's by the table of rights. */
export const rolesFor = (access: readonly Role[] | { act: string }): readonly Role[] =>
  'act' in access ? ((RIGHTS[access.act]?.by ?? []) as readonly Role[]) : access;

/** The house's own doors: signing in, accounts, the ledger, the trail, operations. */
const OWN: Routes = {
  'GET /': 'public',
  'GET /app': 'public',
  'GET /app/*': 'public',
  'GET /app/assets/*': 'public',
  'GET /healthz': 'public',
  'GET /authority.crt': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /ledger/:office/checkpoint': 'public',
  'GET /ledger/:office/key': 'public',
  'GET /ledger/:office/tile/*': 'public',
  'GET /ledger/:office/proofs/:event': 'public',
  'GET /ledger/:office/consistency': 'public',
  'GET /ledger/:office/subjects/:subject': 'public',
  'GET /ledger/:office/erased': 'public',
  'GET /ledger/:office/witnesses': 'public',
  'POST /ledger/:office/cosignatures': 'public',
  'POST /api/v1/sessions': 'public',
  'POST /api/v1/offices/:office/sessions': 'public',
  'GET /api/v1/sessions/me': 'signed-in',
  'GET /api/v1/sessions/me/keeping-keys': 'signed-in',
  'GET /api/v1/sessions': 'signed-in',
  'DELETE /api/v1/sessions': 'signed-in',
  'DELETE /api/v1/sessions/:id': 'signed-in',
  'POST /api/v1/sessions/me/password': 'signed-in',
  'POST /api/v1/sessions/me/second-factor': 'signed-in',
  'POST /api/v1/sessions/me/second-factor/confirmation': 'signed-in',
  'GET /api/v1/sessions/single-sign-on': 'public',
  'GET /api/v1/sessions/single-sign-on/return': 'public',
  'GET /api/v1/accounts': ['chairman', 'vice-chairman', 'admin'],
  'GET /api/v1/accounts/:id/acts': ['chairman', 'vice-chairman', 'admin'],
  'POST /api/v1/accounts': doing('OpenAccount'),
  'POST /api/v1/accounts/:id/ending': doing('EndAccount'),
  'POST /api/v1/accounts/:id/identities': doing('LinkIdentity'),
  'GET /api/v1/accounts/:id/factor-removal': ['chairman', 'vice-chairman', 'admin'],
  'POST /api/v1/accounts/:id/factor-removal': doing('AskFactorRemoval'),
  'POST /api/v1/accounts/:id/factor-removal/agreement': doing('AgreeToFactorRemoval'),
  'GET /api/v1/api-tokens': ['admin'],
  'POST /api/v1/api-tokens': doing('IssueApiToken'),
  'POST /api/v1/api-tokens/:id/revocation': doing('RevokeApiToken'),
  'GET /api/v1/audit': 'signed-in',
  'GET /api/v1/audit/vocabulary': 'signed-in',
  'GET /api/v1/changes': 'signed-in',
  'GET /api/v1/work': 'signed-in',
  'GET /api/v1/work/calendar-address': 'signed-in',
  'POST /api/v1/work/calendar-address': 'signed-in',
  'DELETE /api/v1/work/calendar-address': 'signed-in',
  'GET /public/:office/deadlines.ics': 'public',
  'GET /api/v1/audit/export.ndjson': SUPERVISORS,
  'GET /api/v1/audit/export.csv': SUPERVISORS,
  'GET /api/v1/audit/subscriptions': SUPERVISORS,
  'POST /api/v1/audit/subscriptions': SUPERVISORS,
  'DELETE /api/v1/audit/subscriptions/:id': SUPERVISORS,
  'GET /api/v1/doctor': ['admin'],
  'GET /api/v1/doctor/parked': ['admin'],
  'POST /api/v1/doctor/retries': ['admin'],
  'POST /api/v1/demo/clock': ['admin'],
};

/**
 * Who may come where (bảng phân quyền theo đường dẫn): one line a route. A route that is not here is open to nobody, and
 * the service does not start with one. A route that leads to an act is open to those whose right the act is.
 */
export const POLICY: Routes = { ...OWN, ...portalRoutes, ...mergedOf(({ routes }) => routes) };

/** What an ordinary body may hold. */
export const ORDINARY_BODY: BodyLimit = { bytes: 16_000, values: 500 };

const BODIES = { ...portalBodies, ...mergedOf(({ bodies }) => bodies) };

/** What the body of a route may hold. */
export const bodyLimitOf = (route: string): BodyLimit => BODIES[route] ?? ORDINARY_BODY;

const OWN_COSTS: Readonly<Record<string, number>> = {
  'GET /ledger/:office/tile/*': 2,
  'GET /ledger/:office/proofs/:event': 5,
  'GET /ledger/:office/consistency': 5,
  'GET /ledger/:office/subjects/:subject': 10,
  'GET /api/v1/audit/export.ndjson': 60,
  'GET /api/v1/audit/export.csv': 60,
  'GET /public/:office/deadlines.ics': 5,
};
const COSTS = { ...OWN_COSTS, ...portalCosts, ...mergedOf(({ costs }) => costs) };

/** What a request on a route costs, in ordinary ones. */
export const costOf = (route: string): number => COSTS[route] ?? 1;

/** Whoever watches over the service asks again and again, and what is answered is cheap. */
export const WATCHED: ReadonlySet<string> = new Set(['GET /healthz', 'GET /readyz', 'GET /metrics']);

/** What a leader without a second factor, whoever lost theirs, or who has a first password, may still do: get one, change it, and leave. */
export const ENROLMENT: ReadonlySet<string> = new Set([
  'GET /api/v1/sessions/me',
  'GET /api/v1/sessions/me/keeping-keys',
  'DELETE /api/v1/sessions',
  'POST /api/v1/sessions/me/password',
  'POST /api/v1/sessions/me/second-factor',
  'POST /api/v1/sessions/me/second-factor/confirmation',
]);

/** Where a secret is guessed at: those who know it are not counted. */
export const GUESSED: ReadonlySet<string> = new Set([...portalGuessed, ...allOf(({ guessed }) => guessed)]);

/** What an office above may read of those that let it look on; nothing else, and never a change. */
export const OVERSEEN: ReadonlySet<string> = new Set([
  ...allOf(({ overseen }) => overseen),
  'GET /api/v1/audit',
]);

/** The API's description and its reader, which libraries serve. */
const LIBRARY_ROUTES = /^GET \/(reference|api\/openapi\.json)/;

/** A route as the table names it. */
export const routeOf = (method: string, url: string): string =>
  `${method === 'HEAD' ? 'GET' : method} ${url === '/' ? url : url.replace(/\/$/, '')}`;

/** Undefined for a route that nobody may come to: not in the table, or in it for an act that has no right. */
export function accessTo(route: string): Access | undefined {
  const access = POLICY[route];
  if (typeof access === 'object' && 'act' in access && !RIGHTS[access.act]) return undefined;
  return access ?? (LIBRARY_ROUTES.test(route) ? 'public' : undefined);
}
