import type { EvaluationYear } from '#client';
import type { Tone } from '../ui/badge';

export type Grade = EvaluationYear['unitGrades'][number]['grade'];

export const GRADES = ['excellent', 'good', 'completed', 'not-completed'] as const satisfies readonly Grade[];

/** How grades look; the word says it. */
export const GRADE_TONES: Readonly<Record<Grade, Tone>> = {
  excellent: 'done',
  good: 'done',
  completed: 'plain',
  'not-completed': 'late',
};
