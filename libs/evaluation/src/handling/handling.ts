import type { HandledDossier } from '#dossiers';
import { quotient } from '../regime/rounding.js';
import {
  HANDLING_INDICES,
  PER_DOSSIER,
  type DossierIndex,
  type HandIndex,
  type HandlingIndex,
} from './indices.js';

/** Why an index of a dossier is not whole (lý do trừ điểm), with what it was counted of. */
export const DEDUCTIONS = [
  'on-the-day',
  'late',
  'step-on-the-day',
  'step-late',
  'contacted',
  'waited',
  'complained-of',
] as const;
export interface Deduction {
  why: (typeof DEDUCTIONS)[number];
  /** The steps or reasons behind it, in the words of the log. */
  of: readonly string[];
}

/** An index of one dossier: 0, 1 or 2. */
export interface DossierScore {
  index: DossierIndex;
  points: number;
  deduction: Deduction | null;
}

/** A dossier scored (mẫu 01). */
export interface ScoredDossier {
  dossier: HandledDossier;
  scores: readonly DossierScore[];
  total: number;
}

const score = (index: DossierIndex, points: number, deduction: Deduction | null = null): DossierScore => ({
  index,
  points,
  deduction,
});

/** None 2, one 1, more 0. */
const fewer = (index: 'contacts' | 'bodies', count: number, why: Deduction['why'], of: readonly string[]) =>
  count === 0 ? score(index, 2) : score(index, count === 1 ? 1 : 0, { why, of });

/** Scores a dossier (mẫu 01); `complained`: somebody complained of the conduct in it. */
export function scoredDossier(dossier: HandledDossier, complained: boolean): ScoredDossier {
  const { timing, stints, supplements, pauses } = dossier;
  const late = stints.filter((one) => one.timing === 'late').map(({ step }) => step);
  const onTheDay = stints.filter((one) => one.timing === 'on time').map(({ step }) => step);
  const byTime = (index: 'time' | 'conduct') => {
    if (timing === 'late') return score(index, 0, { why: 'late', of: [] });
    return timing === 'early' ? score(index, 2) : score(index, 1, { why: 'on-the-day', of: [] });
  };
  const scores = [
    byTime('time'),
    late.length > 0
      ? score('offices-time', 0, { why: 'step-late', of: late })
      : onTheDay.length > 0
        ? score('offices-time', 1, { why: 'step-on-the-day', of: onTheDay })
        : score('offices-time', 2),
    fewer('contacts', supplements, 'contacted', []),
    fewer('bodies', pauses.length, 'waited', pauses),
    complained ? score('conduct', 0, { why: 'complained-of', of: [] }) : byTime('conduct'),
  ];
  return { dossier, scores, total: scores.reduce((sum, { points }) => sum + points, 0) };
}

/** What a unit's form 02 is worked out of besides its dossiers. */
export interface UnitFacts {
  dossiers: readonly ScoredDossier[];
  feedback: { due: number; inTime: number };
  /** How each procedure handled is offered. */
  services: readonly ('full-online' | 'partial' | 'counter')[];
  byHand: Partial<Record<HandIndex, number>>;
}

export const HANDLING_GRADES = ['excellent', 'good', 'fair', 'average', 'weak'] as const;
export type HandlingGrade = (typeof HANDLING_GRADES)[number];

/** A unit's indices (mẫu 02): points with one decimal, null where nothing was measured or entered. */
export interface UnitScored {
  indices: Readonly<Record<HandlingIndex, number | null>>;
  /** Of 18; null while an index is missing. */
  total: number | null;
  grade: HandlingGrade | null;
}

/** A mean rounded half up to one decimal; null of none. */
const mean = (points: readonly number[]): number | null =>
  points.length === 0 ? null : quotient(points.reduce((sum, one) => sum + one, 0) * 10, points.length) / 10;

const SERVICE = { 'full-online': 2, partial: 1, counter: 0 } as const;

/** Nothing to answer is nothing left unanswered: full points. */
const feedbackPoints = ({ due, inTime }: UnitFacts['feedback']): number =>
  inTime === due ? 2 : inTime * 10 >= due * 9 ? 1 : 0;

/** From so many points of 18 on. */
const GRADES: readonly (readonly [HandlingGrade, number])[] = [
  ['excellent', 15],
  ['good', 12],
  ['fair', 9],
  ['average', 6],
  ['weak', 0],
];

/** A unit's form 02. */
export function unitScored({ dossiers, feedback, services, byHand }: UnitFacts): UnitScored {
  const of = (index: DossierIndex) =>
    mean(
      dossiers.flatMap(({ scores }) =>
        scores.filter((one) => one.index === index).map(({ points }) => points),
      ),
    );
  const perDossier = Object.fromEntries(PER_DOSSIER.map((index) => [index, of(index)])) as Record<
    DossierIndex,
    number | null
  >;
  const indices: UnitScored['indices'] = {
    ...perDossier,
    desk: byHand.desk ?? null,
    publicity: byHand.publicity ?? null,
    feedback: feedbackPoints(feedback),
    online: mean(services.map((one) => SERVICE[one])),
  };
  const known = HANDLING_INDICES.flatMap((index) => indices[index] ?? []);
  if (known.length < HANDLING_INDICES.length) return { indices, total: null, grade: null };
  const tenths = known.reduce((sum, points) => sum + Math.round(points * 10), 0);
  const total = tenths / 10;
  return { indices, total, grade: GRADES.find(([, from]) => total >= from)?.[0] ?? 'weak' };
}

/** How an official handled dossiers: from 5 points of 10 all duties done, from 3.5 from 70% of them, below that less. */
export const OFFICIAL_GRADES = ['all-done', 'from-70', 'below-70'] as const;
export interface OfficialScored {
  postId: string;
  dossiers: number;
  points: number;
  grade: (typeof OFFICIAL_GRADES)[number];
}

/** The officials who had the dossiers when they ended, each by the mean of theirs. */
export const officialsScored = (dossiers: readonly ScoredDossier[]): OfficialScored[] =>
  [...Map.groupBy(dossiers, ({ dossier }) => dossier.postId)].map(([postId, own]) => {
    const points = mean(own.map(({ total }) => total)) ?? 0;
    const grade = points >= 5 ? 'all-done' : points >= 3.5 ? 'from-70' : 'below-70';
    return { postId, dossiers: own.length, points, grade };
  });

/** Places of totals (mẫu 03): equal ones share theirs; who has no total has none. */
export const ranksOf = (totals: readonly (number | null)[]): (number | null)[] =>
  totals.map((total) =>
    total === null ? null : totals.filter((other) => other !== null && other > total).length + 1,
  );
