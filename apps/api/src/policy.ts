import type { Role } from '#organisation';
import { OFFICIALS } from '#organisation';
import { RIGHTS } from '../../runtime/src/index.js';

export { OFFICIALS };

/** Who may come to a route: everyone, whoever is signed in, the holders of some roles, or whose right an act is. */
export type Access = 'public' | 'signed-in' | readonly Role[] | { act: string };

const doing = (act: string): Access => ({ act });

/** The roles to which a route is open; an act's by the table of rights. */
export const rolesFor = (access: readonly Role[] | { act: string }): readonly Role[] =>
  'act' in access ? ((RIGHTS[access.act]?.by ?? []) as readonly Role[]) : access;

const SUPERVISORS = [
  'chairman',
  'vice-chairman',
  'office-of-record',
  'oversight',
  'inspector',
  'admin',
] as const;

/**
 * Who may come where (bảng phân quyền theo đường dẫn): one line a route. A route that is not here is open to nobody, and
 * the service does not start with one. A route that leads to an act is open to those whose right the act is.
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
  'GET /ledger/:office/erased': 'public',
  'GET /ledger/:office/witnesses': 'public',
  'POST /ledger/:office/cosignatures': 'public',

  'POST /api/v1/sessions': 'public',
  'POST /api/v1/offices/:office/sessions': 'public',
  'GET /api/v1/sessions/me': 'signed-in',
  'GET /api/v1/sessions': 'signed-in',
  'DELETE /api/v1/sessions': 'signed-in',
  'DELETE /api/v1/sessions/:id': 'signed-in',
  'POST /api/v1/sessions/me/password': 'signed-in',
  'POST /api/v1/sessions/me/second-factor': 'signed-in',
  'POST /api/v1/sessions/me/second-factor/confirmation': 'signed-in',
  'GET /api/v1/sessions/single-sign-on': 'public',
  'GET /api/v1/sessions/single-sign-on/return': 'public',
  'POST /api/v1/accounts': doing('OpenAccount'),
  'POST /api/v1/accounts/:id/ending': doing('EndAccount'),
  'POST /api/v1/accounts/:id/identities': doing('LinkIdentity'),
  'GET /api/v1/api-tokens': ['admin'],
  'POST /api/v1/api-tokens': doing('IssueApiToken'),
  'POST /api/v1/api-tokens/:id/revocation': doing('RevokeApiToken'),

  'GET /api/v1/tasks': 'signed-in',
  'GET /api/v1/tasks/:id': 'signed-in',
  'GET /api/v1/tasks/:id/differences': 'signed-in',
  'POST /api/v1/tasks/:id/acknowledgement': doing('AcknowledgeTask'),
  'POST /api/v1/tasks/:id/progress-reports': doing('ReportTaskProgress'),
  'POST /api/v1/tasks/:id/submissions': doing('SubmitDeliverable'),
  'POST /api/v1/tasks/:id/acceptances': doing('AcceptDeliverable'),
  'POST /api/v1/tasks/:id/returns': doing('ReturnDeliverable'),
  'POST /api/v1/tasks/:id/extension-requests': doing('AskExtension'),
  'POST /api/v1/tasks/:id/extension-decisions': doing('DecideExtension'),
  'POST /api/v1/tasks/:id/hand-overs': doing('HandOverTask'),
  'POST /api/v1/tasks/:id/triggers': doing('RecordTrigger'),
  'POST /api/v1/tasks/:id/extra-reports': doing('RequestExtraReport'),
  'POST /api/v1/tasks/:id/urgings': doing('UrgeTask'),
  'POST /api/v1/tasks/:id/completion': doing('CompleteTask'),
  'POST /api/v1/tasks/:id/cancellation': doing('CancelTask'),

  'GET /api/v1/plans/:year': 'signed-in',
  'GET /api/v1/plans/:year/progress': 'signed-in',
  'POST /api/v1/plans/imports': doing('ImportPlan'),
  'POST /api/v1/plans/:year/tasks': doing('AddPlannedTask'),
  'POST /api/v1/plans/:year/tasks/:id/lead': doing('ConfirmLead'),
  'POST /api/v1/plans/:year/tasks/:id/dates': doing('DateObligation'),
  'POST /api/v1/plans/:year/tasks/:id/amendments': doing('AmendPlannedTask'),
  'POST /api/v1/plans/:year/submission': doing('SubmitPlan'),
  'POST /api/v1/plans/:year/approval': doing('ApprovePlan'),
  'POST /api/v1/plans/:year/return': doing('ReturnPlan'),
  'POST /api/v1/plans/:year/closing': doing('ClosePlan'),

  'GET /api/v1/organisation': 'signed-in',
  'POST /api/v1/organisation/units': doing('OpenUnit'),
  'POST /api/v1/organisation/units/:id/ending': doing('EndUnit'),
  'POST /api/v1/organisation/units/:id/split': doing('SplitUnit'),
  'POST /api/v1/organisation/posts': doing('OpenPost'),
  'POST /api/v1/organisation/posts/:id/ending': doing('EndPost'),
  'POST /api/v1/organisation/appointments': doing('AppointPerson'),
  'POST /api/v1/organisation/vacancies': doing('VacatePost'),
  'POST /api/v1/organisation/substitutes': doing('NameSubstitute'),
  'POST /api/v1/organisation/substitutes/ending': doing('EndSubstitute'),
  'POST /api/v1/organisation/authorities': doing('NameAuthority'),
  'POST /api/v1/organisation/authorities/ending': doing('EndAuthority'),
  'POST /api/v1/organisation/succession': doing('EndOffice'),
  'GET /api/v1/organisation/delegations': 'signed-in',
  'POST /api/v1/organisation/delegations': doing('GiveDelegation'),
  'POST /api/v1/organisation/delegations/:id/revocation': doing('RevokeDelegation'),

  'GET /api/v1/procedures': 'signed-in',
  'POST /api/v1/procedures': doing('PublishProcedures'),
  'POST /api/v1/procedures/imports': doing('PublishProcedures'),
  'POST /api/v1/procedures/:code/repeal': doing('RepealProcedure'),
  'GET /api/v1/dossiers': 'signed-in',
  'GET /api/v1/dossiers/figures': 'signed-in',
  'GET /api/v1/dossiers/:id': 'signed-in',
  'POST /api/v1/dossiers': doing('ReceiveDossier'),
  'POST /api/v1/dossiers/:id/reception': doing('ReceiveDossier'),
  'POST /api/v1/dossiers/:id/refusal': doing('RefuseDossier'),
  'POST /api/v1/dossiers/:id/hand-overs': doing('HandOverStep'),
  'POST /api/v1/dossiers/:id/acceptances': doing('AcceptStep'),
  'POST /api/v1/dossiers/:id/declinations': doing('DeclineStep'),
  'POST /api/v1/dossiers/:id/supplement-requests': doing('RequestSupplement'),
  'POST /api/v1/dossiers/:id/supplement-answers': doing('AnswerSupplement'),
  'POST /api/v1/dossiers/:id/pauses': doing('PauseDossier'),
  'POST /api/v1/dossiers/:id/resumption': doing('ResumeDossier'),
  'POST /api/v1/dossiers/:id/rejection': doing('RejectDossier'),
  'POST /api/v1/dossiers/:id/withdrawal': doing('WithdrawDossier'),
  'POST /api/v1/dossiers/:id/stop': doing('StopDossier'),
  'POST /api/v1/dossiers/:id/signature': doing('SignResult'),
  'POST /api/v1/dossiers/:id/digitisation': doing('DigitiseResult'),
  'POST /api/v1/dossiers/:id/payments': doing('PayFee'),
  'POST /api/v1/dossiers/:id/exemptions': doing('ExemptFee'),
  'POST /api/v1/dossiers/:id/extension': doing('ExtendDossier'),
  'GET /api/v1/dossiers/reusable/:id': OFFICIALS,
  'POST /api/v1/dossiers/:id/return': doing('ReturnResult'),
  'POST /api/v1/dossiers/:id/apologies': doing('GiveApology'),
  'POST /api/v1/dossiers/:id/contacts': doing('LogContact'),

  'GET /api/v1/dossiers/:id/documents': OFFICIALS,
  'GET /api/v1/dossiers/:id/apology-draft': OFFICIALS,
  'GET /api/v1/documents/:id': OFFICIALS,
  'POST /api/v1/dossier-registers': doing('PrintRegister'),

  'GET /api/v1/feedback': 'signed-in',
  'GET /api/v1/feedback/:id': 'signed-in',
  'GET /api/v1/feedback/:id/words': OFFICIALS,
  'POST /api/v1/feedback': doing('ReceiveFeedback'),
  'POST /api/v1/feedback/:id/classification': doing('ClassifyFeedback'),
  'POST /api/v1/feedback/:id/assignment': doing('AssignFeedback'),
  'POST /api/v1/feedback/:id/passing-on': doing('PassFeedbackOn'),
  'POST /api/v1/feedback/:id/extension': doing('ExtendFeedback'),
  'POST /api/v1/feedback/:id/answer': doing('AnswerFeedback'),
  'POST /api/v1/feedback/:id/publication': doing('PublishFeedback'),
  'GET /api/v1/dialogues': 'signed-in',
  'GET /api/v1/dialogues/:id': 'signed-in',
  'POST /api/v1/dialogues': doing('PlanDialogue'),
  'POST /api/v1/dialogues/:id/questions': doing('NoteQuestion'),
  'POST /api/v1/dialogues/:id/minutes': doing('HoldDialogue'),
  'POST /api/v1/dialogues/:id/commitments': doing('MakeCommitment'),
  'POST /api/v1/dialogues/:id/cancellation': doing('CancelDialogue'),
  'GET /public/:office/feedback': 'public',
  'POST /public/:office/feedback': 'public',
  'POST /public/:office/feedback/lookup': 'public',
  'POST /public/:office/feedback/reopening': 'public',

  'GET /public/:office/open-data/dossiers': 'public',
  'GET /public/:office/open-data/procedures': 'public',
  'POST /public/:office/payments': 'public',
  'GET /public/:office': 'public',
  'GET /public/:office/procedures': 'public',
  'GET /public/:office/apologies': 'public',
  'GET /public/:office/results': 'public',
  'POST /public/:office/dossiers': 'public',
  'POST /public/:office/dossiers/lookup': 'public',
  'POST /public/:office/ratings': 'public',
  'POST /public/:office/channels': 'public',

  'GET /api/v1/inbox': 'signed-in',
  'POST /api/v1/inbox/:id/reading': 'signed-in',
  'GET /api/v1/deliveries': SUPERVISORS,
  'POST /api/v1/deliveries/replays': ['admin'],
  'GET /api/v1/webhooks': ['admin'],
  'POST /api/v1/webhooks': doing('SubscribeWebhook'),
  'POST /api/v1/webhooks/:id/ending': doing('EndWebhook'),
  'POST /api/v1/deliveries/:id/retry': ['office-of-record', 'admin'],

  'POST /api/v1/persons': doing('RegisterPerson'),
  'POST /api/v1/persons/search': OFFICIALS,
  'GET /api/v1/persons/:id': OFFICIALS,
  'GET /api/v1/persons/:id/export': OFFICIALS,
  'POST /api/v1/persons/:id/corrections': doing('CorrectPerson'),
  'POST /api/v1/persons/:id/channels': doing('ChooseChannels'),
  'POST /api/v1/persons/:id/sharing': doing('SharePerson'),
  'POST /api/v1/persons/:id/retention': doing('RetainPerson'),
  'POST /api/v1/persons/:id/erasure': doing('ErasePerson'),
  'POST /api/v1/files': doing('UploadFile'),
  'GET /api/v1/files/:id': OFFICIALS,

  'GET /api/v1/audit': 'signed-in',
  'GET /api/v1/audit/export.ndjson': SUPERVISORS,
  'GET /api/v1/audit/export.csv': SUPERVISORS,
  'GET /api/v1/audit/subscriptions': SUPERVISORS,
  'POST /api/v1/audit/subscriptions': SUPERVISORS,
  'DELETE /api/v1/audit/subscriptions/:id': SUPERVISORS,

  'POST /api/v1/demo/clock': ['admin'],
};

/** What a leader without a second factor may still do: get one, and leave. */
export const ENROLMENT: ReadonlySet<string> = new Set([
  'GET /api/v1/sessions/me',
  'DELETE /api/v1/sessions',
  'POST /api/v1/sessions/me/password',
  'POST /api/v1/sessions/me/second-factor',
  'POST /api/v1/sessions/me/second-factor/confirmation',
]);

/** Where a secret is guessed at: those who know it are not counted. */
export const GUESSED: ReadonlySet<string> = new Set([
  'POST /public/:office/dossiers/lookup',
  'POST /public/:office/ratings',
  'POST /public/:office/channels',
  'POST /public/:office/feedback/lookup',
  'POST /public/:office/feedback/reopening',
]);

/** What an office above may read of those that let it look on; nothing else, and never a change. */
export const OVERSEEN: ReadonlySet<string> = new Set([
  'GET /api/v1/tasks',
  'GET /api/v1/tasks/:id',
  'GET /api/v1/tasks/:id/differences',
  'GET /api/v1/plans/:year',
  'GET /api/v1/plans/:year/progress',
  'GET /api/v1/organisation',
  'GET /api/v1/dossiers',
  'GET /api/v1/dossiers/figures',
  'GET /api/v1/procedures',
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
