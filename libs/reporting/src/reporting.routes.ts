import { PAGES, doing, type BodyLimit, type Routes } from '#capability';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const reportingRoutes: Routes = {
  'GET /api/v1/indices': 'signed-in',
  'GET /api/v1/indices/service': 'signed-in',
  'GET /api/v1/indices/forecast': 'signed-in',
  'GET /api/v1/indices/service/dossiers/:figure': 'signed-in',
  'GET /api/v1/indices/service/procedures/:figure': 'signed-in',
  'GET /api/v1/indices/service/feedback/:figure': 'signed-in',
  'GET /api/v1/plans/:year/brief': 'signed-in',
  'GET /api/v1/reports': 'signed-in',
  'GET /api/v1/reports/:id': 'signed-in',
  'GET /api/v1/reports/:id/acts': 'signed-in',
  'GET /api/v1/reports/:id/figures/:column': 'signed-in',
  'GET /api/v1/reports/:id/plan-figures/:column': 'signed-in',
  'GET /api/v1/reports/:id/procedure-figures/:column': 'signed-in',
  'GET /api/v1/reports/:id/output': 'signed-in',
  'POST /api/v1/reports/:id/sections': doing('WriteReportSection'),
  'POST /api/v1/reports/:id/submission': doing('SubmitReport'),
  'POST /api/v1/reports/:id/return': doing('ReturnReport'),
  'POST /api/v1/reports/:id/acceptance': doing('AcceptReport'),
  'POST /api/v1/reports/:id/sending': doing('SendReport'),
  'POST /api/v1/reports/:id/receipts': doing('RecordReportReceipt'),
  'POST /api/v1/reports/:id/readings': doing('ReadReport'),
};

/** What an office above may read where it was let in; never a change. */
export const reportingOverseen = [
  'GET /api/v1/indices',
  'GET /api/v1/indices/service',
  'GET /api/v1/indices/forecast',
  'GET /api/v1/indices/service/dossiers/:figure',
  'GET /api/v1/indices/service/procedures/:figure',
  'GET /api/v1/plans/:year/brief',
  'GET /api/v1/reports',
  'GET /api/v1/reports/:id',
  'GET /api/v1/reports/:id/figures/:column',
  'GET /api/v1/reports/:id/plan-figures/:column',
  'GET /api/v1/reports/:id/procedure-figures/:column',
  'GET /api/v1/reports/:id/output',
];

/** Where more may be said than on an ordinary route. */
export const reportingBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/reports/:id/sections': PAGES,
};
