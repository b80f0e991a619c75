import { MOST_PARTS, Page, QueryWhole, Text, pageOf, textCursor, textIn, type Clock } from '#kernel';
import type { Pool } from 'pg';

export class ListEvaluations extends Page {
  @QueryWhole({ description: 'Năm · year', min: 2020, max: 2100 })
  year!: number;

  @Text({ description: 'Bộ phận · unit', max: 36, optional: true })
  unit?: string;
}

/** Somebody who is evaluated in a year. */
export interface ListedEvaluation {
  id: string;
  year: number;
  personId: string;
  postId: string;
  unitId: string;
  leader: boolean;
}

const COLUMNS = `evaluation_id as id, year, person_id as "personId", post_id as "postId", unit_id as "unitId", leader`;

/** Questions about who is evaluated, answered from the read model. */
export class EvaluationQueries {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async list(office: string, { year, unit, limit = 50, cursor }: ListEvaluations) {
    const values: unknown[] = [office, year, limit + 1];
    const where = ['office = $1', 'year = $2'];
    if (unit !== undefined) where.push(`unit_id::text = $${values.push(unit)}`);
    if (cursor !== undefined) where.push(`evaluation_id::text > $${values.push(textIn(cursor))}`);
    const { rows } = await this.pool.query<ListedEvaluation>(
      `select ${COLUMNS} from rm_evaluation.official where ${where.join(' and ')}
       order by evaluation_id::text limit $3`,
      values,
    );
    return pageOf(rows, limit, ({ id }) => textCursor(id));
  }

  /** All who are evaluated in a year, as many as an office may have officials. */
  async ofYear(office: string, year: number): Promise<ListedEvaluation[]> {
    const { rows } = await this.pool.query<ListedEvaluation>(
      `select ${COLUMNS} from rm_evaluation.official where office = $1 and year = $2
       order by evaluation_id limit $3`,
      [office, year, MOST_PARTS],
    );
    return rows;
  }

  /** The years in which somebody was evaluated, with the evaluation, the latest first. */
  async ofPerson(office: string, personId: string): Promise<ListedEvaluation[]> {
    const { rows } = await this.pool.query<ListedEvaluation>(
      `select ${COLUMNS} from rm_evaluation.official where office = $1 and person_id = $2
       order by year desc limit 50`,
      [office, personId],
    );
    return rows;
  }
}
