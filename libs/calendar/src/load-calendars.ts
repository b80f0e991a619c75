import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarYear } from './calendar-year.js';

/** Reads every `<year>.json` of a folder. */
export const loadCalendars = (folder: string): CalendarYear[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CalendarYear);
