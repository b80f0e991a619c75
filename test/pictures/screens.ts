import type { Page } from 'playwright-core';

/** A screen as somebody comes to it; nobody signs in on citizens' pages. */
export interface Screen {
  name: string;
  /** The account that looks at it. */
  who?: string;
  path: string;
  /** What is opened there before the picture is taken. */
  open?(page: Page): Promise<void>;
}

/** The first of those that are listed. */
const first = (page: Page, under: string): Promise<void> =>
  page.locator(`#main a[href*="/app/${under}/"]`).first().click();

/** The screens that the first page of the documentation shows. */
export const SHOWN: readonly Screen[] = [
  { name: 'my-work', who: 'chairman', path: '/app/' },
  { name: 'task', who: 'justice', path: '/app/tasks?lead=me', open: (page) => first(page, 'tasks') },
  { name: 'reception', who: 'desk', path: '/app/reception' },
  { name: 'trail', who: 'oversight', path: '/app/trail' },
  { name: 'citizens', path: '/public/thieu-van' },
];

/** The others. */
export const OTHERS: readonly Screen[] = [
  { name: 'decisions', who: 'chairman', path: '/app/decisions' },
  { name: 'tasks', who: 'chairman', path: '/app/tasks' },
  {
    name: 'task-past',
    who: 'justice',
    path: '/app/tasks?lead=me',
    async open(page) {
      await first(page, 'tasks');
      await page.getByRole('slider').press('Home');
      await page.waitForURL(/on=/);
    },
  },
  { name: 'plan', who: 'chairman', path: '/app/plan' },
  { name: 'plan-past', who: 'chairman', path: '/app/plan?on=2025-03-31' },
  { name: 'plan-import', who: 'head-of-office', path: '/app/plan/import' },
  { name: 'plan-calendar', who: 'chairman', path: '/app/plan/calendar' },
  { name: 'dossiers', who: 'desk', path: '/app/dossiers' },
  { name: 'dossier', who: 'desk', path: '/app/dossiers?queue=open', open: (page) => first(page, 'dossiers') },
  { name: 'dossiers-archive', who: 'desk', path: '/app/dossiers?queue=archive' },
  { name: 'dossiers-post', who: 'desk', path: '/app/dossiers/post' },
  { name: 'feedback', who: 'head-of-office', path: '/app/feedback' },
  { name: 'reports', who: 'head-of-office', path: '/app/reports' },
  {
    name: 'report-sent',
    who: 'head-of-office',
    path: '/app/reports?state=sent',
    open: (page) => first(page, 'reports'),
  },
  { name: 'inspections', who: 'chairman', path: '/app/inspections' },
  { name: 'evaluation', who: 'chairman', path: '/app/evaluation' },
  { name: 'products', who: 'chairman', path: '/app/evaluation/products' },
  { name: 'handling', who: 'chairman', path: '/app/evaluation/handling' },
  { name: 'rounds', who: 'chairman', path: '/app/evaluation/rounds' },
  {
    name: 'round',
    who: 'chairman',
    path: '/app/evaluation/rounds',
    open: (page) => first(page, 'evaluation/rounds'),
  },
  { name: 'indices', who: 'chairman', path: '/app/indices' },
  { name: 'registers', who: 'culture', path: '/app/registers' },
  { name: 'survey', who: 'chairman', path: '/app/survey' },
  { name: 'organisation', who: 'chairman', path: '/app/organisation' },
  {
    name: 'organisation-past',
    who: 'chairman',
    path: '/app/organisation',
    async open(page) {
      await page.getByRole('slider').press('Home');
      await page.waitForURL(/on=/);
    },
  },
  { name: 'delegations', who: 'chairman', path: '/app/organisation/delegations' },
  { name: 'working-days', who: 'admin', path: '/app/organisation/calendar' },
  { name: 'procedures', who: 'desk', path: '/app/organisation/procedures' },
  { name: 'accounts', who: 'admin', path: '/app/administration' },
  { name: 'import-calendar', who: 'admin', path: '/app/administration/calendar' },
  { name: 'start', who: 'admin', path: '/app/administration/start' },
  { name: 'system', who: 'admin', path: '/app/administration/system' },
  { name: 'me', who: 'culture', path: '/app/me' },
  { name: 'help', who: 'culture', path: '/app/help' },
  { name: 'entry', who: 'oversight', path: '/app/trail', open: (page) => first(page, 'trail') },
  { name: 'citizens-procedures', path: '/public/thieu-van/thu-tuc' },
  { name: 'citizens-plan', path: '/public/thieu-van/ke-hoach' },
  { name: 'citizens-results', path: '/public/thieu-van/ket-qua' },
  { name: 'citizens-apologies', path: '/public/thieu-van/xin-loi' },
  { name: 'citizens-feedback', path: '/public/thieu-van/phan-anh' },
];
