import type { Day } from '#kernel';
import type { QuestionResult, SurveyTurnout } from './read/survey.queries.js';
import { questionOf, questionnaireOn } from './survey/questionnaire.js';

/** Fewer answers than these are told as too few: whoever served so few people would know who said what. */
export const FEWEST_ANSWERS = 5;

const percentOf = (part: number, whole: number): number | null =>
  whole < FEWEST_ANSWERS ? null : Math.round((part / whole) * 10_000) / 100;

/** What the survey of a time came to, held against the plan's targets by whoever shows it. */
export function surveyAnswer(
  { from, to }: { from: Day; to: Day },
  { asked, answered, satisfiedService, satisfiedProcedures }: SurveyTurnout,
  results: readonly QuestionResult[],
) {
  const { code, source, questions } = questionnaireOn(to);
  const keys = [...new Set([...questions.map(({ key }) => key), ...results.map(({ question }) => question)])];
  return {
    from,
    to,
    questionnaire: code,
    source,
    asked,
    answered,
    fewest: FEWEST_ANSWERS,
    satisfiedServicePercent: percentOf(satisfiedService, answered),
    satisfiedProceduresPercent: percentOf(satisfiedProcedures, answered),
    questions: keys.flatMap((key) => {
      const asking = questionOf(key);
      const result = results.find(({ question }) => question === key);
      const { answers = 0, mean = 0, satisfied = 0 } = result ?? {};
      if (!asking) return [];
      const told = answers >= FEWEST_ANSWERS;
      return [
        {
          key,
          about: asking.about,
          text: asking.text,
          answers,
          mean: told ? mean : null,
          satisfiedPercent: percentOf(satisfied, answers),
        },
      ];
    }),
  };
}
