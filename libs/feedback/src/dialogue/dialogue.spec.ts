import { Upcasters, isOf, type StoredEvent } from '#event-store';
import { dialogue } from './dialogue.js';
import { dialogueUpcasts } from './dialogue.upcasts.js';

const upcasters = new Upcasters(dialogueUpcasts);

/** The questions of a dialogue, by what the log holds of them, under which schema version. */
const questionsOf = (...noted: [schemaVersion: number, data: Record<string, unknown>][]) =>
  noted
    .map(([schemaVersion, data]): StoredEvent => {
      const [id, none] = ['01900000-0000-7000-8000-000000000001', null];
      const at = { office: 'o', kind: 'dialogue', subject: 'd', version: 1, position: 1, transactionId: '1' };
      const by = { actor: 'a', onBehalfOf: none, correlationId: none, causationId: none, rule: none };
      const act = { eventId: id, commandId: id, recordedAt: new Date(0), meta: {}, salt: none };
      return { ...at, ...by, ...act, type: 'DialogueQuestionNoted', schemaVersion, data };
    })
    .map((event) => upcasters.apply(event))
    .reduce(
      (state, event) => (isOf(dialogue, event) ? dialogue.evolve(state, event, event.recordedAt) : state),
      dialogue.initial,
    ).questions;

it('a question of before is what it was; of one that is in the vault only its asker’s id is known', () => {
  expect(
    questionsOf(
      [1, { questionId: 'q1', text: 'Khi nào làm đường?' }],
      [2, { questionId: 'q2', personId: 'p', commitment: 'c' }],
    ),
  ).toEqual([
    { questionId: 'q1', askerId: null, text: 'Khi nào làm đường?' },
    { questionId: 'q2', askerId: 'p', text: null },
  ]);
});

it('a question is written under the version that says so', () => {
  const noted = { type: 'DialogueQuestionNoted', data: { questionId: 'q' } };
  expect(upcasters.stamped([noted])).toMatchObject([{ schemaVersion: 2 }]);
});
