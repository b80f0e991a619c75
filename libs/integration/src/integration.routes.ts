import { doing, type Routes } from '#capability';
import { SUPERVISORS } from '#organisation';

/** Who may come to which route (bảng phân quyền theo đường dẫn). */
export const integrationRoutes: Routes = {
  'POST /public/:office/payments': 'public',
  'GET /api/v1/deliveries': SUPERVISORS,
  'POST /api/v1/deliveries/replays': ['admin'],
  'GET /api/v1/webhooks': ['admin'],
  'POST /api/v1/webhooks': doing('SubscribeWebhook'),
  'POST /api/v1/webhooks/:id/ending': doing('EndWebhook'),
  'POST /api/v1/deliveries/:id/retry': ['office-of-record', 'admin'],
};
