import { Story, calendar, local, types } from './dossier.story.js';
import { dossier, isLate } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';
import * as ending from './ending.js';
import { pauseDossier, resumeDossier } from './interruptions.js';
import { giveApology, takeDossierStep } from './lateness.js';
import { answerSupplement, requestSupplement } from './supplement.js';

/** Due at 17:00 on 10/03/2025. */
const received = () => new Story().receive('2025-03-03T08:00');
const END = '2025-03-10T17:00';
const AFTER = '2025-03-10T17:01';
const sorry = { way: 'letter' as const, reason: 'Chờ kết quả xác minh của nơi khác' };
const ask = { components: ['Bản sao'], reason: 'Bản sao mờ, không đọc được', legalBasis: 'Điều 9' };
const answer = { components: [{ name: 'Bản sao', form: 'copy' as const }] };
const pause = { reason: 'Xác minh', legalBasis: 'Điều 7', expectedEnd: '2025-03-14' };
const sign = { number: '12/TB', fileId: 'f' };

type Act = (story: Story, when: string) => DossierEvent[];
const ACTS: [string, Act][] = [
  ['rejected', (s, at) => s.act('desk', at, ending.rejectDossier, { reason: 'Không đủ điều kiện' })],
  ['stopped', (s, at) => s.act('desk', at, ending.stopDossier, { reason: 'Có bản án', legalBasis: 'Luật' })],
  ['withdrawn', (s, at) => s.act('desk', at, ending.withdrawDossier, {})],
  ['signed', (s, at) => s.act('chairman', at, ending.signResult, sign)],
  ['paused', (s, at) => s.act('desk', at, pauseDossier, pause)],
  ['asked for a supplement', (s, at) => s.act('desk', at, requestSupplement, ask)],
];
const step = (story: Story, when: string, name: string) =>
  types(story.act('worker', when, takeDossierStep, { step: `dossier/${name}` }));

describe('R16, R17: late is what the times say, whatever came first', () => {
  it.each(ACTS)('%s after its time and before the sweep: late for ever, an apology owed', (_name, act) => {
    const story = received();
    expect(types(act(story, AFTER)).slice(0, 2)).toEqual(['ApologyOwed', 'DossierOverdue']);
    expect(story.state.work).toMatchObject({ late: true, apology: 'owed' });
    expect(step(story, '2025-03-10T17:02', 'overdue')).toEqual([]);
    const [given] = story.act('desk', '2025-03-11T08:00', giveApology, sorry);
    expect(given).toMatchObject({ type: 'ApologyGiven', data: { late: true } });
  });
  it.each(ACTS)('%s at the very end of its time: in time, nothing owed', (_name, act) => {
    const story = received();
    expect(act(story, END)).toHaveLength(1);
    expect(story.state.work).toMatchObject({ late: false, apology: 'none' });
  });
  it.each(ACTS)('%s so by the former version, which recorded nothing: the same', (_name, act) => {
    const story = received();
    const own = act(received(), AFTER).at(-1);
    if (!own) throw new Error('nothing came of it');
    const state = dossier.evolve(story.state, own, story.context('desk', AFTER).now);
    expect(isLate(state, story.context('desk', AFTER).now)).toBe(true);
    expect(state.work).toMatchObject({ late: true, apology: 'owed' });
  });
  it('a supplement asked for late gives new time, and takes nothing back', () => {
    const story = received();
    story.act('desk', AFTER, requestSupplement, ask);
    story.act('desk', '2025-03-12T09:00', answerSupplement, answer);
    const [result] = story.act('chairman', '2025-03-13T09:00', ending.signResult, sign);
    expect(result).toMatchObject({ data: { late: true } });
    expect(story.state.work).toMatchObject({ signed: { late: true }, apology: 'owed' });
  });
  it('R17: the apology that was due the day before is late, though its duty was never recorded', () => {
    const late = (when: string) => received().act('desk', when, giveApology, sorry)[0];
    expect(late('2025-03-07T16:00')).toMatchObject({ data: { late: false } });
    expect(late('2025-03-10T08:00')).toMatchObject({ data: { late: true } });
  });
  it('R15: what ended without a result gets no new appointment', () => {
    const story = received();
    story.act('desk', AFTER, ending.rejectDossier, { reason: 'Không đủ điều kiện' });
    const again = { ...sorry, newDay: '2025-03-17' };
    expect(() => story.act('desk', '2025-03-11T08:00', giveApology, again)).toThrow('reappointment_invalid');
  });
});

describe('R7: what interrupts an overdue dossier does not end its escalation', () => {
  /** What the last agenda of the whole dossier lets happen. */
  const ahead = (events: DossierEvent[]) =>
    events
      .flatMap(({ data }) => ('agenda' in data ? data.agenda : []))
      .findLast(({ alarms }) =>
        alarms.some(({ step: name }) => /escalate|overdue/.test(name) && !/step-/.test(name)),
      )
      ?.alarms.map(({ at, step: name }) => [name, local(at)]);
  const overdue = () => {
    const story = received();
    step(story, END, 'overdue');
    expect(step(story, '2025-03-11T17:00', 'escalate:1')).toEqual(['DossierEscalated']);
    return story;
  };
  it('a pause: it goes on from its level, counted from the resumption', () => {
    const story = overdue();
    story.act('desk', '2025-03-12T09:00', pauseDossier, pause);
    const resumed = story.act('desk', '2025-03-14T09:00', resumeDossier, { reason: 'Đã có kết quả' });
    expect(ahead(resumed)).toEqual([['dossier/escalate:2', '2025-03-18T17:00']]);
    expect(step(story, '2025-03-18T17:00', 'escalate:2')).toEqual(['DossierEscalated']);
  });
  it('an answered supplement: the new time is watched from its beginning', () => {
    const story = overdue();
    story.act('desk', '2025-03-12T09:00', requestSupplement, ask);
    story.act('desk', '2025-03-13T09:00', answerSupplement, answer);
    expect(step(story, '2025-03-18T16:59', 'warn:70')).toEqual(['DossierWarned']);
    expect(step(story, '2025-03-20T17:00', 'overdue')).toEqual(['DossierOverdue']);
    expect(step(story, '2025-03-21T17:00', 'escalate:1')).toEqual(['DossierEscalated']);
  });
});

describe('R14: a pause costs nobody any time', () => {
  it('what was left is left, to the millisecond, however often the clock is stopped', () => {
    const story = received();
    const due = () => new Date(story.state.work?.due ?? '');
    const before = due();
    const at = (minute: number, ms: number) => {
      const context = story.context('desk', `2025-03-05T10:0${minute}`);
      return { ...context, now: new Date(context.now.getTime() + ms) };
    };
    const take = (events: DossierEvent[], { now }: { now: Date }) => {
      story.state = events.reduce((state, event) => dossier.evolve(state, event, now), story.state);
    };
    for (let minute = 1; minute <= 3; minute += 1) {
      const [stopped, again] = [at(minute, 20_123), at(minute, 50_456)];
      take(pauseDossier(story.state, pause, stopped), stopped);
      take(resumeDossier(story.state, { reason: 'Đã có' }, again), again);
    }
    const stoodStill = 3 * (50_456 - 20_123);
    expect(Math.round(calendar.workingMinutesBetween(before, due()) * 60_000)).toBe(stoodStill);
  });
});
