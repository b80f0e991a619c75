import { inForceOn, publishProcedure, repealProcedure } from '../procedure/procedure.js';
import { appointment, remainingMinutes } from './clock.js';
import { Story, all, at, calendar, evolveCatalogue, procedure, published, types } from './dossier.story.js';
import * as ending from './ending.js';
import * as interruptions from './interruptions.js';
import { giveApology, takeDossierStep } from './lateness.js';
import { acceptStep, declineStep, handOverStep } from './steps.js';

const paid = { amount: 8_000, method: 'cash' as const, receipt: 'BL-1' };
const signed = { number: '12/TB', fileId: 'f' };
const returned = { channel: 'counter' as const, takenBy: 'Trần Thị Dân' };
const local = (iso: string | undefined) =>
  new Date(Date.parse(iso ?? '') + 7 * 3_600_000).toISOString().slice(0, 16);
const dueOf = (story: Story) => local(story.state.work?.due);

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
    expect(local(appointment(at(received), time, calendar).toISOString())).toBe(due),
  );
  it('is never guessed for a year without a calendar', () =>
    expect(() => appointment(at('2026-12-30T09:00'), days(5), calendar)).toThrow('no_calendar'));
});

describe('R12, R13: a supplement', () => {
  const ask = (story: Story, components: string[], when = '2025-03-04T09:00') =>
    story.act('desk', when, interruptions.requestSupplement, {
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
    story.act('desk', '2025-03-10T09:00', interruptions.answerSupplement, {
      components: [{ name: 'Bản sao', form: 'copy' }],
    });
    expect(() => ask(story, ['Tờ khai'], '2025-03-11T09:00')).toThrow('second_supplement');
  });
  it('R14: once answered the full time starts again; one asked for late is allowed and shown', () => {
    const story = new Story().receive('2025-03-03T08:00');
    expect(dueOf(story)).toBe('2025-03-10T17:00');
    const [asked] = ask(story, ['Bản sao'], '2025-03-07T09:00');
    expect(asked?.data).toMatchObject({ late: true });
    story.act('desk', '2025-03-20T09:00', interruptions.answerSupplement, {
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

describe('R15, R16, R17: lateness and apology', () => {
  const sorry = { way: 'letter' as const, reason: 'Chờ kết quả xác minh của nơi khác' };
  const step = (story: Story, when: string, name: string) =>
    types(story.act('worker', when, takeDossierStep, { step: `dossier/${name}` }));
  it('R17: the duty opens by itself the working day before, and stays open until a letter or a call', () => {
    const story = new Story().receive('2025-03-03T08:00');
    const agenda = story.events.flatMap((e) => ('agenda' in e.data ? e.data.agenda : []));
    expect(agenda[0]?.alarms.map(({ step: name, at: when }) => [name, local(when)])).toContainEqual([
      'dossier/apology',
      '2025-03-07T07:30',
    ]);
    expect(step(story, '2025-03-07T07:30', 'apology')).toEqual(['ApologyOwed']);
    expect(step(story, '2025-03-07T07:31', 'apology')).toEqual([]);
    expect(story.state.work?.apology).toBe('owed');
    const [given] = story.act('desk', '2025-03-07T16:00', giveApology, sorry);
    expect(given).toMatchObject({ type: 'ApologyGiven', data: { late: false, responsible: 'p-desk' } });
  });
  it('R17: one given after that day is shown as late', () => {
    const story = new Story().receive('2025-03-03T08:00');
    step(story, '2025-03-07T07:30', 'apology');
    expect(story.act('desk', '2025-03-10T08:00', giveApology, sorry)[0]).toMatchObject({
      data: { late: true },
    });
  });
  it('R15: one re-appointment, to a working day after the old', () => {
    const story = new Story().receive('2025-03-03T08:00');
    for (const newDay of ['2025-03-10', '2025-03-15'])
      expect(() => story.act('desk', '2025-03-07T09:00', giveApology, { ...sorry, newDay })).toThrow(
        'reappointment_invalid',
      );
    story.act('desk', '2025-03-07T09:00', giveApology, { ...sorry, newDay: '2025-03-17' });
    expect(() =>
      story.act('desk', '2025-03-10T09:00', giveApology, { ...sorry, newDay: '2025-03-20' }),
    ).toThrow('second_reappointment');
  });
  it('R16: late against the first appointment is late for ever, re-appointed or not', () => {
    const story = new Story().receive('2025-03-03T08:00');
    story.act('desk', '2025-03-07T09:00', giveApology, { ...sorry, newDay: '2025-03-17' });
    expect(step(story, '2025-03-10T17:00', 'overdue')).toContain('DossierOverdue');
    expect(step(story, '2025-03-10T17:01', 'overdue')).toEqual([]);
    const [result] = story.act('chairman', '2025-03-12T09:00', ending.signResult, signed);
    expect(result).toMatchObject({ type: 'ResultSigned', data: { late: true } });
    const good = new Story().receive('2025-03-03T08:00');
    expect(good.act('chairman', '2025-03-10T16:59', ending.signResult, signed)[0]).toMatchObject({
      data: { late: false },
    });
  });
  it('warns at 70% and 90%, of the whole and of the step, once each; then goes up level by level (R7)', () => {
    const story = new Story().receive('2025-03-03T08:00');
    expect(step(story, '2025-03-06T14:00', 'warn:70')).toEqual(['DossierWarned']);
    expect(step(story, '2025-03-06T14:00', 'warn:70')).toEqual([]);
    expect(step(story, '2025-03-07T15:00', 'step-warn:90')).toEqual(['DossierWarned']);
    expect(step(story, '2025-03-10T17:00', 'step-overdue')).toEqual(['StepOverdue']);
    step(story, '2025-03-10T17:00', 'overdue');
    expect(
      story.act('worker', '2025-03-11T17:00', takeDossierStep, { step: 'dossier/escalate:1' }),
    ).toMatchObject([{ type: 'DossierEscalated', data: { level: 1, toPostId: 'head' } }]);
    expect(
      story.act('worker', '2025-03-13T17:00', takeDossierStep, { step: 'dossier/escalate:2' }),
    ).toMatchObject([{ type: 'DossierEscalated', data: { level: 2, toPostId: 'chairman' } }]);
  });
});

describe('R18, R23, R24: the end', () => {
  it('R18: nothing is returned unsigned; R23: nor unpaid, unless exempt with a reason', () => {
    const story = new Story().receive('2025-03-03T08:00');
    const give = () => story.act('desk', '2025-03-07T09:00', ending.returnResult, returned);
    expect(give).toThrow('result_not_signed');
    story.act('chairman', '2025-03-06T09:00', ending.signResult, signed);
    expect(give).toThrow('fee_unpaid');
    expect(() => story.act('desk', '2025-03-07T09:00', ending.payFee, { ...paid, amount: 1_000 })).toThrow(
      'fee_wrong',
    );
    story.act('desk', '2025-03-07T09:00', ending.payFee, paid);
    expect(() => story.act('desk', '2025-03-07T09:00', ending.payFee, paid)).toThrow('fee_wrong');
    expect(give()).toMatchObject([{ type: 'ResultReturned', data: { takenBy: 'Trần Thị Dân' } }]);
    const exempt = new Story().receive('2025-03-03T08:00');
    exempt.act('chairman', '2025-03-06T09:00', ending.signResult, { number: '1/TB' });
    exempt.act('desk', '2025-03-06T10:00', ending.exemptFee, { reason: 'Hộ nghèo' });
    expect(() => exempt.act('desk', '2025-03-07T09:00', ending.returnResult, returned)).toThrow(
      'not_digitised',
    );
    exempt.act('desk', '2025-03-07T09:00', ending.digitiseResult, { reason: 'Máy quét hỏng, quét sau' });
    expect(() =>
      exempt.act('desk', '2025-03-07T09:00', ending.returnResult, { ...returned, channel: 'post' }),
    ).toThrow('tracking_missing');
    expect(exempt.act('desk', '2025-03-07T09:00', ending.returnResult, returned)).toHaveLength(1);
  });
  it('R24: is rated once, and only when it was returned', () => {
    const story = new Story(published(procedure({ fee: 0 }))).receive('2025-03-03T08:00');
    const rate = () => story.act('citizen', '2025-03-08T09:00', ending.rateDossier, { score: 5 });
    expect(rate).toThrow('dossier_state');
    story.act('chairman', '2025-03-06T09:00', ending.signResult, signed);
    story.act('desk', '2025-03-07T09:00', ending.returnResult, returned);
    expect(types(rate())).toEqual(['DossierRated']);
    expect(rate).toThrow('already_rated');
  });
});

describe('R20: a step', () => {
  it('is handed over by its holder, who answers for it until the receiver accepts', () => {
    const story = new Story().receive('2025-03-03T08:00');
    const hand = (actor: string, toPostId = 'justice') =>
      story.act(actor, '2025-03-03T09:00', handOverStep, { toPostId });
    expect(() => hand('justice')).toThrow('not_the_holder');
    expect(() => hand('desk', 'front')).toThrow('hand_over_invalid');
    expect(() => hand('desk', 'nowhere')).toThrow('hand_over_invalid');
    hand('desk');
    expect(story.state.work?.holder.personId).toBe('p-desk');
    expect(() => hand('desk')).toThrow('hand_over_waiting');
    expect(() => story.act('head', '2025-03-03T10:00', acceptStep, {})).toThrow('not_the_holder');
    story.act('justice', '2025-03-03T10:00', acceptStep, {});
    expect(story.state.work).toMatchObject({ holder: { personId: 'p-justice' }, step: 1, offered: null });
    expect(() => hand('desk')).toThrow('not_the_holder');
    hand('justice', 'head');
    story.act('head', '2025-03-04T10:00', declineStep, { reason: 'Chưa đủ ý kiến' });
    expect(story.state.work).toMatchObject({ holder: { personId: 'p-justice' }, offered: null });
  });
});

describe('R21, R22: the catalogue', () => {
  it('R21: a running dossier keeps the version it was received under', () => {
    const first = published(procedure());
    const story = new Story(first).receive('2025-03-03T08:00');
    const second = evolveCatalogue(
      first,
      publishProcedure(
        first,
        procedure({ time: { value: 2, unit: 'working-days' }, fee: 1 }),
        '2025-03-04',
        '5/QĐ',
      ),
    );
    expect(inForceOn(second, '1.004884', '2025-03-03').version).toBe(1);
    expect(inForceOn(second, '1.004884', '2025-03-04')).toMatchObject({ version: 2, fee: 1 });
    expect(story.state.work?.procedure).toMatchObject({ version: 1, fee: 8_000 });
    expect(publishProcedure(first, procedure(), '2025-03-04', '5/QĐ')).toEqual([]);
  });
  it('R22: a repealed procedure takes no new dossier from its end, and those it has go on', () => {
    const ended = evolveCatalogue(
      published(procedure()),
      repealProcedure(published(procedure()), '1.004884', '2025-03-04', '6/QĐ'),
    );
    expect(() => new Story(ended).receive('2025-03-04T08:00')).toThrow('procedure_repealed');
    expect(() => new Story(ended).submit('2025-03-04T08:00')).toThrow('procedure_repealed');
    const running = new Story(ended).receive('2025-03-03T08:00');
    expect(running.act('chairman', '2025-03-05T08:00', ending.signResult, signed)).toHaveLength(1);
  });
});

describe('reception', () => {
  it('takes a complete dossier at the desk, and nothing that is not declared', () => {
    expect(() => new Story().receive('2025-03-03T08:00', {}, 'justice')).toThrow('not_the_desk');
    expect(() => new Story().receive('2025-03-03T08:00', { components: all.slice(1) })).toThrow(
      'components_missing',
    );
    expect(() =>
      new Story().receive('2025-03-03T08:00', { components: [...all, { name: 'Sổ hộ khẩu', form: 'copy' }] }),
    ).toThrow('undeclared_component');
    expect(() => new Story().receive('2025-03-03T08:00', { procedureCode: '9.999' })).toThrow(
      'unknown_procedure',
    );
  });
  it('of an online submission happens once, whichever desk is first', () => {
    const story = new Story().submit('2025-03-02T20:00').receive('2025-03-03T08:00');
    expect(() => story.receive('2025-03-03T08:01', {}, 'desk2')).toThrow('already_received');
    expect(story.state.work?.holder.personId).toBe('p-desk');
  });
});
