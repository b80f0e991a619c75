import { addDays, at, type Day } from '#kernel';
import type { Pool } from 'pg';
import { FEWEST_ANSWERS, type SurveyedTime } from '../survey/surveyed-time.js';
import { SATISFIED_FROM } from '../survey/satisfaction.js';

/** How many answered of those that were asked, and how many of them are satisfied. */
export interface SurveyTurnout {
  /** Results that were given in the time: so many were asked. */
  asked: number;
  answered: number;
  satisfiedService: number;
  satisfiedProcedures: number;
}

/** What was answered to a question. */
export interface QuestionResult {
  question: string;
  answers: number;
  mean: number;
  satisfied: number;
}

/** The dossiers whose results were given in a time; whoever answered is in none of it. */
const RETURNED = `rm_dossier.dossier where office = $1 and not past and returned_at >= $2 and returned_at < $3`;
const ANSWER = `score, answers, satisfied_service, satisfied_procedures`;

/** Answers with the part of the time that each is counted in, and how many a part needs to be counted. */
const COUNTED = {
  whole: { from: `select '' as part, ${ANSWER} from ${RETURNED} and score is not null`, least: 1 },
  // By when they were given: those of a month that is over are all there.
  'by month': {
    from: `select to_char(rated_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as part, ${ANSWER}
           from rm_dossier.dossier where office = $1 and not past and rated_at >= $2 and rated_at < $3`,
    least: FEWEST_ANSWERS,
  },
} as const;

const turnout = (told: keyof typeof COUNTED): string => `
  select (select count(*)::int from ${RETURNED}) as asked, coalesce(sum(answered), 0)::int as answered,
         coalesce(sum(service), 0)::int as "satisfiedService", coalesce(sum(procedures), 0)::int as "satisfiedProcedures"
  from (select count(*) as answered, count(*) filter (where satisfied_service) as service,
               count(*) filter (where satisfied_procedures) as procedures
        from (${COUNTED[told].from}) answer group by part having count(*) >= ${COUNTED[told].least}) counted`;

const byQuestion = (told: keyof typeof COUNTED): string => `
  select key as question, sum(answers)::int as answers, round(sum(scores) / sum(answers), 2)::float8 as mean,
         sum(satisfied)::int as satisfied
  from (select a.key, count(*) as answers, sum(a.value::int) as scores, count(*) filter (where a.value::int >= $4) as satisfied
        from (${COUNTED[told].from}) answer, jsonb_each_text(answer.answers) a
        where answer.answers is not null group by part, a.key having count(*) >= ${COUNTED[told].least}) counted
  group by key order by key`;

/** What the survey of those who were served came to (kết quả khảo sát hài lòng). */
export class SurveyQueries {
  constructor(private readonly pool: Pool) {}

  async turnout(office: string, { from, to, told }: SurveyedTime): Promise<SurveyTurnout> {
    const { rows } = await this.pool.query<SurveyTurnout>(turnout(told), bounds(office, from, to));
    return rows[0] ?? { asked: 0, answered: 0, satisfiedService: 0, satisfiedProcedures: 0 };
  }

  async byQuestion(office: string, { from, to, told }: SurveyedTime): Promise<QuestionResult[]> {
    const values = [...bounds(office, from, to), SATISFIED_FROM];
    return (await this.pool.query<QuestionResult>(byQuestion(told), values)).rows;
  }
}

const bounds = (office: string, from: Day, to: Day) => [office, at(from), at(addDays(to, 1))];
