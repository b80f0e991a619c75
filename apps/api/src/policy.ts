import type { Role } from '#organisation';

/** Who may come to a route: everyone, whoever is signed in, or the holders of some roles. */
export type Access = 'public' | 'signed-in' | readonly Role[];

/** Those who carry out the plan; which task is whose, and who stands above whom, each decision looks at by itself. */
const OFFICIALS = ['chairman', 'vice-chairman', 'office-of-record', 'official'] as const;
const SUPERVISORS = ['chairman', 'vice-chairman', 'office-of-record', 'oversight', 'admin'] as const;
const STEERING = ['chairman', 'admin'] as const;

/**
 * Who may do what (bảng phân quyền): one line a route. A route that is not here is open to nobody, and the service
 * does not start with one. Oversight reads and is told; it does not act for the office. The administrator keeps
 * accounts and posts, and has no say in the work.
 */
export const POLICY: Readonly<Record<string, Access>> = {
  'GET /': 'public',
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /ledger/:office/checkpoint': 'public',
  'GET /ledger/:office/key': 'public',
  'GET /ledger/:office/tile/*': 'public',
  'GET /ledger/:office/proofs/:event': 'public',
  'GET /ledger/:office/consistency': 'public',
  'GET /ledger/:office/subjects/:subject': 'public',
  'GET /ledger/:office/witnesses': 'public',
  'POST /ledger/:office/cosignatures': 'public',

  'POST /api/v1/sessions': 'public',
  'GET /api/v1/sessions/me': 'signed-in',
  'GET /api/v1/sessions': 'signed-in',
  'DELETE /api/v1/sessions': 'signed-in',
  'DELETE /api/v1/sessions/:id': 'signed-in',

  'GET /api/v1/tasks': 'signed-in',
  'GET /api/v1/tasks/:id': 'signed-in',
  'GET /api/v1/tasks/:id/differences': 'signed-in',
  'POST /api/v1/tasks/:id/acknowledgement': OFFICIALS,
  'POST /api/v1/tasks/:id/progress-reports': OFFICIALS,
  'POST /api/v1/tasks/:id/submissions': OFFICIALS,
  'POST /api/v1/tasks/:id/acceptances': OFFICIALS,
  'POST /api/v1/tasks/:id/returns': OFFICIALS,
  'POST /api/v1/tasks/:id/extension-requests': OFFICIALS,
  'POST /api/v1/tasks/:id/extension-decisions': OFFICIALS,
  'POST /api/v1/tasks/:id/hand-overs': OFFICIALS,
  'POST /api/v1/tasks/:id/triggers': OFFICIALS,
  'POST /api/v1/tasks/:id/extra-reports': OFFICIALS,
  'POST /api/v1/tasks/:id/urgings': OFFICIALS,
  'POST /api/v1/tasks/:id/completion': OFFICIALS,
  'POST /api/v1/tasks/:id/cancellation': OFFICIALS,

  'GET /api/v1/plans/:year': 'signed-in',
  'GET /api/v1/plans/:year/progress': 'signed-in',
  'POST /api/v1/plans/imports': OFFICIALS,
  'POST /api/v1/plans/:year/tasks/:id/lead': OFFICIALS,
  'POST /api/v1/plans/:year/tasks/:id/dates': OFFICIALS,
  'POST /api/v1/plans/:year/tasks/:id/amendments': OFFICIALS,
  'POST /api/v1/plans/:year/submission': OFFICIALS,
  'POST /api/v1/plans/:year/approval': OFFICIALS,
  'POST /api/v1/plans/:year/return': OFFICIALS,
  'POST /api/v1/plans/:year/closing': OFFICIALS,

  'GET /api/v1/organisation': 'signed-in',
  'POST /api/v1/organisation/units': STEERING,
  'POST /api/v1/organisation/units/:id/ending': STEERING,
  'POST /api/v1/organisation/appointments': STEERING,
  'POST /api/v1/organisation/vacancies': STEERING,
  'GET /api/v1/organisation/delegations': 'signed-in',
  'POST /api/v1/organisation/delegations': OFFICIALS,
  'POST /api/v1/organisation/delegations/:id/revocation': OFFICIALS,

  'GET /api/v1/audit': 'signed-in',
  'GET /api/v1/audit/export.ndjson': SUPERVISORS,
  'GET /api/v1/audit/export.csv': SUPERVISORS,
  'GET /api/v1/audit/subscriptions': SUPERVISORS,
  'POST /api/v1/audit/subscriptions': SUPERVISORS,
  'DELETE /api/v1/audit/subscriptions/:id': SUPERVISORS,

  'POST /api/v1/demo/clock': ['admin'],
};

/** The API's description and its reader, which libraries serve. */
const LIBRARY_ROUTES = /^GET \/(reference|api\/openapi\.json)/;

/** Undefined for a route that nobody may come to. */
export function accessTo(method: string, url: string): Access | undefined {
  const route = `${method === 'HEAD' ? 'GET' : method} ${url === '/' ? url : url.replace(/\/$/, '')}`;
  return POLICY[route] ?? (LIBRARY_ROUTES.test(route) ? 'public' : undefined);
}
