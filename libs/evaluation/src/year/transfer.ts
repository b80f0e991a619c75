import type { Office } from '#organisation/office';
import { goingOn, nothingMore } from '#overdue';
import { headedBy } from '../official/leading.js';
import { APPEAL_STEP } from './appeals.js';
import type { YearContext } from './opening.js';
import type { YearEvent } from './year.events.js';
import { evaluationYear, type EvaluationYear, type HeadedUnit } from './year.js';

/** Lets a year in which grades were decided go to the office that takes this one over (R28): they may still be appealed against. */
export class TransferEvaluationYear {}

export function transferEvaluationYear(
  state: EvaluationYear,
  _command: TransferEvaluationYear,
  { office: { succession } }: YearContext,
): YearEvent[] {
  const { settings, grades, appeals, toOffice: gone } = state;
  if (!succession || !settings || gone !== null || Object.keys(grades).length === 0) return [];
  const { successor: toOffice, document } = succession;
  const open = Object.values(appeals).filter(({ decision }) => decision === null);
  const data = { toOffice, document, year: settings.year, appeals: open.length };
  return [{ type: 'EvaluationYearTransferred', data: { ...data, agenda: open.map(nothingMore) } }];
}

/**
 * A year as it goes along: its settings, grades and appeals, and who headed what, which grades are held against. How units and
 * dossiers were scored stays where it was scored.
 */
export function carriedYear(state: EvaluationYear, from: string, office: Office): EvaluationYear {
  const { settings, unitGrades, grades, appeals, said } = state;
  const of = state.of ?? { office: from, name: office.name, heads: headsOf(office) };
  const along = said === undefined ? {} : { said };
  return { ...evaluationYear.initial, ...along, settings, unitGrades, grades, appeals, of };
}

/** The units that are led by somebody, by the post that heads them. */
const headsOf = (office: Office): Record<string, HeadedUnit> =>
  Object.fromEntries(
    [...office.units.values()].flatMap(({ unitId, name, headPostId }) =>
      headedBy(office, headPostId)?.unitId === unitId ? [[headPostId, { unitId, name }]] : [],
    ),
  );

/** Takes it over: each appeal is decided here, with the grade it is against, in the time it had (R28). */
export class TakeOverEvaluationYear {
  fromOffice!: string;
  document!: string;
  carried!: EvaluationYear;
}

export function takeOverEvaluationYear(
  state: EvaluationYear,
  { fromOffice, document, carried }: TakeOverEvaluationYear,
  context: YearContext,
): YearEvent[] {
  const { settings } = carried;
  if (state.settings || !settings) return [];
  const appeals = Object.fromEntries(
    Object.entries(carried.appeals).map(([person, one]) => [person, { ...one, atPostId: null }]),
  );
  const agenda = Object.values(appeals)
    .filter(({ decision }) => decision === null)
    .map((one) => goingOn(one, APPEAL_STEP, context));
  const taken = { ...carried, appeals };
  return [
    {
      type: 'EvaluationYearTakenOver',
      data: { fromOffice, document, year: settings.year, taken, agenda },
    },
  ];
}
