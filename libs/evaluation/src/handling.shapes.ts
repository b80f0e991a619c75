import { is } from '#kernel';
import { EVIDENCE } from './evaluation.shapes.js';
import { DEDUCTIONS, HANDLING_GRADES, OFFICIAL_GRADES } from './handling/handling.js';
import { BY_HAND, HANDLING_INDICES, PER_DOSSIER } from './handling/indices.js';

const points = is.whole(0, 2);

const Unit = is.object({
  unitId: is.id,
  /** How many dossiers ended there. */
  dossiers: is.count,
  /** With one decimal; null where nothing was measured or entered. */
  indices: is.list(is.object({ index: is.oneOf(HANDLING_INDICES), points: is.orNull(is.figure) })),
  /** Of 18; null while an index is missing. */
  total: is.orNull(is.figure),
  grade: is.orNull(is.oneOf(HANDLING_GRADES)),
  rank: is.orNull(is.count),
  rated: is.count,
  satisfied: is.count,
  /** By the mean of the dossiers that each had at the end, out of ten. */
  officials: is.list(
    is.object({
      postId: is.id,
      dossiers: is.count,
      points: is.figure,
      grade: is.oneOf(OFFICIAL_GRADES),
    }),
  ),
  entered: is.list(
    is.object({
      unitId: is.id,
      quarter: is.whole(1, 4),
      index: is.oneOf(BY_HAND),
      points,
      evidence: EVIDENCE,
      by: is.id,
    }),
  ),
});

export const HandlingRanking = is.named('HandlingRanking', {
  year: is.year,
  /** Null: of the whole year. */
  quarter: is.orNull(is.whole(1, 4)),
  from: is.day,
  to: is.day,
  source: is.line,
  indices: is.list(is.object({ index: is.oneOf(HANDLING_INDICES), name: is.bilingual, rule: is.bilingual })),
  items: is.list(Unit),
  incomplete: is.maybe(is.object({ subjects: is.count })),
});

export const ScoredDossiers = is.page(
  is.named('ScoredDossier', {
    id: is.id,
    code: is.code,
    procedureName: is.line,
    postId: is.id,
    endedAt: is.instant,
    total: is.whole(0, 10),
    scores: is.list(
      is.object({
        index: is.oneOf(PER_DOSSIER),
        points,
        /** Why it is not whole, and the steps or reasons behind it. */
        deduction: is.orNull(is.object({ why: is.oneOf(DEDUCTIONS), of: is.list(is.prose) })),
      }),
    ),
  }),
);
