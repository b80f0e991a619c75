import type { QuestionResult, SurveyTurnout } from './read/survey.queries.js';
import { questionOf, questionnaireOn } from './survey/questionnaire.js';
import { FEWEST_ANSWERS, type SurveyedTime } from './survey/surveyed-time.js';

const percentOf = (part: number, whole: number): number | null =>
  whole < FEWEST_ANSWERS ? null : Math.round((part / whole) * 10_000) / 100;

/** What the survey of a time came to, held against the plan's targets by whoever shows it. */
export function surveyAnswer(
  { from, to, told }: SurveyedTime,
  { asked, answered, satisfiedService, satisfiedProcedures }: SurveyTurnout,
  results: readonly QuestionResult[],
) {
  const { code, source, questions } = questionnaireOn(to);
  const keys = [...new Set([...questions.map(({ key }) => key), ...results.map(({ question }) => question)])];
  return {
    from,
    to,
    byMonth: told === 'by month',
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
      const enough = answers >= FEWEST_ANSWERS;
      return [
        {
          key,
          about: asking.about,
          text: asking.text,
          answers,
          mean: enough ? mean : null,
          satisfiedPercent: percentOf(satisfied, answers),
        },
      ];
    }),
  };
}
