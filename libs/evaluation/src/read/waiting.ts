import type { Waiting, WaitingFor } from '#capability';
import { allStreams, type AggregateStore } from '#event-store';
import { hasRole } from '#organisation';
import { evaluationYear, type EvaluationYear } from '../year/year.js';

/** Appeals against grades wait for the chairman: of whichever year, also of an office that went into this one. */
export const evaluationsWaiting =
  (aggregates: AggregateStore): WaitingFor =>
  async ({ office, state, personId }) => {
    if (!hasRole(state, personId, 'chairman')) return [];
    const years: EvaluationYear[] = [];
    for await (const ids of allStreams(aggregates, office, evaluationYear.kind))
      for (const id of ids) years.push((await aggregates.load(evaluationYear, office, id)).state);
    return years.flatMap(({ appeals, grades, settings }) =>
      Object.values(appeals).flatMap(({ personId: by, decision, text, due }): Waiting[] =>
        decision || !grades[by]
          ? []
          : [
              {
                ...{
                  kind: 'official-evaluation',
                  subject: grades[by].evaluationId,
                  number: String(settings?.year ?? ''),
                  title: text,
                  part: null,
                },
                ...{ need: 'decide', due: due === null ? null : new Date(due) },
              },
            ],
      ),
    );
  };
