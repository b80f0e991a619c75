import { EventStore } from '#event-store';
import { evaluationStates, officialEvaluation, proposed, type OfficialEvent } from '#evaluation';
import { newId } from '#kernel';
import { join } from 'node:path';
import { openRuntime } from '../../apps/runtime/src/index.js';
import { round, withPostgres } from './support.js';

const seedsDir = join(import.meta.dirname, '../../../seeds');
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const PRODUCTS = 10;
const BY = newId();

/**
 * A round of classification: the years of so many officials, twelve months of ten products each, read from the log, folded
 * and come to a proposal each. In seconds, to be held against three; and the decision on what is in memory.
 */
export const benchEvaluation = (officials: number) =>
  withPostgres(async (databaseUrl) => {
    const runtime = await openRuntime({ databaseUrl, seedsDir });
    const { office, aggregates } = runtime;
    const subjects = Array.from({ length: officials }, () => newId());
    const store = new EventStore(runtime.pool);
    for (const subject of subjects) await writeYear(store, office, subject);
    const graded = async () => {
      const states = await evaluationStates(aggregates, office, subjects);
      return states.filter((state) => proposed(state).grade !== null).length;
    };
    const began = performance.now();
    const many = await graded();
    const seconds = since(began);
    const again = performance.now();
    await graded();
    const secondsAgain = since(again);
    await runtime.close();
    if (many !== officials) throw new Error(`${many} of ${officials} came to a grade`);
    return { officials, events: officials * eventsOfYear().length, seconds, secondsAgain };
  });

const since = (began: number): number => round((performance.now() - began) / 1_000);

const writeYear = (store: EventStore, office: string, subject: string) =>
  store.append({
    ...{ office, kind: officialEvaluation.kind, subject, expectedVersion: 0 },
    ...{ commandId: newId(), digest: subject, recordedAt: new Date(), attribution: { actor: BY } },
    events: eventsOfYear(),
  });

function eventsOfYear(): OfficialEvent[] {
  const opened: OfficialEvent = {
    type: 'EvaluationOpened',
    data: {
      ...{ year: 2026, regime: 'nd-335-2025', cadence: 'month', mayPass: false },
      ...{ personId: BY, postId: BY, unitId: BY, leader: false },
    },
  };
  return [opened, ...MONTHS.flatMap(eventsOfMonth)];
}

function eventsOfMonth(period: number): OfficialEvent[] {
  const products = Array.from({ length: PRODUCTS }, (_, nth) => ({
    ...{ itemId: newId(), period, code: 'VB', name: `Dự thảo văn bản ${nth}`, points: 5, quantity: 3 },
    ...{ planned: true, source: null, takenFrom: null, by: BY },
  }));
  return [
    ...products.map((data): OfficialEvent => ({ type: 'ProductAssigned', data })),
    ...products.map(({ itemId, name }): OfficialEvent => ({
      type: 'ProductSettled',
      data: {
        ...{ itemId, name, done: 3, failedReviews: 0, delays: 0, above: false, excused: null },
        ...{ evidence: { text: 'Sổ theo dõi công việc', file: null }, traced: null, by: BY },
      },
    })),
    {
      type: 'PeriodScored',
      data: {
        ...{ period, general: {}, leading: null, evidence: { text: 'Biên bản', file: null } },
        ...{ score: 95, by: BY },
        working: { assigned: 150, done: 150, ratio: null, general: 25, work: 70 },
      },
    },
  ];
}
