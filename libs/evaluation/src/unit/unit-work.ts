import { dayOf, type Day } from '#kernel';
import { hasPassed } from '#overdue';
import type { Task } from '#planning';
import { counted, proposed } from '../official/years-work.js';
import type { OfficialEvaluation } from '../official/official.js';
import type { Grade } from '../regime/grades.js';
import { unitsOf, type Product, type Units } from '../regime/work.js';
import type { UnitRule } from './unit-rules.js';

/** What one task or one official brings to a unit's year, in points of the catalogue; the stream tells the rest. */
export interface UnitRow extends Units {
  kind: 'task' | 'official-evaluation';
  subject: string;
  /** The task's number and title; of an official nothing that the stream does not say. */
  title: string | null;
  pieces: number;
  /** Of what was planned: not done. */
  undone: number;
  late: number;
  above: number;
  failedReviews: number;
  delays: number;
}

/** What an inspection required of the unit (yêu cầu khắc phục). */
export interface UnitFinding {
  inspectionId: string;
  text: string;
  remedied: boolean;
}

/** A part of the unit that failed its year: somebody in it, or a unit below it. */
export interface FailingPart {
  kind: 'official' | 'unit';
  id: string;
}

/** A unit's year as the log tells it up to a day (kết quả của tập thể). */
export interface UnitWork {
  until: Day;
  rows: readonly UnitRow[];
  findings: readonly UnitFinding[];
  failing: readonly FailingPart[];
}

/** What an event stream left of pieces of work. */
function rowOf(
  source: Pick<UnitRow, 'kind' | 'subject' | 'title'>,
  pieces: readonly Product[],
  { deduction }: UnitRule,
): UnitRow {
  const row = {
    ...{ ...source, ...unitsOf(pieces, deduction), pieces: pieces.length },
    ...{ undone: 0, late: 0, above: 0, failedReviews: 0, delays: 0 },
  };
  for (const { points, quantity, planned, done, failedReviews, delays, above } of pieces) {
    if (planned) row.undone += points * (quantity - done);
    if (delays > 0) row.late += points * done;
    if (above) row.above += points * done;
    row.failedReviews += failedReviews;
    row.delays += delays;
  }
  return row;
}

/**
 * A task of the unit: each deadline of the year that was met or has passed is one piece; a task without any is one once it is
 * completed. Null where nothing of it can be counted.
 */
export function taskRow(
  taskId: string,
  { status, facts, occurrences, submissions }: Task,
  { year, now }: { year: number; now: Date },
  rule: UnitRule,
): UnitRow | null {
  const due = [...occurrences.values()].filter(
    ({ due: instant, status: how }) =>
      instant !== null &&
      dayOf(new Date(instant)).startsWith(`${year}-`) &&
      (how === 'fulfilled' || (how === 'open' && hasPassed(instant, now))),
  );
  const returned = [...submissions.values()].filter((one) => one.status === 'returned');
  const piece = (done: boolean, how: { failedReviews: number; delays: number }): Product => ({
    ...{ points: rule.deadline, quantity: 1, planned: true, above: false, done: done ? 1 : 0, ...how },
  });
  const pieces = due.map(({ occurrenceId, status: how, missed }) =>
    piece(how === 'fulfilled', {
      failedReviews: returned.filter((one) => one.occurrenceId === occurrenceId).length,
      delays: missed ? 1 : 0,
    }),
  );
  if (pieces.length === 0 && occurrences.size === 0 && status === 'completed')
    pieces.push(piece(true, { failedReviews: returned.length, delays: 0 }));
  if (pieces.length === 0) return null;
  const title = facts && `${facts.number}. ${facts.title}`;
  return rowOf({ kind: 'task', subject: taskId, title }, pieces, rule);
}

/** An official's products of the periods that are scored; those whose task tells of them count with the task. */
export function officialRow(
  evaluationId: string,
  { products, periods }: OfficialEvaluation,
  rule: UnitRule,
): UnitRow | null {
  const own = products.filter(({ period, source }) => source === null && periods[period]?.scored);
  if (own.length === 0) return null;
  const source = { kind: 'official-evaluation', subject: evaluationId, title: null } as const;
  return rowOf(source, own.map(counted), rule);
}

/** Whether somebody of the unit failed their year: as it was decided or, before that, as it is proposed. */
export const failed = (state: OfficialEvaluation, decided: Grade | undefined): boolean =>
  (decided ?? proposed(state).grade) === 'not-completed';
