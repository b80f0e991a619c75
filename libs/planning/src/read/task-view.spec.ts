import type { StoredEvent } from '#event-store';
import { askExtension, decideExtension } from '../task/extension.js';
import { Story, assignedTo, at } from '../task/task.story.js';
import { foldSeen, type SeenTask } from './seen-task.js';
import { isLate, missedBy, seenOf, viewOf } from './task-view.js';

/** What is seen of a story whose acts all happened on a day. */
function seenOn(day: string, story: Story): SeenTask {
  const seen = story.events.reduce<SeenTask | undefined>(
    (sum, { type, data }, index) =>
      foldSeen(sum, {
        ...{ kind: 'task', subject: 't', version: index + 1, type, data, recordedAt: at(day) },
      } as unknown as StoredEvent),
    undefined,
  );
  if (!seen) throw new Error('nothing is seen');
  return seen;
}

describe('what people see of a task', () => {
  it('R5: the deadline that comes next is the earliest, an extension granted meanwhile', () => {
    const story = assignedTo(new Story(), 'Quý I/2025', 'Quý II năm 2025');
    const [first] = story.state.occurrences.keys();
    const occurrenceId = first ?? '';
    story.act('lead', '2025-03-20T08:00', askExtension, { occurrenceId, day: '2025-08-15', reason: 'Chờ' });
    story.act('head', '2025-03-21T08:00', decideExtension, {
      ...{ occurrenceId, decision: 'grant', reason: 'Đồng ý' },
    });
    expect(viewOf(seenOn('2025-03-21T08:00', story)).occurrences.map(({ due }) => due)).toEqual([
      '2025-06-30T10:00:00.000Z',
      '2025-08-15T10:00:00.000Z',
    ]);
  });
  it('R6: it is late from the end of a time on, recorded or not', () => {
    const seen = seenOn('2025-01-02T08:00', assignedTo(new Story(), 'Quý I/2025'));
    const late = (when: string) => isLate(seenOf(missedBy(viewOf(seen), at(when))));
    expect([late('2025-03-31T17:00'), late('2025-03-31T17:01')]).toEqual([false, true]);
  });
});
