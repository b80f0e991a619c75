import { office as officeAggregate, standing, type Office, type OfficeEvent } from '#organisation';
import type { EntryContext } from './entry.acts.js';
import type { EntryEvent } from './entry.events.js';
import { entry, type Entry } from './entry.js';

const at = (text: string) => new Date(`${text}:00+07:00`);

const posted = (postId: string, role: 'official' | 'office-of-record' | 'chairman'): OfficeEvent[] => [
  {
    type: 'PostOpened',
    data: { postId, title: postId, unitId: `${postId}s`, above: null, roles: [role], external: false },
  },
  { type: 'PersonAppointed', data: { postId, personId: `p-${postId}` } },
  { type: 'UnitOpened', data: { unitId: `${postId}s`, name: postId, headPostId: postId } },
];

const house: Office = standing(
  [
    ...posted('culture', 'official'),
    ...posted('land', 'official'),
    ...posted('head', 'office-of-record'),
  ].reduce(
    (state, event) => officeAggregate.evolve(state, event, at('2025-01-01T08:00')),
    officeAggregate.initial,
  ),
  '2025-01-02',
);

/** An entry's story: each act is decided on the state so far. */
export class EntryStory {
  state: Entry = entry.initial;

  act<C>(
    decide: (state: Entry, command: C, context: EntryContext) => EntryEvent[],
    command: C,
    actor = 'culture',
    named = { task: true, procedure: true },
  ): EntryEvent[] {
    const now = at('2025-03-10T09:00');
    const person = `p-${actor}`;
    const events = decide(this.state, command, { actor: person, hand: person, now, office: house, named });
    this.state = events.reduce((state, event) => entry.evolve(state, event, now), this.state);
    return events;
  }
}
