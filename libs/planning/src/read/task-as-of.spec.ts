import { EventStore } from '#event-store';
import { newId } from '#kernel';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { SUPERSEDING, foldSeen, type SeenTask } from './seen-task.js';
import { viewOf } from './task-view.js';

const OFFICE = 'xa-thu';
const [task, first, second, submission] = [newId(), newId(), newId(), newId()];
const obligation = { obligationId: newId(), label: null, phrase: 'quý', schedule: { kind: 'continuous' } };
const occurrence = (occurrenceId: string, due: string) => ({
  ...{ occurrenceId, obligationId: obligation.obligationId, key: due, due, review: false },
});
const report = (percent: number) => ({
  type: 'TaskProgressReported',
  data: { percent, text: `${percent}%`, evidence: null },
});

/** By the day of January 2025 on which each happened. */
const STORY: [number, { type: string; data: object }][] = [
  [
    2,
    {
      type: 'TaskAssigned',
      data: {
        ...{ planId: newId(), year: 2025, number: 'I.1', area: 'I', title: 'Rà soát', deliverables: [] },
        ...{ coImplementers: [], coordinators: [], obligations: [obligation], agenda: [] },
        occurrences: [
          occurrence(first, '2025-01-06T10:00:00.000Z'),
          occurrence(second, '2025-01-20T10:00:00.000Z'),
        ],
        lead: { unitId: newId(), postId: newId() },
      },
    },
  ],
  [3, report(10)],
  [4, { type: 'DeadlineReminded', data: { occurrenceId: first } }],
  [5, report(20)],
  [7, report(30)], // the first is missed by now, and nothing recorded it
  [
    8,
    { type: 'ExtensionGranted', data: { occurrenceId: first, due: '2025-01-15T10:00:00.000Z', reason: 'x' } },
  ],
  [9, { type: 'TaskFellSilent', data: { occurrenceId: second, period: '2025-Q1' } }],
  [10, { type: 'TaskUrged', data: { text: 'Khẩn' } }],
  [11, report(40)],
  [
    12,
    {
      type: 'DeliverableSubmitted',
      data: { submissionId: submission, deliverableId: newId(), occurrenceId: first, text: 'Nộp' },
    },
  ],
  [13, { type: 'DeliverableReturned', data: { submissionId: submission, occurrenceId: first, reason: 'y' } }],
  [14, report(50)],
  [21, { type: 'TaskUrged', data: { text: 'Khẩn' } }],
  [22, { type: 'TaskCompleted', data: { note: null } }],
];
const on = (day: number) => new Date(Date.UTC(2025, 0, day, 3));

let database: TestDatabase;
let store: EventStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new EventStore(database.pool(OFFICE));
  for (const [version, [day, event]] of STORY.entries())
    await store.append({
      ...{ office: OFFICE, kind: 'task', subject: task, expectedVersion: version, commandId: newId() },
      ...{ digest: '', recordedAt: on(day), attribution: { actor: 'x' }, events: [event] },
    });
});
afterAll(async () => {
  await store.idle();
  await database.close();
});

function folded(events: Awaited<ReturnType<EventStore['readStream']>>) {
  const seen = events.reduce<SeenTask | undefined>(foldSeen, undefined);
  return seen && viewOf(seen);
}

it.each(STORY.map(([day, { type }]) => [type, day] as const))(
  'after %s of day %i a task is what all of its events say',
  async (_, day) => {
    const all = (await store.readStream(OFFICE, task)).filter(({ recordedAt }) => recordedAt <= on(day));
    expect(folded(await store.readAsOf(OFFICE, task, on(day), SUPERSEDING))).toEqual(folded(all));
  },
);

it('of reports that a later one supersedes none is read', async () => {
  const read = await store.readAsOf(OFFICE, task, on(22), SUPERSEDING);
  expect(read.map(({ version }) => version)).toEqual([1, 3, 6, 7, 10, 11, 12, 13, 14]);
  expect(await store.readAsOf(OFFICE, task, on(1), SUPERSEDING)).toEqual([]);
});
