import { type BodyLimit, doing, PAGES, type Routes, SHEET } from '#capability';
import { OFFICIALS } from '#organisation';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const dossiersRoutes: Routes = {
  'GET /api/v1/procedures': 'signed-in',
  'GET /api/v1/procedures/acts': 'signed-in',
  'GET /api/v1/procedures/in-force': 'signed-in',
  'GET /api/v1/procedures/:code/appointment': 'signed-in',
  'POST /api/v1/procedures': doing('PublishProcedures'),
  'POST /api/v1/procedures/imports': doing('PublishProcedures'),
  'POST /api/v1/procedures/:code/repeal': doing('RepealProcedure'),
  'GET /api/v1/dossiers': 'signed-in',
  'GET /api/v1/dossiers/figures': 'signed-in',
  'GET /api/v1/dossiers/:id': 'signed-in',
  'GET /api/v1/dossiers/:id/acts': 'signed-in',
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
  'POST /api/v1/dossiers/:id/refunds': doing('RefundFee'),
  'POST /api/v1/dossiers/:id/exemptions': doing('ExemptFee'),
  'POST /api/v1/dossiers/:id/extension': doing('ExtendDossier'),
  'GET /api/v1/dossiers/reusable/:id': OFFICIALS,
  'POST /api/v1/dossiers/:id/return': doing('ReturnResult'),
  'POST /api/v1/dossiers/:id/archive-package': doing('MakeArchivePackage'),
  'GET /api/v1/dossiers/:id/archive-package': OFFICIALS,
  'POST /api/v1/dossiers/:id/archive-hand-over': doing('HandOverToArchive'),
  'POST /api/v1/dossiers/:id/parcels': doing('RecordPost'),
  'POST /api/v1/post/imports': doing('RecordPost'),
  'POST /api/v1/post/imports/preview': doing('RecordPost'),
  'POST /api/v1/dossiers/:id/apologies': doing('GiveApology'),
  'POST /api/v1/dossiers/:id/contacts': doing('LogContact'),
  'GET /api/v1/dossiers/:id/words': OFFICIALS,
  'GET /api/v1/dossiers/:id/documents': OFFICIALS,
  'GET /api/v1/dossiers/:id/apology-draft': OFFICIALS,
  'GET /api/v1/dossiers/:id/receipt-code': OFFICIALS,
  'GET /api/v1/documents/:id': OFFICIALS,
  'POST /api/v1/dossier-registers': doing('PrintRegister'),
  'GET /public/:office/open-data/dossiers': 'public',
  'GET /public/:office/open-data/procedures': 'public',
  'GET /public/:office/procedures': 'public',
  'GET /public/:office/apologies': 'public',
  'GET /public/:office/results': 'public',
  'POST /public/:office/dossiers': 'public',
  'POST /public/:office/dossiers/lookup': 'public',
  'POST /public/:office/ratings': 'public',
  'GET /public/:office/survey': 'public',
  'GET /api/v1/survey': 'signed-in',
  'POST /public/:office/channels': 'public',
};

/** What an office above may read where it was let in; never a change. */
export const dossiersOverseen = [
  'GET /api/v1/dossiers',
  'GET /api/v1/dossiers/figures',
  'GET /api/v1/survey',
  'GET /api/v1/procedures',
];

/** Where a secret is guessed at. */
export const dossiersGuessed = [
  'POST /public/:office/dossiers/lookup',
  'POST /public/:office/ratings',
  'POST /public/:office/channels',
];

/** Where more may be said than on an ordinary route. */
export const dossiersBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/procedures': { ...SHEET, values: 60_000 },
  'POST /api/v1/procedures/imports': SHEET,
  'POST /api/v1/post/imports': SHEET,
  'POST /api/v1/post/imports/preview': SHEET,
  'POST /api/v1/dossiers': PAGES,
  'POST /api/v1/dossiers/:id/supplement-requests': PAGES,
  'POST /api/v1/dossiers/:id/supplement-answers': PAGES,
  'POST /public/:office/dossiers': PAGES,
};

/** What costs more than an ordinary request, in ordinary ones. */
export const dossiersCosts: Readonly<Record<string, number>> = {
  'GET /api/v1/documents/:id': 5,
  'POST /api/v1/dossiers/:id/archive-package': 20,
  'GET /api/v1/dossiers/:id/archive-package': 20,
  'POST /api/v1/dossier-registers': 60,
  'GET /public/:office/open-data/dossiers': 10,
};
