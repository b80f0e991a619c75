import { WorkCalendar, loadCalendars } from '#calendar';
import type { AgendaItem, Alarm } from '#deadline';
import fc from 'fast-check';
import {
  afterMissing,
  endPassed,
  endReached,
  escalation,
  escalationAgain,
  escalationKnown,
  type Escalation,
  type Rung,
  type Watched,
} from './index.js';

const calendar = new WorkCalendar(loadCalendars('seeds/calendars'));
const DUE = '2025-03-10T10:00:00.000Z'; // 17:00 in Vietnam
const at = (text: string) => new Date(text);
const watch: Watched = {
  occurrenceId: 'o',
  owner: 'x/',
  due: DUE,
  running: true,
  missed: false,
  level: 0,
};
const rung = (postId: string, vacant = false, external = false): Rung => ({ postId, vacant, external });
const ladder = { calendar, settings: { escalation: [1, 2, 3, 5] } };

describe('R6, R16, R25: an end is missed once, from its very instant on', () => {
  it.each([
    ['before it', watch, '2025-03-10T09:59:59.999Z', undefined],
    ['at it', watch, DUE, DUE],
    ['once it is recorded', { ...watch, missed: true }, DUE, undefined],
    ['once it is fulfilled', { ...watch, running: false }, DUE, undefined],
    ['while it waits for a calendar', { ...watch, due: null }, DUE, undefined],
  ])('%s', (_name, watched, now, end) => expect(endReached(watched, at(now))).toBe(end));
  it('R5: whoever acts at the very end acts in time', () => {
    expect(endPassed(watch, at(DUE))).toBeUndefined();
    expect(endPassed(watch, at('2025-03-10T10:00:00.001Z'))).toBe(DUE);
  });
});

describe('R7: escalation', () => {
  const missed = { ...watch, missed: true };
  const on = (day: string) => ({ ...ladder, now: at(`${day}T10:00:00.000Z`) });
  it('reaches the next post in which somebody acts, and names the vacant ones', () => {
    const above = [rung('a', true), rung('b', true), rung('c'), rung('d')];
    expect(escalation(missed, 1, above, on('2025-03-11'))).toEqual({
      level: 1,
      toPostId: 'c',
      skipped: ['a', 'b'],
      due: DUE,
      item: {
        occurrenceId: 'o',
        due: DUE,
        alarms: [{ at: '2025-03-13T10:00:00.000Z', step: 'x/escalate:2', from: '2025-03-11' }],
      },
    });
  });
  it('ends at another body', () =>
    expect(escalation(missed, 1, [rung('city', false, true)], on('2025-03-11'))?.item.alarms).toEqual([]));
  it.each([
    ['that level was reached', { ...missed, level: 1 }],
    ['the time is not over', { ...missed, due: '2025-03-12T10:00:00.000Z' }],
    ['it was fulfilled', { ...missed, running: false }],
    ['nobody has recorded it as missed', watch],
  ])('comes to nothing where %s', (_name, watched) =>
    expect(escalation(watched, 1, [rung('a')], on('2025-03-11'))).toBeUndefined(),
  );
  it('goes on from its level after an interruption, its days counted anew', () =>
    expect(escalationAgain({ ...missed, level: 1 }, at('2025-03-14T02:00:00.000Z'), ladder).alarms).toEqual([
      { at: '2025-03-18T10:00:00.000Z', step: 'x/escalate:2', from: '2025-03-14' },
    ]));
  it('a level that waited for a calendar comes with it, unless it has no sense any more', () => {
    const step = 'x/calendar:2025:ladder:0:2025-03-10';
    expect(escalationKnown(missed, step, ladder)?.alarms).toHaveLength(1);
    expect(escalationKnown({ ...missed, running: false }, step, ladder)).toBeUndefined();
    expect(escalationKnown(missed, 'x/calendar:2025:due', ladder)).toBeUndefined();
  });
});

/** The way of something overdue up a line of posts: every step is swept `tries` times, each so many minutes late. */
function climb(way: { posts: Rung[]; days: number[]; tries: number; late: number; fulfilledAfter: number }): {
  taken: (Escalation & { at: Date; alarm: Alarm })[];
  alarms: Alarm[];
} {
  const rungs = { calendar, settings: { escalation: way.days } };
  let watched: Watched = { ...watch, missed: true };
  let above = way.posts;
  let next: AgendaItem = afterMissing(watch, DUE, rungs);
  const taken: (Escalation & { at: Date; alarm: Alarm })[] = [];
  const alarms: Alarm[] = [];
  for (let alarm = next.alarms[0]; alarm; alarm = next.alarms[0]) {
    alarms.push(alarm);
    const now = new Date(Date.parse(alarm.at) + way.late * 60_000);
    next = { ...next, alarms: [] };
    if (taken.length === way.fulfilledAfter) watched = { ...watched, running: false };
    for (let i = 0; i < way.tries; i += 1) {
      const reached = escalation(watched, Number(alarm.step.split(':')[1]), above, { ...rungs, now });
      if (!reached) continue;
      taken.push({ ...reached, at: now, alarm });
      above = above.slice(above.findIndex(({ postId }) => postId === reached.toPostId) + 1);
      watched = { ...watched, level: reached.level };
      next = reached.item;
    }
  }
  return { taken, alarms };
}

const aWay = fc.record({
  posts: fc
    .array(fc.boolean(), { maxLength: 7 })
    .chain((vacant) =>
      fc
        .boolean()
        .map((city) => [
          ...vacant.map((one, i) => rung(`p${i}`, one)),
          ...(city ? [rung('city', false, true)] : []),
        ]),
    ),
  days: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
  tries: fc.integer({ min: 1, max: 3 }),
  late: fc.integer({ min: 0, max: 20_000 }),
  fulfilledAfter: fc.integer({ min: 0, max: 8 }),
});

it('R7: no level twice, none after fulfilment, none skipped over a vacant post, instants ascending', () => {
  fc.assert(
    fc.property(aWay, (way) => {
      const { taken, alarms } = climb(way);
      const filled = way.posts.filter(({ vacant }) => !vacant).map(({ postId }) => postId);
      const levels = Math.min(filled.length, way.days.length, way.fulfilledAfter);
      expect(taken.map(({ level }) => level)).toEqual(Array.from({ length: levels }, (_, i) => i + 1));
      expect(taken.map(({ toPostId }) => toPostId)).toEqual(filled.slice(0, levels));
      // What was reached and what was passed over aloud is the way up, whole and in order.
      const wayUp = taken.flatMap(({ skipped, toPostId }) => [...skipped, toPostId]);
      expect(wayUp).toEqual(way.posts.map(({ postId }) => postId).slice(0, wayUp.length));
      const instants = [DUE, ...alarms.map((alarm) => alarm.at)];
      expect(instants).toEqual([...new Set(instants)].toSorted());
      for (const [i, { at: reached }] of taken.entries()) {
        const from = i === 0 ? at(DUE) : taken[i - 1]?.at;
        const closing = calendar.closing(calendar.addWorkingDays(dayOfOffice(from), way.days[i] ?? 0));
        expect(taken[i]?.alarm.at).toBe(closing.toISOString());
        expect(reached >= closing).toBe(true);
      }
    }),
  );
});

const dayOfOffice = (instant: Date | undefined): string =>
  new Date((instant?.getTime() ?? 0) + 7 * 3_600_000).toISOString().slice(0, 10);
