import { type Routes } from '#capability';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const notificationRoutes: Routes = {
  'GET /api/v1/inbox': 'signed-in',
  'POST /api/v1/inbox/:id/reading': 'signed-in',
  'GET /api/v1/inbox/choices': 'signed-in',
  'POST /api/v1/inbox/choices': 'signed-in',
};
