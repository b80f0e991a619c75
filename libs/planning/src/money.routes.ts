import { doing, PAGES, type BodyLimit, type Routes } from '#capability';

/** Who may come to what is done with money (kinh phí). */
export const moneyRoutes: Routes = {
  'GET /api/v1/tasks/:id/money': 'signed-in',
  'GET /api/v1/plans/:year/money': 'signed-in',
  'POST /api/v1/tasks/:id/allocations': doing('AllocateMoney'),
  'POST /api/v1/tasks/:id/allocations/withdrawals': doing('WithdrawAllocation'),
  'POST /api/v1/tasks/:id/overruns': doing('AllowOverrun'),
  'POST /api/v1/tasks/:id/spendings': doing('RecordSpending'),
  'POST /api/v1/tasks/:id/spendings/withdrawals': doing('WithdrawSpending'),
};

/** What an office above may read where it was let in. */
export const moneyOverseen = ['GET /api/v1/tasks/:id/money', 'GET /api/v1/plans/:year/money'];

export const moneyBodies: Readonly<Record<string, BodyLimit>> = {
  'POST /api/v1/tasks/:id/spendings': PAGES,
};
