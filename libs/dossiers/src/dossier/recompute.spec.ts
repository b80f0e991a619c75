import { Story, all, at, calendarWithDayOff, local, procedure, published, types } from './dossier.story.js';
import { extendDossier, pauseDossier, resumeDossier } from './interruptions.js';
import { takeDossierStep } from './lateness.js';
import { recomputeDue } from './recompute.js';
import { answerSupplement, requestSupplement } from './supplement.js';

const PAUSE = { reason: 'Xác minh', legalBasis: 'Nghị định 123/2015', expectedEnd: '2025-02-25' };
const fifteenDays = published(procedure({ time: { value: 15, unit: 'working-days' }, extensionDays: 5 }));
const dueOf = (story: Story) => local(story.state.work?.due ?? undefined);
const recompute = (story: Story, when: string) =>
  types(story.act('worker', when, recomputeDue, { reason: 'Lịch nghỉ thay đổi' }));
const step = (story: Story, when: string, name: string) =>
  story.act('worker', when, takeDossierStep, { step: `dossier/${name}` });
const pausedOnce = () => {
  const story = new Story(fifteenDays).receive('2025-02-10T08:00');
  expect(dueOf(story)).toBe('2025-03-03T17:00');
  story.act('desk', '2025-02-11T08:00', pauseDossier, PAUSE);
  story.act('desk', '2025-02-25T08:00', resumeDossier, { reason: 'Đã xác minh' });
  expect(dueOf(story)).toBe('2025-03-17T17:00');
  return story;
};

describe('R11, R14: computing a due instant anew', () => {
  it('F2: with the same calendar moves nothing: what was paused, extended and supplemented stands', () => {
    const story = pausedOnce();
    expect(recompute(story, '2025-02-26T08:00')).toEqual([]);
    story.act('desk', '2025-02-26T09:00', extendDossier, { reason: 'Xác minh thêm' });
    expect(dueOf(story)).toBe('2025-03-24T17:00');
    expect(recompute(story, '2025-02-26T10:00')).toEqual([]);

    const supplemented = new Story(fifteenDays).receive('2025-02-10T08:00');
    const asked = { components: ['Bản sao'], reason: 'Bản sao mờ không đọc được', legalBasis: 'Điều 5' };
    supplemented.act('desk', '2025-02-11T08:00', requestSupplement, asked);
    supplemented.act('desk', '2025-02-20T08:00', answerSupplement, { components: all.slice(1) });
    expect(dueOf(supplemented)).toBe('2025-03-13T17:00');
    expect(recompute(supplemented, '2025-02-21T08:00')).toEqual([]);
  });

  it('with a pause of odd minutes moves nothing either', () => {
    const story = new Story(fifteenDays).receive('2025-02-10T08:13');
    story.act('desk', '2025-02-11T08:07', pauseDossier, PAUSE);
    story.act('desk', '2025-02-25T14:41', resumeDossier, { reason: 'Đã xác minh' });
    expect(recompute(story, '2025-02-26T08:00')).toEqual([]);
  });

  it('with another calendar moves by what that one differs, and back again', () => {
    const story = pausedOnce();
    story.calendar = calendarWithDayOff('2025-03-07');
    expect(recompute(story, '2025-02-26T08:00')).toEqual(['DossierDueMoved']);
    expect(dueOf(story)).toBe('2025-03-18T17:00');
    expect(recompute(story, '2025-02-26T09:00')).toEqual([]);
    story.calendar = new Story().calendar;
    expect(recompute(story, '2025-02-26T10:00')).toEqual(['DossierDueMoved']);
    expect(dueOf(story)).toBe('2025-03-17T17:00');
  });

  it('an extension after a pause counts from where the calendar moved the end to', () => {
    const story = pausedOnce();
    story.act('desk', '2025-02-26T09:00', extendDossier, { reason: 'Xác minh thêm' });
    story.calendar = calendarWithDayOff('2025-03-07');
    recompute(story, '2025-02-26T10:00');
    expect(dueOf(story)).toBe('2025-03-25T17:00');
  });

  it('R16: what is late already stays as it was', () => {
    const story = pausedOnce();
    story.calendar = calendarWithDayOff('2025-03-07');
    const late = recomputeDue(story.state, { reason: 'x' }, story.context('worker', '2025-03-17T17:01'));
    expect(late).toEqual([]);
    expect(at('2025-03-17T17:00').toISOString()).toBe(story.state.work?.due);
  });

  it('a day off taken away again moves nothing into the past', () => {
    const story = new Story(fifteenDays);
    story.calendar = calendarWithDayOff('2025-02-12');
    story.receive('2025-02-10T08:00');
    expect(dueOf(story)).toBe('2025-03-04T17:00');
    story.calendar = new Story().calendar;
    expect(recompute(story, '2025-03-04T09:00')).toEqual([]);
    expect(recompute(story, '2025-03-03T09:00')).toEqual(['DossierDueMoved']);
    expect(dueOf(story)).toBe('2025-03-03T17:00');
  });

  it('R7: the level that is to come of one that is late moves by it, once; its end does not', () => {
    const story = pausedOnce();
    step(story, '2025-03-17T17:00', 'overdue');
    story.calendar = calendarWithDayOff('2025-03-18');
    expect(recompute(story, '2025-03-17T18:00')).toEqual(['DossierDueSet']);
    expect(story.events.at(-1)).toMatchObject({
      data: {
        from: '2025-03-17T10:00:00.000Z',
        due: '2025-03-17T10:00:00.000Z',
        agenda: [{ alarms: [{ at: '2025-03-19T10:00:00.000Z', step: 'dossier/escalate:1' }] }],
      },
    });
    expect(recompute(story, '2025-03-17T18:01')).toEqual([]);
    expect(types(step(story, '2025-03-19T17:00', 'escalate:1'))).toEqual(['DossierEscalated']);
  });

  it('R14: so does that of a pause that lasts too long', () => {
    const story = new Story(fifteenDays).receive('2025-02-10T08:00');
    story.act('desk', '2025-02-11T08:00', pauseDossier, PAUSE);
    step(story, '2025-02-25T17:00', 'pause-over');
    story.calendar = calendarWithDayOff('2025-02-26');
    expect(recompute(story, '2025-02-25T18:00')).toEqual(['DossierDueSet']);
    expect(story.events.at(-1)).toMatchObject({
      data: { agenda: [{ alarms: [{ at: '2025-02-27T10:00:00.000Z', step: 'dossier/pause-escalate:1' }] }] },
    });
    expect(recompute(story, '2025-02-25T18:01')).toEqual([]);
  });
});
