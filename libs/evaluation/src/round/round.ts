import type { Aggregate } from '#event-store';
import type { Day } from '#kernel';
import type { Evidence } from '../official/official.events.js';
import { hundredths, points, quotient } from '../regime/rounding.js';
import { criteriaOf, type Criterion, type SheetContent } from '../sheet/sheet.js';

/** The stages of a round (các bước): self-score, appraisal, explanation, second appraisal, council, final. */
export const STAGES = ['self', 'appraisal', 'explanation', 'second', 'council', 'final'] as const;
export type Stage = (typeof STAGES)[number];

/** Where a round stands: at a stage, or closed, as its office ended before it was final. */
export const ROUND_STANDINGS = [...STAGES, 'closed'] as const;
export type RoundStanding = (typeof ROUND_STANDINGS)[number];

/** Stages in which others than the scored give points. */
export const APPRAISING = ['appraisal', 'second', 'council'] as const;
export type Appraising = (typeof APPRAISING)[number];

/** What the log told of a computed criterion: of what, as of when; null per cent where nothing was measured. */
export interface Computed {
  index: string;
  part: number;
  whole: number;
  percent: number | null;
  /** Entries of a register, no share of anything: `part` is how many. */
  counted?: 'entries';
}

/** A value that somebody gave a criterion. */
export interface Given {
  points: number;
  text: string;
  evidence: Evidence | null;
  by: string;
  at: string;
}

/** What a criterion was given, stage by stage. */
export interface Scored {
  self: Given | null;
  computed: (Computed & { points: number | null; at: string }) | null;
  appraisal: Given | null;
  explanation: { text: string; evidence: Evidence | null; by: string; at: string } | null;
  second: Given | null;
  council: Given | null;
}

type GivenNow = Omit<Given, 'at'>;
type OfCriterion<T> = T & { criterion: string };

export type RoundEvent =
  | {
      type: 'ScoringRoundOpened';
      data: {
        sheetId: string;
        edition: number;
        sheet: SheetContent;
        name: string;
        unitId: string | null;
        from: Day;
        to: Day;
      };
    }
  | { type: 'CriterionSelfScored'; data: OfCriterion<GivenNow> }
  | {
      type: 'CriteriaComputed';
      data: { count: number; values: OfCriterion<Computed & { points: number | null }>[] };
    }
  | { type: 'CriterionAppraised'; data: OfCriterion<GivenNow & { stage: Appraising }> }
  | { type: 'CriterionExplained'; data: OfCriterion<{ text: string; evidence: Evidence | null; by: string }> }
  | { type: 'ScoringRoundAdvanced'; data: { was: Stage; stage: Stage; index: number | null } }
  | { type: 'ScoringRoundUnlocked'; data: { stage: Stage; reason: string } }
  /** R28: the office ended, by this document, and another took over. */
  | { type: 'ScoringRoundClosed'; data: { was: Stage; toOffice: string; document: string } };

/** A round (kỳ chấm điểm) as its events leave it, with the sheet it was opened with. */
export interface Round {
  stage: RoundStanding | 'none';
  sheetId: string;
  edition: number;
  sheet: SheetContent | null;
  unitId: string | null;
  from: Day;
  to: Day;
  scores: Readonly<Record<string, Scored>>;
  /** Who has entered anything for those who are scored: they appraise nothing of it. */
  selfScorers: readonly string[];
  unlocked: string | null;
  /** The document by which its office ended before it was final. */
  closedBy: string | null;
}

export const scoringRound: Aggregate<Round, RoundEvent> = {
  kind: 'scoring-round',
  initial: {
    ...{ stage: 'none', sheetId: '', edition: 0, sheet: null, unitId: null, from: '', to: '' },
    ...{ scores: {}, selfScorers: [], unlocked: null, closedBy: null },
  },
  evolve,
};

const NOTHING: Scored = {
  ...{ self: null, computed: null, appraisal: null, explanation: null, second: null, council: null },
};
export const scoredOf = ({ scores }: Round, criterion: string): Scored => scores[criterion] ?? NOTHING;

function evolve(state: Round, { type, data }: RoundEvent, now: Date): Round {
  const at = now.toISOString();
  const change = (criterion: string, how: Partial<Scored>): Round => ({
    ...state,
    scores: { ...state.scores, [criterion]: { ...scoredOf(state, criterion), ...how } },
  });
  const bySelf = (by: string) => [...new Set([...state.selfScorers, by])];
  switch (type) {
    case 'ScoringRoundOpened': {
      const { name: _, ...opened } = data;
      return { ...state, ...opened, stage: 'self' };
    }
    case 'CriterionSelfScored': {
      const { criterion, ...given } = data;
      return { ...change(criterion, { self: { ...given, at } }), selfScorers: bySelf(data.by) };
    }
    case 'CriteriaComputed': {
      const scores = { ...state.scores };
      for (const { criterion, ...computed } of data.values)
        scores[criterion] = { ...scoredOf(state, criterion), computed: { ...computed, at } };
      return { ...state, scores };
    }
    case 'CriterionAppraised': {
      const { criterion, stage, ...given } = data;
      return change(criterion, { [stage]: { ...given, at } });
    }
    case 'CriterionExplained': {
      const { criterion, ...explanation } = data;
      const next = change(criterion, { explanation: { ...explanation, at } });
      return { ...next, selfScorers: bySelf(data.by) };
    }
    case 'ScoringRoundAdvanced':
      return { ...state, stage: data.stage };
    case 'ScoringRoundClosed':
      return { ...state, stage: 'closed', closedBy: data.document };
    case 'ScoringRoundUnlocked': {
      const scores = Object.entries(state.scores).map(([code, one]): [string, Scored] => [
        code,
        upTo(data.stage, one),
      ]);
      return { ...state, stage: data.stage, unlocked: data.reason, scores: Object.fromEntries(scores) };
    }
  }
}

/** What was given up to a stage: what came after it is given anew. */
const upTo = (stage: Stage, scored: Scored): Scored => ({
  ...scored,
  appraisal: stage === 'self' ? null : scored.appraisal,
  second: stage === 'self' || stage === 'appraisal' ? null : scored.second,
  council: stage === 'council' ? scored.council : null,
});

/** What a criterion counts with now: the last that was given, else what was computed, else what was self-scored. */
export const valueOf = ({ council, second, appraisal, computed, self }: Scored): number | null =>
  (council ?? second ?? appraisal)?.points ?? computed?.points ?? self?.points ?? null;

/** The criteria that have no value yet, of some kinds. */
export const openCriteria = (state: Round, ...kinds: Criterion['kind'][]): Criterion[] =>
  criteriaOf(state.sheet ?? { areas: [] }).filter(
    ({ code, kind }) => kinds.includes(kind) && valueOf(scoredOf(state, code)) === null,
  );

/** The index (chỉ số): what was scored and surveyed, with bonus and without deduction, scaled to 100; two decimals, never below 0. */
export function indexOf(state: Round): number {
  const { sheet } = state;
  if (!sheet) return 0;
  const sum = criteriaOf(sheet).reduce((all, { code, kind }) => {
    const value = hundredths(valueOf(scoredOf(state, code)) ?? 0);
    return kind === 'deduction' ? all - value : all + value;
  }, 0);
  return points(quotient(Math.max(0, sum) * 10_000, hundredths(sheet.total)));
}
