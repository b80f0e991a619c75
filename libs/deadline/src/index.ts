import { sqlFile, sqlMigration } from '#kernel';

export * from './agenda.js';
export * from './agenda-projection.js';
export * from './awaited.js';
export * from './awaited-projection.js';
export * from './awaited-years.js';
export * from './due-instant.js';
export * from './next-alarm.js';
export * from './step.js';
export * from './sweep.js';

export const deadlineMigrations = [
  sqlMigration('NextAlarm', 1764000000132, sqlFile('./next-alarm.sql', import.meta.url)),
];
