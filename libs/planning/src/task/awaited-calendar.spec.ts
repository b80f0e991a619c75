import { askExtension, decideExtension } from './extension.js';
import { submitDeliverable } from './deliverable.js';
import { recordTrigger, requestExtraReport } from './steering.js';
import { takeStep } from './deadline.js';
import type { TaskEvent } from './task.events.js';
import { Story, assignedTo, calendar, calendarUntil, officeOf, types } from './task.story.js';

/** The office before the calendar of 2026 is announced. */
const awaitingStory = (...phrases: string[]) =>
  assignedTo(new Story(officeOf(), calendarUntil(2025)), ...phrases);
const agendaOf = (events: TaskEvent[]) => events.flatMap(({ data }) => ('agenda' in data ? data.agenda : []));
const known = (story: Story) => {
  story.calendar = calendar;
  return story;
};

describe('F7: a year without a calendar stops only what can’t be computed', () => {
  it('R6: what is missed is missed today, though the next rung of the ladder needs next year’s calendar', () => {
    const story = awaitingStory('Trong năm 2025');
    const missed = story.step('2025-12-31T17:00', '2025', 'miss');
    expect(types(missed)).toEqual(['DeadlineMissed']);
    expect(agendaOf(missed)).toMatchObject([
      { alarms: [], awaits: { year: 2026, step: 'calendar:2026:ladder:0:2025-12-31' } },
    ]);
    expect(story.step('2026-01-05T08:00', '2025', 'calendar:2026:ladder:0:2025-12-31')).toEqual([]);
    const set = known(story).step('2026-01-05T08:00', '2025', 'calendar:2026:ladder:0:2025-12-31');
    expect(types(set)).toEqual(['DeadlineSet']);
    expect(set).toMatchObject([{ data: { year: 2026, source: calendar.sourceOf(2026) } }]);
    expect(agendaOf(set)).toMatchObject([
      { alarms: [{ at: '2026-01-05T10:00:00.000Z', step: 'escalate:1' }] },
    ]);
    expect(types(story.step('2026-01-05T17:00', '2025', 'escalate:1'))).toEqual(['DeadlineEscalated']);
  });

  it('R7: a level reached at the year’s end is kept; the next one waits for the calendar', () => {
    const story = awaitingStory('Trước 31/12/2025');
    story.step('2025-12-30T17:00', '2025', 'miss');
    const [escalated] = story.step('2025-12-31T17:00', '2025', 'escalate:1');
    expect(escalated).toMatchObject({
      type: 'DeadlineEscalated',
      data: { level: 1, agenda: [{ awaits: { step: 'calendar:2026:ladder:1:2025-12-31' } }] },
    });
  });

  it('R9: a trigger is recorded, its due instant is set when the calendar is known, and missed in its time', () => {
    const story = awaitingStory('Sau khi có quyết định của UBND tỉnh');
    const trigger = { obligationId: 'o0', day: '2025-12-30', note: 'QĐ' };
    expect(types(story.act('lead', '2025-12-30T09:00', recordTrigger, trigger))).toEqual(['TriggerRecorded']);
    expect(story.state.occurrences.get(story.occurrence('triggered'))).toMatchObject({
      due: null,
      awaits: 2026,
    });
    expect(story.step('2026-02-01T08:00', 'triggered', 'miss')).toEqual([]);
    const set = known(story).step('2026-01-06T08:00', 'triggered', 'calendar:2026:due');
    // Ten working days after 30/12: 31/12, 5 to 10/01 (a Saturday that is worked), 12, 13 and 14/01.
    expect(set).toMatchObject([
      { type: 'DeadlineSet', data: { due: '2026-01-14T10:00:00.000Z', year: 2026 } },
    ]);
    expect(agendaOf(set)[0]?.alarms.map(({ step }) => step)).toEqual(['remind:3', 'remind:1', 'miss']);
    expect(story.step('2026-01-06T09:00', 'triggered', 'calendar:2026:due')).toMatchObject([
      { data: { due: '2026-01-14T10:00:00.000Z' } },
    ]);
    expect(types(story.step('2026-01-14T17:00', 'triggered', 'miss'))).toEqual(['DeadlineMissed']);
  });

  it('R10: a task of a plan whose year has no calendar is assigned; what it owes waits, in sight', () => {
    const story = assignedTo(new Story(officeOf(), calendarUntil(2024)), 'Quý I/2025', 'Thường xuyên');
    expect(story.events[0]).toMatchObject({
      type: 'TaskAssigned',
      data: {
        occurrences: [
          { key: '2025', due: null, awaits: 2025 },
          { key: '2025-review', due: null, awaits: 2025 },
        ],
        agenda: [
          { awaits: { year: 2025, step: 'calendar:2025:due' } },
          { awaits: { year: 2025, step: 'calendar:2025:due' } },
          { awaits: { year: 2025, step: 'calendar:2025:silence' } },
        ],
      },
    });
    known(story);
    expect(story.step('2025-01-03T08:00', '2025', 'calendar:2025:due')).toMatchObject([
      { data: { due: '2025-03-31T10:00:00.000Z' } },
    ]);
    const [, , silence] = agendaOf(story.events);
    const watch = story.act('worker', '2025-01-03T08:00', takeStep, {
      occurrenceId: silence?.occurrenceId ?? '',
      step: 'calendar:2025:silence',
    });
    expect(agendaOf(watch)[0]?.alarms.map(({ step }) => step)).toEqual([
      'silence:2025-Q1',
      'silence:2025-Q2',
      'silence:2025-Q3',
      'silence:2025-Q4',
    ]);
  });

  it('what is handed in meanwhile meets the deadline that waits, and is not late', () => {
    const story = assignedTo(new Story(officeOf(), calendarUntil(2024)), 'Quý I/2025');
    const [event] = story.act('lead', '2025-01-03T08:00', submitDeliverable, {
      deliverableId: 'd1',
      text: 'x',
    });
    expect(event).toMatchObject({ data: { occurrenceId: story.occurrence('2025'), late: false } });
    expect(known(story).step('2025-01-04T08:00', '2025', 'calendar:2025:due')).toEqual([]);
  });

  it('R5: an extension into that year is asked for and granted; the deadline of this year is missed no more', () => {
    const story = awaitingStory('Trong năm 2025');
    const occurrenceId = story.occurrence('2025');
    const asked = { occurrenceId, day: '2026-01-11', reason: 'Chờ kinh phí' };
    story.act('lead', '2025-12-29T08:00', askExtension, asked);
    const decision = { occurrenceId, decision: 'grant' as const, reason: 'Đồng ý' };
    story.act('head', '2025-12-30T08:00', decideExtension, decision);
    expect(story.step('2025-12-31T17:00', '2025', 'miss')).toEqual([]);
    const set = known(story).step('2026-01-05T08:00', '2025', 'calendar:2026:due');
    // 11/01/2026 is a Sunday; the Saturday before it is worked.
    expect(set).toMatchObject([{ data: { due: '2026-01-10T10:00:00.000Z' } }]);
  });

  it('an extra report for a day of that year is asked for', () => {
    const story = awaitingStory('Định kỳ hằng quý hoặc đột xuất theo quy định');
    const request = { obligationId: 'o0', day: '2026-01-08', reason: 'Đoàn kiểm tra' };
    expect(types(story.act('head', '2025-12-30T08:00', requestExtraReport, request)).slice(-1)).toEqual([
      'ExtraReportRequested',
    ]);
    expect(known(story).step('2026-01-05T08:00', 'extra-2026-01-08', 'calendar:2026:due')).toMatchObject([
      { data: { due: '2026-01-08T10:00:00.000Z' } },
    ]);
  });
});
