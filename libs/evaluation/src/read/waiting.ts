import type { Waiting, WaitingFor } from '#capability';
import type { AggregateStore } from '#event-store';
import { dayOf } from '#kernel';
import { hasRole } from '#organisation';
import { evaluationYear, yearSubject } from '../year/year.js';
import type { EvaluationQueries } from './evaluation.queries.js';

/** Appeals against grades wait for the chairman: of the year that is graded now and of the one before. */
export const evaluationsWaiting =
  (aggregates: AggregateStore, queries: EvaluationQueries): WaitingFor =>
  async ({ office, state, personId }) => {
    if (!hasRole(state, personId, 'chairman')) return [];
    const thisYear = Number(dayOf(queries.now()).slice(0, 4));
    const years = await Promise.all(
      [thisYear - 1, thisYear].map(async (year) => {
        const subject = yearSubject(office, year);
        return { year, ...(await aggregates.load(evaluationYear, office, subject)) };
      }),
    );
    return years.flatMap(({ year, state: { appeals, grades } }) =>
      Object.values(appeals).flatMap(({ personId: by, decision, text, due }): Waiting[] =>
        decision || !grades[by]
          ? []
          : [
              {
                ...{
                  kind: 'official-evaluation',
                  subject: grades[by].evaluationId,
                  number: String(year),
                  title: text,
                  part: null,
                },
                ...{ need: 'decide', due: due === null ? null : new Date(due) },
              },
            ],
      ),
    );
  };
