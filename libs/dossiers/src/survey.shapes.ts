import { is } from '#kernel';
import { SURVEY_SUBJECTS } from './survey/questionnaire.js';

const asked = { key: is.code, about: is.oneOf(SURVEY_SUBJECTS), text: is.bilingual };

/** What is asked of whoever was served. */
export const SurveyAsked = is.named('SurveyAsked', {
  code: is.code,
  source: is.prose,
  questions: is.list(is.object(asked)),
});

/** What was answered; nothing is told of fewer answers than `fewest`, so that nobody can tell who said what. */
export const SurveyResults = is.derived({
  from: is.day,
  to: is.day,
  /** Whoever does not watch over the office is told of whole months that are over, each of `fewest` answers or more. */
  byMonth: is.flag,
  questionnaire: is.code,
  source: is.prose,
  asked: is.count,
  answered: is.count,
  fewest: is.count,
  satisfiedServicePercent: is.orNull(is.percent),
  satisfiedProceduresPercent: is.orNull(is.percent),
  questions: is.list(
    is.object({
      ...asked,
      answers: is.count,
      mean: is.orNull(is.figure),
      satisfiedPercent: is.orNull(is.percent),
    }),
  ),
});
