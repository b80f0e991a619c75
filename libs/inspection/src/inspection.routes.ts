import { PAGES, doing, type BodyLimit, type Routes } from '#capability';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const inspectionRoutes: Routes = {
  'GET /api/v1/inspection-programmes/:year': 'signed-in',
  'GET /api/v1/inspection-programmes/:year/acts': 'signed-in',
  'POST /api/v1/inspection-programmes/:year': doing('PlanInspections'),
  'POST /api/v1/inspection-programmes/:year/approval': doing('ApproveInspectionProgramme'),
  'POST /api/v1/inspection-programmes/:year/amendments': doing('AmendInspectionProgramme'),
  'GET /api/v1/inspections': 'signed-in',
  'GET /api/v1/inspections/figures': 'signed-in',
  'GET /api/v1/inspections/:id': 'signed-in',
  'GET /api/v1/inspections/:id/acts': 'signed-in',
  'POST /api/v1/inspections': doing('OpenInspection'),
  'POST /api/v1/inspections/:id/record': doing('RecordInspection'),
  'POST /api/v1/inspections/:id/findings': doing('NoteFinding'),
  'POST /api/v1/inspections/:id/findings/:part/withdrawal': doing('WithdrawFinding'),
  'POST /api/v1/inspections/:id/opinion': doing('HearUnit'),
  'POST /api/v1/inspections/:id/conclusion': doing('ConcludeInspection'),
  'POST /api/v1/inspections/:id/requirements/:part/remedy': doing('ReportRemedy'),
  'POST /api/v1/inspections/:id/requirements/:part/verification': doing('VerifyRemedy'),
  'POST /api/v1/inspections/:id/requirements/:part/rejection': doing('RejectRemedy'),
  'POST /api/v1/inspections/:id/closure': doing('CloseInspection'),
  'POST /api/v1/inspections/:id/cancellation': doing('CancelInspection'),
  'GET /api/v1/oversight-notes': 'signed-in',
  'GET /api/v1/oversight-notes/:id': 'signed-in',
  'GET /api/v1/oversight-notes/:id/acts': 'signed-in',
  'POST /api/v1/oversight-notes': doing('ReceiveOversightNote'),
  'POST /api/v1/oversight-notes/:id/assignment': doing('AssignOversightNote'),
  'POST /api/v1/oversight-notes/:id/answer': doing('AnswerOversightNote'),
};

/** What an office above may read where it was let in; never a change. */
export const inspectionOverseen = [
  'GET /api/v1/inspection-programmes/:year',
  'GET /api/v1/inspections',
  'GET /api/v1/inspections/figures',
  'GET /api/v1/inspections/:id',
  'GET /api/v1/oversight-notes',
  'GET /api/v1/oversight-notes/:id',
];

/** Where more may be said than on an ordinary route. */
export const inspectionBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/inspection-programmes/:year': PAGES,
  'POST /api/v1/inspection-programmes/:year/amendments': PAGES,
  'POST /api/v1/inspections/:id/record': PAGES,
  'POST /api/v1/inspections/:id/conclusion': PAGES,
  'POST /api/v1/inspections/:id/requirements/:part/remedy': PAGES,
  'POST /api/v1/oversight-notes/:id/answer': PAGES,
};
