import type { Bilingual, Day } from '#kernel';

/** What a question is about: how the office serves, or how it settles procedures; each has a target of its own. */
export const SURVEY_SUBJECTS = ['service', 'procedures'] as const;
export type SurveySubject = (typeof SURVEY_SUBJECTS)[number];

/** A question of the survey (câu hỏi khảo sát), answered from 1 to 5. */
export interface Question {
  key: string;
  about: SurveySubject;
  text: Bilingual;
}

/** What is asked from a day on, and where that is from. */
export interface Questionnaire {
  code: string;
  from: Day;
  source: string;
  questions: readonly Question[];
}

/** All questionnaires there were, the earliest first; another one is another line here. */
export const QUESTIONNAIRES: readonly Questionnaire[] = [
  {
    code: 'five-factors-2025',
    from: '1900-01-01',
    source:
      'Năm yếu tố của phép đo hài lòng (SIPAS, Bộ Nội vụ): tiếp cận, thủ tục, công chức, kết quả, tiếp thu ý kiến; câu chữ là thiết lập của đơn vị',
    questions: [
      {
        key: 'access',
        about: 'service',
        text: {
          vi: 'Nơi tiếp nhận dễ tìm, đủ chỗ ngồi, trang thiết bị; nộp trực tuyến thuận tiện',
          en: 'The desk is easy to find and well equipped; handing in online is convenient',
        },
      },
      {
        key: 'officials',
        about: 'service',
        text: {
          vi: 'Công chức lịch sự, giải thích rõ, không gây phiền hà',
          en: 'Officials are polite, explain well and cause no trouble',
        },
      },
      {
        key: 'steps',
        about: 'procedures',
        text: {
          vi: 'Giấy tờ phải nộp, phí, thời hạn đúng như niêm yết',
          en: 'Papers, fee and time are as they are posted up',
        },
      },
      {
        key: 'result',
        about: 'procedures',
        text: {
          vi: 'Kết quả đúng hẹn, đầy đủ, chính xác',
          en: 'The result came on time, complete and correct',
        },
      },
      {
        key: 'opinions',
        about: 'service',
        text: {
          vi: 'Góp ý, phản ánh được tiếp nhận và trả lời',
          en: 'Opinions and feedback are heard and answered',
        },
      },
    ],
  },
];

/** What is asked on a day. */
export function questionnaireOn(day: Day): Questionnaire {
  const asked = QUESTIONNAIRES.findLast(({ from }) => from <= day);
  if (!asked) throw new Error(`nothing is asked on ${day}`);
  return asked;
}

/** Any question that was ever asked. */
export const questionOf = (key: string): Question | undefined =>
  QUESTIONNAIRES.flatMap(({ questions }) => questions).findLast((one) => one.key === key);
