import type { AggregateStore } from '#event-store';
import { officialEvaluation, type OfficialEvaluation } from '../official/official.js';

/** How many years are read with one query: a busy one has some hundred events. */
const TOGETHER = 20;

/** Officials' years as they stand, in the order asked for. */
export async function evaluationStates(
  aggregates: AggregateStore,
  office: string,
  ids: readonly string[],
): Promise<OfficialEvaluation[]> {
  const states: OfficialEvaluation[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER);
    await aggregates.warm(officialEvaluation, office, some);
    const loaded = await Promise.all(some.map((id) => aggregates.load(officialEvaluation, office, id)));
    states.push(...loaded.map(({ state }) => state));
  }
  return states;
}
