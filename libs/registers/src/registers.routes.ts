import { PAGES, doing, type BodyLimit, type Routes } from '#capability';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const registersRoutes: Routes = {
  'GET /api/v1/registers': 'signed-in',
  'GET /api/v1/registers/kinds': 'signed-in',
  'GET /api/v1/registers/totals': 'signed-in',
  'GET /api/v1/registers/:id': 'signed-in',
  'GET /api/v1/registers/:id/acts': 'signed-in',
  'POST /api/v1/registers': doing('EnterInRegister'),
  'POST /api/v1/registers/:id/corrections': doing('CorrectRegisterEntry'),
  'POST /api/v1/registers/:id/withdrawal': doing('WithdrawRegisterEntry'),
};

/** What an office above may read where it was let in; never a change. */
export const registersOverseen = [
  'GET /api/v1/registers',
  'GET /api/v1/registers/kinds',
  'GET /api/v1/registers/totals',
  'GET /api/v1/registers/:id',
];

export const registersBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/registers': PAGES,
  'POST /api/v1/registers/:id/corrections': PAGES,
};
