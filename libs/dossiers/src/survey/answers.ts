import { Coded, Whole, refusal } from '#kernel';
import type { Questionnaire } from './questionnaire.js';
import type { Answers } from './satisfaction.js';

export const surveyAnswerInvalid = refusal(
  'survey_answer_invalid',
  422,
  { vi: 'Câu trả lời khảo sát chưa đúng', en: 'An answer of the survey is not right' },
  {
    vi: 'Mỗi câu hỏi trả lời một lần, chỉ những câu đang hỏi: {questions}.',
    en: 'Answer each question once, and only what is asked: {questions}.',
  },
);

/** An answer to a question of the survey. */
export class SurveyAnswer {
  @Coded({ description: 'Câu hỏi · question', pattern: /^[a-z]{1,40}$/, max: 40 })
  question!: string;

  @Whole({ description: 'Điểm 1 đến 5 · score', min: 1, max: 5 })
  score!: number;
}

/** Answers by question; refuses one that nobody asked, and a second answer to the same. */
export function answersTo(questionnaire: Questionnaire, given: readonly SurveyAnswer[]): Answers {
  const asked = questionnaire.questions.map(({ key }) => key);
  const answers = new Map<string, number>();
  for (const { question, score } of given) {
    if (!asked.includes(question) || answers.has(question))
      throw surveyAnswerInvalid({ questions: asked.join(', ') });
    answers.set(question, score);
  }
  return Object.fromEntries(answers);
}
