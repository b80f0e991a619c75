import { Upcasters, isOf, type StoredEvent, type Upcasts } from '#event-store';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { dossierUpcasts } from '../libs/dossiers/src/dossier/dossier.upcasts.js';
import { dossier } from '../libs/dossiers/src/dossier/dossier.js';
import * as dossierRow from '../libs/dossiers/src/read/dossier-row.js';
import * as seenDossier from '../libs/dossiers/src/read/seen-dossier.js';
import { feedbackUpcasts } from '../libs/feedback/src/feedback/feedback.upcasts.js';
import { feedback } from '../libs/feedback/src/feedback/feedback.js';
import * as feedbackRow from '../libs/feedback/src/read/feedback-row.js';
import * as seenFeedback from '../libs/feedback/src/read/seen-feedback.js';
import * as seenTask from '../libs/planning/src/read/seen-task.js';
import * as taskView from '../libs/planning/src/read/task-view.js';
import { task } from '../libs/planning/src/task/task.js';
import { taskUpcasts } from '../libs/planning/src/task/task.upcasts.js';

/** A kind of subject: its state, what is shown of it, and what that was made of. */
interface Kind<Seen, Shown> {
  state: (events: StoredEvent[]) => object;
  fold: (seen: Seen | undefined, event: StoredEvent) => Seen | undefined;
  shown: (seen: Seen) => Shown;
  seen: (shown: Shown) => Seen;
}

/** What `test/golden/former` holds of a subject: its state and what was shown of it, by the code that wrote these events. */
type Golden = Record<string, { state: object; shown: object }>;

const read = (file: string) => readFileSync(`test/golden/former/${file}`, 'utf8');
const asJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, one: unknown) =>
      one instanceof Map || one instanceof Set ? [...one] : one,
    ),
  );

/** A log in shapes of before, one stream after the other. */
function logOf(name: string, table: Upcasts): Map<string, StoredEvent[]> {
  const upcasters = new Upcasters(table);
  const events = read(`${name}.ndjson`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StoredEvent & { story: string; recordedAt: string })
    .map(({ recordedAt, ...event }) => ({ ...event, recordedAt: new Date(recordedAt) }));
  return Map.groupBy(
    events.map((event) => upcasters.apply(event)),
    (_event, index) => events[index]?.story ?? '',
  );
}

function replayed<Seen, Shown>(
  name: string,
  table: Upcasts,
  { state, fold, shown, seen }: Kind<Seen, Shown>,
): void {
  const log = logOf(name, table);
  const shownOf = (folded: Seen | undefined) => folded && asJson(shown(folded));
  describe(`${name} of a former version`, () => {
    const golden = JSON.parse(read(`${name}.json`)) as Golden;
    it.each([...log])('%s: its state is what it was', (story, events) =>
      expect(asJson(state(events))).toMatchObject(golden[story]?.state ?? {}),
    );
    it.each([...log])(
      '%s: all that was shown of it is what it was, whatever is shown beside it now',
      (story, events) =>
        expect(shownOf(events.reduce(fold, undefined))).toMatchObject(golden[story]?.shown ?? {}),
    );
    it('wherever it was kept in between, a row loses nothing that the next one needs', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...log.values()),
          fc.array(fc.boolean(), { minLength: 40 }),
          (events, kept) => {
            let [whole, stored]: (Seen | undefined)[] = [];
            for (const [index, event] of events.entries()) {
              [whole, stored] = [fold(whole, event), fold(stored, event)];
              if (stored !== undefined && kept[index % kept.length])
                stored = seen(asJson(shown(stored)) as Shown);
              expect(shownOf(stored)).toEqual(shownOf(whole));
            }
          },
        ),
      );
    });
  });
}

replayed('dossiers', dossierUpcasts, {
  state: (events) =>
    events.reduce(
      (state, event) => (isOf(dossier, event) ? dossier.evolve(state, event, event.recordedAt) : state),
      dossier.initial,
    ),
  fold: seenDossier.foldSeen,
  shown: dossierRow.rowOf,
  seen: dossierRow.seenOf,
});
replayed('feedback', feedbackUpcasts, {
  state: (events) =>
    events.reduce(
      (state, event) => (isOf(feedback, event) ? feedback.evolve(state, event, event.recordedAt) : state),
      feedback.initial,
    ),
  fold: seenFeedback.foldSeen,
  shown: feedbackRow.rowOf,
  seen: feedbackRow.seenOf,
});
replayed('tasks', taskUpcasts, {
  state: (events) =>
    events.reduce(
      (state, event) => (isOf(task, event) ? task.evolve(state, event, event.recordedAt) : state),
      task.initial,
    ),
  fold: seenTask.foldSeen,
  shown: taskView.viewOf,
  seen: taskView.seenOf,
});
