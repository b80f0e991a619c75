import { rulesOn } from '../rules/one-stop-rules.js';
import { appointment, remainingMinutes } from './clock.js';
import { Story, at, calendar, local, types } from './dossier.story.js';
import * as interruptions from './interruptions.js';
import * as supplement from './supplement.js';
import { takeDossierStep } from './lateness.js';
import { acceptStep, handOverStep } from './steps.js';

const dueOf = (story: Story) => local(story.state.work?.due ?? undefined);

const { clock } = rulesOn('2025-03-03');

describe('R11: the appointment', () => {
  const days = (n: number) => ({ value: n, unit: 'working-days' as const });
  const sameDay = { value: 0, unit: 'same-day' as const };
  it.each([
    ['3 working days from a Monday', '2025-03-03T08:00', days(3), '2025-03-06T17:00'],
    ['over a weekend', '2025-03-06T16:00', days(3), '2025-03-11T17:00'],
    ['over Tết', '2025-01-24T09:00', days(3), '2025-02-05T17:00'],
    ['over the swapped 2 May', '2025-04-29T09:00', days(2), '2025-05-06T17:00'],
    ['the day of reception is day 0, though received early', '2025-03-03T07:30', days(1), '2025-03-04T17:00'],
    ['within the day', '2025-03-03T14:59', sameDay, '2025-03-03T17:00'],
    ['after the cut-off', '2025-03-03T15:00', sameDay, '2025-03-04T17:00'],
    ['after the cut-off on a Friday', '2025-03-07T15:30', sameDay, '2025-03-10T17:00'],
    ['on a Saturday morning, which does not count', '2025-03-08T09:00', sameDay, '2025-03-10T17:00'],
    [
      'hours, over lunch',
      '2025-03-03T10:30',
      { value: 4, unit: 'working-hours' as const },
      '2025-03-03T16:30',
    ],
  ])('%s', (_name, received, time, due) =>
    expect(local(appointment(at(received), time, calendar, clock).toISOString())).toBe(due),
  );
  it('is never guessed for a year without a calendar', () =>
    expect(() => appointment(at('2026-12-30T09:00'), days(5), calendar, clock)).toThrow('no_calendar'));
});

describe('R12, R13: a supplement', () => {
  const ask = (story: Story, components: string[], when = '2025-03-04T09:00') =>
    story.act('desk', when, supplement.requestSupplement, {
      components,
      reason: 'Bản sao mờ, không đọc được',
      legalBasis: 'Điều 9',
    });
  it('R12: names only what the procedure declares', () => {
    const story = new Story().receive('2025-03-03T08:00');
    expect(() => ask(story, ['Sổ hộ khẩu'])).toThrow('undeclared_component');
    expect(() => ask(story, [])).toThrow('undeclared_component');
    expect(types(ask(story, ['Bản sao']))).toEqual(['SupplementRequested']);
  });
  it('R13: is asked for once', () => {
    const story = new Story().receive('2025-03-03T08:00');
    ask(story, ['Bản sao']);
    story.act('desk', '2025-03-10T09:00', supplement.answerSupplement, {
      components: [{ name: 'Bản sao', form: 'copy' }],
    });
    expect(() => ask(story, ['Tờ khai'], '2025-03-11T09:00')).toThrow('second_supplement');
  });
  it('R14: once answered the full time starts again; one asked for late is allowed and shown', () => {
    const story = new Story().receive('2025-03-03T08:00');
    expect(dueOf(story)).toBe('2025-03-10T17:00');
    const [asked] = ask(story, ['Bản sao'], '2025-03-07T09:00');
    expect(asked?.data).toMatchObject({ late: true });
    story.act('desk', '2025-03-20T09:00', supplement.answerSupplement, {
      components: [{ name: 'Bản sao', form: 'copy' }],
    });
    expect(dueOf(story)).toBe('2025-03-27T17:00');
    const inTime = new Story().receive('2025-03-03T08:00');
    expect(ask(inTime, ['Bản sao'], '2025-03-06T16:59')[0]?.data).toMatchObject({ late: false });
  });
  it('not answered within the limit, it closes the dossier with notice', () => {
    const story = new Story().receive('2025-03-03T08:00');
    ask(story, ['Bản sao']);
    const events = story.act('worker', '2025-04-04T17:00', takeDossierStep, { step: 'dossier/unanswered' });
    expect(events).toMatchObject([{ type: 'DossierWithdrawn', data: { unanswered: true } }]);
  });
});

describe('R14: a pause', () => {
  const pause = { reason: 'Xác minh', legalBasis: 'Điều 7', expectedEnd: '2025-03-14' };
  it('does not count, to the minute', () => {
    const story = new Story().receive('2025-03-03T08:00');
    story.act('desk', '2025-03-05T10:17', interruptions.pauseDossier, pause);
    const left = story.state.work?.pausedWith;
    expect(left).toBe(remainingMinutes(at('2025-03-05T10:17'), at('2025-03-10T17:00'), calendar));
    story.act('desk', '2025-03-14T14:05', interruptions.resumeDossier, { reason: 'Đã có kết quả' });
    expect(remainingMinutes(at('2025-03-14T14:05'), new Date(story.state.work?.due ?? ''), calendar)).toBe(
      left,
    );
    expect(dueOf(story)).toBe('2025-03-20T09:18');
  });
  it.each([
    ['a reason that the procedure does not know', { reason: 'Nghỉ phép' }],
    ['an end within Tết', { expectedEnd: '2026-02-18' }],
    ['an end that has passed', { expectedEnd: '2025-03-05' }],
  ])('is refused for %s', (_name, over) => {
    const story = new Story().receive('2025-03-03T08:00');
    expect(() =>
      story.act('desk', '2025-03-05T10:00', interruptions.pauseDossier, { ...pause, ...over }),
    ).toThrow('pause_not_allowed');
  });
  it('over Tết counts as little as any other: days off are not counted anyway', () => {
    const story = new Story().receive('2025-01-22T08:00');
    story.act('desk', '2025-01-24T08:00', interruptions.pauseDossier, {
      ...pause,
      expectedEnd: '2025-02-03',
    });
    story.act('desk', '2025-02-03T07:30', interruptions.resumeDossier, { reason: 'Hết Tết' });
    expect(dueOf(story)).toBe('2025-02-06T16:30');
  });
});

describe('the time of a step, and what warns of it', () => {
  const pause = { reason: 'Xác minh', legalBasis: 'Nghị định 123/2015', expectedEnd: '2025-03-14' };
  /** When the last agenda lets a step fall due. */
  const alarmAt = (story: Story, name: string) =>
    story.events
      .flatMap(({ data }) => ('agenda' in data ? data.agenda : []))
      .flatMap(({ alarms }) => alarms)
      .findLast(({ step }) => step === `dossier/${name}`)?.at ?? '';
  const stepDue = (story: Story) => story.state.work?.stepDue ?? '';

  it('a step is late at its own end, the first one too, however long the dossier has still', () => {
    const story = new Story().receive('2025-03-03T08:00');
    expect(local(stepDue(story))).toBe(local(alarmAt(story, 'step-overdue')));
    expect(stepDue(story) < (story.state.work?.due ?? '')).toBe(true);
    const end = local(stepDue(story));
    expect(types(story.act('worker', end, takeDossierStep, { step: 'dossier/step-overdue' }))).toEqual([
      'StepOverdue',
    ]);
  });
  it('R14: an answered supplement begins the step anew with the dossier, warnings and all', () => {
    const story = new Story().receive('2025-03-03T08:00');
    story.act('worker', '2025-03-04T09:00', takeDossierStep, { step: 'dossier/step-warn:70' });
    story.act('desk', '2025-03-04T09:00', supplement.requestSupplement, {
      components: ['Bản sao'],
      reason: 'Bản sao mờ, không đọc được',
      legalBasis: 'Điều 9',
    });
    story.act('desk', '2025-03-20T09:00', supplement.answerSupplement, {
      components: [{ name: 'Bản sao', form: 'copy' }],
    });
    const fresh = new Story().receive('2025-03-20T09:00');
    expect(stepDue(story)).toBe(stepDue(fresh));
    for (const name of ['warn:70', 'warn:90', 'step-warn:70', 'step-warn:90', 'step-overdue'])
      expect(alarmAt(story, name)).toBe(alarmAt(fresh, name));
  });
  it.each(['warn:70', 'warn:90', 'step-warn:70', 'step-warn:90', 'step-overdue', 'overdue'])(
    'R14: a pause moves %s by just the working time that stood still, and so does a second one',
    (name) => {
      const [first, second] = [
        ['2025-03-03T10:17', '2025-03-13T14:05'],
        ['2025-03-13T15:00', '2025-03-28T08:20'],
      ] as const;
      const story = new Story().receive('2025-03-03T08:00');
      let expected = new Date(alarmAt(story, name));
      for (const [from, to] of [first, second]) {
        story.act('desk', from, interruptions.pauseDossier, { ...pause, expectedEnd: to.slice(0, 10) });
        story.act('desk', to, interruptions.resumeDossier, { reason: 'Đã có kết quả' });
        expected = calendar.addWorkingMinutes(at(to), calendar.workingMinutesBetween(at(from), expected));
      }
      expect(alarmAt(story, name)).toBe(expected.toISOString());
    },
  );
  it('R14: a step accepted after a pause gets its share of the procedure’s time, not of the pause', () => {
    const accepted = (story: Story, when: string) => {
      story.act('desk', when, handOverStep, { toPostId: 'justice' });
      story.act('justice', when, acceptStep, {});
      return calendar.workingMinutesBetween(at(when), new Date(stepDue(story)));
    };
    const paused = new Story().receive('2025-03-03T08:00');
    paused.act('desk', '2025-03-03T10:00', interruptions.pauseDossier, pause);
    paused.act('desk', '2025-03-14T10:00', interruptions.resumeDossier, { reason: 'Đã có kết quả' });
    expect(accepted(paused, '2025-03-14T10:00')).toBe(
      accepted(new Story().receive('2025-03-03T08:00'), '2025-03-03T10:00'),
    );
  });
});
