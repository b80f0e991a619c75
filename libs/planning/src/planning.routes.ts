import { moneyBodies, moneyOverseen, moneyRoutes } from './money.routes.js';
import { type BodyLimit, doing, PAGES, type Routes, SHEET } from '#capability';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const planningRoutes: Routes = {
  'GET /api/v1/tasks': 'signed-in',
  'GET /api/v1/tasks/:id': 'signed-in',
  'GET /api/v1/tasks/:id/differences': 'signed-in',
  'GET /api/v1/tasks/:id/acts': 'signed-in',
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
  'POST /api/v1/tasks/:id/secret-progress': doing('ReportSecretProgress'),
  'POST /api/v1/tasks/:id/secret-cancellation': doing('CancelSecretWork'),
  'GET /public/:office/open-data/plan-progress': 'public',
  'GET /api/v1/plans/:year': 'signed-in',
  'GET /api/v1/plans/:year/acts': 'signed-in',
  'GET /api/v1/plans/:year/progress': 'signed-in',
  'GET /api/v1/plans/:year/next': doing('CarryPlan'),
  'POST /api/v1/plans/:year/next': doing('CarryPlan'),
  'POST /api/v1/plans/imports': doing('ImportPlan'),
  'POST /api/v1/plans/imports/preview': doing('ImportPlan'),
  'POST /api/v1/plans/:year/tasks': doing('AddPlannedTask'),
  'POST /api/v1/plans/:year/secret-tasks': doing('AddSecretWork'),
  'POST /api/v1/plans/:year/tasks/:id/lead': doing('ConfirmLead'),
  'POST /api/v1/plans/:year/tasks/:id/dates': doing('DateObligation'),
  'POST /api/v1/plans/:year/tasks/:id/amendments': doing('AmendPlannedTask'),
  'POST /api/v1/plans/:year/submission': doing('SubmitPlan'),
  'POST /api/v1/plans/:year/approval': doing('ApprovePlan'),
  'POST /api/v1/plans/:year/return': doing('ReturnPlan'),
  'POST /api/v1/plans/:year/closing': doing('ClosePlan'),
  'POST /api/v1/plans/:year/sendings': doing('SendPlan'),
  'POST /api/v1/plans/:year/receipts': doing('RecordPlanReceipt'),
  'POST /api/v1/plans/:year/readings': doing('ReadPlan'),
  ...moneyRoutes,
};

/** What an office above may read where it was let in; never a change. */
export const planningOverseen = [
  'GET /api/v1/tasks',
  'GET /api/v1/tasks/:id',
  'GET /api/v1/tasks/:id/differences',
  'GET /api/v1/plans/:year',
  'GET /api/v1/plans/:year/progress',
  ...moneyOverseen,
];

/** Where more may be said than on an ordinary route. */
export const planningBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/plans/imports': SHEET,
  'POST /api/v1/plans/imports/preview': SHEET,
  'POST /api/v1/plans/:year/tasks': PAGES,
  'POST /api/v1/plans/:year/tasks/:id/amendments': PAGES,
  'POST /api/v1/tasks/:id/submissions': PAGES,
  'POST /api/v1/tasks/:id/progress-reports': PAGES,
  ...moneyBodies,
};

/** What costs more than an ordinary request, in ordinary ones. */
export const planningCosts: Readonly<Record<string, number>> = {
  'POST /api/v1/plans/imports': 30,
  'POST /api/v1/plans/imports/preview': 30,
  'GET /public/:office/open-data/plan-progress': 10,
};
