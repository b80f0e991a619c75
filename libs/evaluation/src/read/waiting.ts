import type { Waiting, WaitingFor } from '#capability';
import { allStreams, type AggregateStore } from '#event-store';
import { dayOf } from '#kernel';
import { hasRole, holds, postsOf, type Office } from '#organisation';
import { periodOf, type OfficialEvaluation } from '../official/official.js';
import { awaitsScore, isOver, scoredNextBy } from '../official/score-time.js';
import { evaluationYear, yearSubject, type EvaluationYear } from '../year/year.js';
import { evaluationStates } from './evaluation-states.js';
import type { EvaluationQueries } from './evaluation.queries.js';

/** Appeals against grades wait for the chairman: of whichever year, also of an office that went into this one. */
export const appealsWaiting =
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

/** Periods that are over and are not scored wait for the official, then for whoever is right above them. */
export const scoresWaiting =
  (aggregates: AggregateStore, queries: EvaluationQueries): WaitingFor =>
  async ({ office, state, personId }) => {
    const today = dayOf(queries.now());
    const thisYear = Number(today.slice(0, 4));
    const years = [thisYear - 1, thisYear];
    const own = new Set(postsOf(state, personId).map(({ postId }) => postId));
    const listed = (await Promise.all(years.map((year) => queries.ofYear(office, year)))).flat();
    const concerned = listed.filter(
      (one) => one.personId === personId || own.has(state.posts.get(one.postId)?.above ?? ''),
    );
    const ids = concerned.map(({ id }) => id);
    if (ids.length === 0) return [];
    const states = await evaluationStates(aggregates, office, ids);
    const graded = new Map(
      await Promise.all(
        years.map(async (year) => {
          const { grades } = (await aggregates.load(evaluationYear, office, yearSubject(office, year))).state;
          return [year, grades] as const;
        }),
      ),
    );
    return concerned.flatMap(({ id, year, personId: who }, nth) => {
      const one = states[nth];
      if (!one || graded.get(year)?.[who]) return [];
      return waitingIn(id, one, { office: state, personId, today });
    });
  };

interface Asking {
  office: Office;
  personId: string;
  today: string;
}

const waitingIn = (
  subject: string,
  state: OfficialEvaluation,
  { office, personId, today }: Asking,
): Waiting[] =>
  (state.scoreTimes ?? []).flatMap(({ period, due }): Waiting[] => {
    if (!isOver(state, period, today) || !awaitsScore(state, period)) return [];
    const isSelf = periodOf(state, period).self === null;
    const next = scoredNextBy(state, period, office);
    const isTheirs = isSelf ? state.personId === personId : next !== null && holds(office, personId, next);
    if (!isTheirs) return [];
    const part = `${isSelf ? 'Tự chấm' : 'Chấm'} kỳ ${period}/${state.year}`;
    const when = due === null ? null : new Date(due);
    return [
      {
        ...{ kind: 'official-evaluation', subject, number: String(state.year), title: null, part },
        ...{ need: isSelf ? 'do' : 'decide', due: when },
      },
    ];
  });
