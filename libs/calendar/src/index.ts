export * from './awaited-year.js';
export type * from './calendar-year.js';
export * from './load-calendars.js';
export * from './work-calendar.js';
