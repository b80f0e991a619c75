import { questionOf, type SurveySubject } from './questionnaire.js';

/** Answers by question, from 1 to 5. */
export type Answers = Readonly<Record<string, number>>;

/** From here on an answer says that somebody is satisfied. */
export const SATISFIED_FROM = 4;

/**
 * Whether whoever rated is satisfied with how the office serves, and with how it settles procedures: by the mean of their
 * answers about that, or by the whole where they answered nothing about it.
 */
export function satisfactionOf(score: number, answers: Answers | null): Record<SurveySubject, boolean> {
  const satisfied = (about: SurveySubject): boolean => {
    const own = Object.entries(answers ?? {}).flatMap(([key, value]) =>
      questionOf(key)?.about === about ? [value] : [],
    );
    const mean = own.length === 0 ? score : own.reduce((sum, value) => sum + value, 0) / own.length;
    return mean >= SATISFIED_FROM;
  };
  return { service: satisfied('service'), procedures: satisfied('procedures') };
}
