import { addDays, at, type Day } from '#kernel';
import type { Pool } from 'pg';
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

/** What the survey of those who were served came to (kết quả khảo sát hài lòng). */
export class SurveyQueries {
  constructor(private readonly pool: Pool) {}

  async turnout(office: string, { from, to }: { from: Day; to: Day }): Promise<SurveyTurnout> {
    const { rows } = await this.pool.query<SurveyTurnout>(
      `select count(*)::int as asked, count(score)::int as answered,
              count(*) filter (where satisfied_service)::int as "satisfiedService",
              count(*) filter (where satisfied_procedures)::int as "satisfiedProcedures" from ${RETURNED}`,
      [office, at(from), at(addDays(to, 1))],
    );
    return rows[0] ?? { asked: 0, answered: 0, satisfiedService: 0, satisfiedProcedures: 0 };
  }

  async byQuestion(office: string, { from, to }: { from: Day; to: Day }): Promise<QuestionResult[]> {
    const { rows } = await this.pool.query<QuestionResult>(
      `select a.key as question, count(*)::int as answers, round(avg(a.value::int), 2)::float8 as mean,
              count(*) filter (where a.value::int >= $4)::int as satisfied
       from (select answers from ${RETURNED} and answers is not null) d, jsonb_each_text(d.answers) a
       group by a.key order by a.key`,
      [office, at(from), at(addDays(to, 1)), SATISFIED_FROM],
    );
    return rows;
  }
}
