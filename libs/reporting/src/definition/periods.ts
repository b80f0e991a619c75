import { addDays, at, type Day } from '#kernel';
import { DEFINITIONS, type ReportDefinition } from './definitions.js';

/** A period (kỳ báo cáo), both days included. */
export interface Period {
  from: Day;
  to: Day;
}

/** The definitions that hold in a year. */
export const definitionsIn = (year: number, all: readonly ReportDefinition[] = DEFINITIONS) =>
  all.filter(({ years }) => years.from <= year && (years.to === null || year <= years.to));

/** The definition of a code that holds in a year; undefined where there is none. */
export const definitionOf = (code: string, year: number): ReportDefinition | undefined =>
  definitionsIn(year).find((one) => one.code === code);

/** The period that is reported in a year: it begins in the year before where its first day lies behind its last. */
export function periodIn({ period: { from, to } }: ReportDefinition, year: number): Period {
  return { from: `${from > to ? year - 1 : year}-${from}`, to: `${year}-${to}` };
}

export const dueDayIn = ({ due }: ReportDefinition, year: number): Day => `${year}-${due}`;

/** When it opens for drafting: on a day before its period ends, as the office's day begins. */
export const opensAt = (definition: ReportDefinition, year: number): Date =>
  at(addDays(periodIn(definition, year).to, -definition.opensDaysBefore), '07:30');

/** A period's first instant, and the one by which it is over. */
export const instantsOf = ({ from, to }: Period): { since: Date; end: Date } => ({
  since: at(from),
  end: at(addDays(to, 1)),
});
