import { sqlFile, sqlMigration } from '#kernel';

export * from './awaited-year.js';
export type * from './calendar-year.js';
export * from './load-calendars.js';
export * from './missing-years.js';
export * from './office-years.js';
export * from './shared-calendar.js';
export * from './work-calendar.js';
export * from './year-difference.js';
export * from './year-seen.js';

export const calendarMigrations = [
  sqlMigration('CalendarYear', 1764000000150, sqlFile('./calendar-year.sql', import.meta.url)),
  sqlMigration('OfficeYears', 1764000000320, sqlFile('./office-year.sql', import.meta.url)),
];
