import { is } from '#kernel';
import { DOCUMENT, EVIDENCE, GENERAL, RATIO } from './evaluation.shapes.js';
import { GRADES } from './regime/grades.js';
import { UNIT_CONDITIONS, UNIT_REASONS } from './unit/unit-grade.js';

const grade = is.oneOf(GRADES);

/** Work is counted in converted units: points of five are one. */
const Row = is.object({
  kind: is.oneOf(['task', 'official-evaluation']),
  /** The stream whose events tell it. */
  subject: is.id,
  title: is.orNull(is.prose),
  pieces: is.count,
  failedReviews: is.count,
  delays: is.count,
  assigned: is.figure,
  done: is.figure,
  late: is.figure,
  above: is.figure,
});

const Working = is.named('UnitGradeWorking', {
  /** What was done until then is counted. */
  until: is.day,
  /** Null where the rules give none. */
  grade: is.orNull(grade),
  why: is.oneOf(UNIT_REASONS),
  score: is.orNull(is.figure),
  general: is.orNull(is.figure),
  work: is.orNull(is.figure),
  ratio: is.orNull(RATIO),
  assigned: is.figure,
  done: is.figure,
  late: is.figure,
  above: is.figure,
  /** What an excellent year needs, shares in per cent; null of nothing. */
  conditions: is.list(
    is.object({
      code: is.oneOf(UNIT_CONDITIONS),
      needed: is.figure,
      is: is.orNull(is.figure),
      holds: is.flag,
    }),
  ),
  rows: is.list(Row),
  findings: is.list(is.object({ inspectionId: is.id, text: is.prose, remedied: is.flag })),
  failing: is.list(is.object({ kind: is.oneOf(['official', 'unit']), id: is.id })),
});

export const UnitYear = is.named('UnitYear', {
  unitId: is.id,
  year: is.year,
  /** Of the year's stream. */
  version: is.version,
  source: is.line,
  criteria: is.list(is.object({ code: is.code, name: is.bilingual, most: is.figure })),
  /** What the log can't tell, entered by a hand with evidence (R31). */
  entered: is.orNull(
    is.object({ general: GENERAL, above: is.list(is.id), evidence: EVIDENCE, by: is.id, at: is.instant }),
  ),
  now: Working,
  decided: is.orNull(
    is.object({
      grade,
      was: is.orNull(grade),
      reason: is.orNull(is.prose),
      ...DOCUMENT,
      /** As it stood when it was decided. */
      working: Working,
    }),
  ),
});
