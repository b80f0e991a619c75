import { inForceOn, publishProcedure, repealProcedure } from '../procedure/procedure.js';
import { Story, all, evolveCatalogue, local, procedure, published, types } from './dossier.story.js';
import type { DossierEvent } from './dossier.events.js';
import * as ending from './ending.js';
import * as fee from './fee.js';
import { giveApology, takeDossierStep } from './lateness.js';
import { acceptStep, declineStep, handOverStep } from './steps.js';

const paid = { amount: 8_000, method: 'cash' as const, receipt: 'BL-1' };
const signed = { number: '12/TB', fileId: 'f' };
const returned = { channel: 'counter' as const, takenBy: 'Trần Thị Dân' };

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

describe('R17: a worker that was away', () => {
  it('still owes what fell due meanwhile: the apology, and each warning once', () => {
    const story = new Story().receive('2025-03-03T08:00');
    const late = story.act('worker', '2025-03-10T10:00', takeDossierStep, { step: 'dossier/warn:70' });
    const [warned] = late as [Extract<DossierEvent, { type: 'DossierWarned' }>];
    expect(warned.data.agenda[0]?.alarms.map(({ step }) => step)).toEqual([
      'dossier/apology',
      'dossier/warn:90',
      'dossier/overdue',
    ]);
    const owed = story.act('worker', '2025-03-10T10:00', takeDossierStep, { step: 'dossier/apology' });
    expect(owed).toMatchObject([{ type: 'ApologyOwed', data: { agenda: [{ alarms: [{}, {}] }] } }]);
  });
});

describe('R18, R23, R24: the end', () => {
  it('R18: nothing is returned unsigned; R23: nor unpaid, unless exempt with a reason', () => {
    const story = new Story().receive('2025-03-03T08:00');
    const give = () => story.act('desk', '2025-03-07T09:00', ending.returnResult, returned);
    expect(give).toThrow('result_not_signed');
    story.act('chairman', '2025-03-06T09:00', ending.signResult, signed);
    expect(give).toThrow('fee_unpaid');
    expect(() => story.act('desk', '2025-03-07T09:00', fee.payFee, { ...paid, amount: 1_000 })).toThrow(
      'fee_wrong',
    );
    story.act('desk', '2025-03-07T09:00', fee.payFee, paid);
    expect(() => story.act('desk', '2025-03-07T09:00', fee.payFee, paid)).toThrow('fee_settled');
    expect(give()).toMatchObject([{ type: 'ResultReturned', data: { takenBy: 'Trần Thị Dân' } }]);
    const exempt = new Story().receive('2025-03-03T08:00');
    exempt.act('chairman', '2025-03-06T09:00', ending.signResult, { number: '1/TB' });
    exempt.act('desk', '2025-03-06T10:00', fee.exemptFee, {});
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
      repealProcedure(published(procedure()), { from: '2025-03-04', document: '6/QĐ' }, { part: '1.004884' }),
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
