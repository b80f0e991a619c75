import type { WorkCalendar } from '#calendar';
import { cancelTask } from './steering.js';
import { recomputeDeadlines } from './recompute.js';
import { assigned, calendarWithout, type Story } from './task.story.js';

/** What is to happen to the story's task by a changed calendar, where that is another than was said. */
const anew = (story: Story, when: string, calendar: WorkCalendar) => {
  story.calendar = calendar;
  return story
    .act('worker', when, recomputeDeadlines, { reason: 'Nghỉ bù' })
    .map(({ data }) => ('agenda' in data ? data.agenda.flatMap(({ alarms }) => alarms) : []).map(told));
};
const told = ({ at, step }: { at: string; step: string }) =>
  `${step} ${new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16)}`;

describe('R11: what is ahead of a task follows a changed calendar by difference', () => {
  it('R7: the level that is to come of what was missed, counted from the same day', () => {
    const story = assigned('Quý I/2025');
    story.step('2025-03-31T17:00', '2025', 'miss');
    const off = calendarWithout('2025-04-01');
    expect(anew(story, '2025-03-31T18:00', off)).toEqual([['escalate:1 2025-04-02T17:00']]);
    expect(anew(story, '2025-03-31T18:01', off)).toEqual([]);
    expect(anew(story, '2025-03-31T18:02', calendarWithout('2025-04-09'))).toEqual([
      ['escalate:1 2025-04-01T17:00'],
    ]);
    story.step('2025-04-01T17:00', '2025', 'escalate:1');
    // Two working days after 01/04 are 02 and 03/04; without 03/04, 04/04.
    expect(anew(story, '2025-04-02T09:00', calendarWithout('2025-04-03'))).toEqual([
      ['escalate:2 2025-04-04T17:00'],
    ]);
    expect(story.step('2025-04-04T17:00', '2025', 'escalate:2')).toHaveLength(1);
  });

  it('a level that has come, or would have, stays where it was', () => {
    const story = assigned('Quý I/2025');
    story.calendar = calendarWithout('2025-04-01');
    story.step('2025-03-31T17:00', '2025', 'miss');
    expect(anew(story, '2025-04-02T09:00', calendarWithout())).toEqual([]);
    expect(anew(story, '2025-04-02T17:01', calendarWithout('2025-04-02'))).toEqual([]);
  });

  it('R8: the look for silence at a quarter’s end, and no other', () => {
    const story = assigned('Thường xuyên');
    const looks = (...days: string[]) => days.map((day, q) => `silence:2025-Q${q + 1} ${day}T17:00`);
    expect(anew(story, '2025-02-03T08:00', calendarWithout('2025-06-30'))).toEqual([
      looks('2025-03-31', '2025-06-27', '2025-09-30', '2025-12-31'),
    ]);
    expect(anew(story, '2025-02-03T08:01', calendarWithout('2025-06-30'))).toEqual([]);
  });

  it('reminders, though their end stays; one that was given is not given again', () => {
    const story = assigned('Quý I/2025');
    story.step('2025-03-20T07:30', '2025', 'remind:7');
    expect(anew(story, '2025-03-20T08:00', calendarWithout('2025-03-28'))).toEqual([
      ['remind:3 2025-03-25T07:30', 'remind:1 2025-03-27T07:30', 'miss 2025-03-31T17:00'],
    ]);
    expect(story.step('2025-03-27T07:30', '2025', 'remind:1')).toHaveLength(1);
  });

  it('nothing of a task that is over', () => {
    const story = assigned('Thường xuyên');
    story.act('chairman', '2025-02-03T08:00', cancelTask, { reason: 'Không còn phù hợp' });
    expect(anew(story, '2025-02-03T09:00', calendarWithout('2025-06-30'))).toEqual([]);
  });
});
