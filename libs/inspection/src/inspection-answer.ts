import { dueAnswer } from '#deadline';
import { isoOffset } from '#kernel';
import type { Office } from '#organisation';
import { hasPassed } from '#overdue';
import { isToRemedy, type Inspection, type Requirement } from './inspection/inspection.js';
import type { OversightNote } from './oversight/note.js';
import { inspectedUnits, reached, type Programme } from './programme/programme.js';
import type { Listed, UnitRemedies } from './read/inspection.queries.js';

const instant = (text: string): string => isoOffset(new Date(text));

/** Past its time and not remedied, recorded or not. */
const isOverdue = ({ status, due, missed }: Requirement, now: Date): boolean =>
  status === 'open' && (missed || hasPassed(due, now));

/** An inspection in a list. */
export function listedAnswer({ id, version, state }: Listed<Inspection>, now: Date) {
  const { kind, year, itemId, unannounced, unitId, status, basis, from, to, leaderPostId } = state;
  const { requirements } = state;
  return {
    ...{ id, version, kind, year, itemId, unannounced, unitId, status, basis, from, to, leaderPostId },
    faults: state.findings.filter(isToRemedy).length,
    required: requirements.length,
    remedied: requirements.filter((one) => one.status === 'verified').length,
    overdue: requirements.filter((one) => isOverdue(one, now)).length,
  };
}

/** An inspection whole. */
export function wholeAnswer(loaded: Listed<Inspection>, now: Date) {
  const { team, about, record, findings, opinion, conclusion, requirements } = loaded.state;
  return {
    ...listedAnswer(loaded, now),
    team: [...team],
    about: [...about],
    record,
    findings: [...findings],
    opinion: opinion && { ...opinion, at: instant(opinion.at) },
    conclusion: conclusion && { ...conclusion, at: instant(conclusion.at) },
    requirements: requirements.map((one) => requirementAnswer(one, now)),
  };
}

const requirementAnswer = (one: Requirement, now: Date) => ({
  requirementId: one.requirementId,
  findingId: one.findingId,
  text: one.text,
  dueDay: one.dueDay,
  ...dueAnswer(one),
  status: one.status,
  overdue: isOverdue(one, now),
  late: one.late || one.missed || isOverdue(one, now),
  level: one.level,
  remedy: one.remedy && { ...one.remedy, at: instant(one.remedy.at) },
  rejected: one.rejected,
  verifiedAt: one.verifiedAt && instant(one.verifiedAt),
});

/** A note of oversight. */
export function noteAnswer({ id, version, state }: Listed<OversightNote>, now: Date) {
  const { status, overseer, documentNumber, documentDate, text, file, unitId, receivedAt, answer } = state;
  const overdue =
    (status === 'received' || status === 'assigned') && (state.missed || hasPassed(state.due, now));
  return {
    ...{ id, version, status, overseer, documentNumber, documentDate, text, file, unitId },
    receivedAt: instant(receivedAt ?? ''),
    ...dueAnswer(state),
    overdue,
    late: overdue || state.missed || (answer?.late ?? false),
    answer: answer && { ...answer, at: instant(answer.at) },
  };
}

/** A year's programme; null where none was drawn up. */
export const programmeAnswer = (id: string, version: number, state: Programme, office: Office) => ({
  id,
  version,
  year: state.year,
  status: state.status === 'approved' ? ('approved' as const) : ('draft' as const),
  share: state.share,
  source: state.source,
  ...reached(state.inspections, office),
  decided: state.decided,
  inspections: [...state.inspections],
});

/** A share in per cent, to a decimal; null of nothing, for what was not measured is neither 0% nor 100%. */
const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((1000 * part) / whole) / 10;

/** What a year's inspections came to. */
export function figuresAnswer(
  year: number,
  programme: Programme,
  office: Office,
  inspected: readonly { unitId: string; unannounced: boolean }[],
  remedies: readonly UnitRemedies[],
) {
  const units = inspectedUnits(office).length;
  const sum = (of: (one: UnitRemedies) => number) => remedies.reduce((all, one) => all + of(one), 0);
  const [required, remedied] = [sum((one) => one.required), sum((one) => one.remedied)];
  const reachedUnits = reached(inspected, office).units;
  return {
    year,
    plannedShare: programme.status === 'none' ? null : programme.share,
    units,
    planned: reached(programme.inspections, office).units,
    inspected: reachedUnits,
    inspectedShare: shareOf(reachedUnits, units),
    unannounced: inspected.filter(({ unannounced }) => unannounced).length,
    required,
    remedied,
    remediedShare: shareOf(remedied, required),
    overdue: sum((one) => one.overdue),
    byUnit: remedies.map((one) => ({ ...one, remediedShare: shareOf(one.remedied, one.required) })),
  };
}
