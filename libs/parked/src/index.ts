import { isolated, sqlFile, sqlMigration } from '#kernel';

export * from './parked-work.js';

export const parkedMigrations = [
  sqlMigration(
    'ParkedWork',
    1764000000021,
    sqlFile('./parked.sql', import.meta.url),
    isolated('parked_work'),
  ),
];
