import { Grammar, type TriggerSettings } from './grammar.js';
import { NoSuchTime } from './parts-of-time.js';
import type { Schedule } from './schedule.js';

/** A phrase that names a time no year has: a slip that whoever wrote it has to mend. */
export interface NoSuchDate {
  kind: 'noSuchDate';
}

/**
 * What a phrase asks for in a plan's year. One that can't be read, that names another year or no time of its own is never
 * guessed: it comes back as `needingDate`, with the reason.
 */
export function parsePhrase(
  text: string,
  year: number,
  triggers: TriggerSettings = { afterDecision: 10, atOnce: 5 },
): Schedule | NoSuchDate {
  try {
    return new Grammar(text, year, triggers).phrase() ?? { kind: 'needingDate', reason: 'unreadable' };
  } catch (error) {
    if (error instanceof NoSuchTime) return { kind: 'noSuchDate' };
    throw error;
  }
}
