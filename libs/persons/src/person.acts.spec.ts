import { WorkCalendar } from '#calendar';
import {
  APPLICANT,
  office as officeAggregate,
  standing,
  type ActContext,
  type OfficeEvent,
} from '#organisation';
import {
  addDuty,
  arrivePerson,
  chooseChannels,
  correctPerson,
  endDuty,
  eraseAgain,
  erasePerson,
  moveDuty,
  registerPerson,
  retainPerson,
  sharePerson,
  takeOverPerson,
} from './person.acts.js';
import { unitsOn } from './duties.js';
import { person, type PersonEvent, type RegisteredPerson } from './person.js';

const now = new Date('2025-01-02T08:00:00+07:00');
const posted = (postId: string, unitId: string, above: string | null): OfficeEvent[] => [
  {
    type: 'PostOpened',
    data: { postId, title: postId, unitId, above, roles: [], external: false },
  },
  { type: 'PersonAppointed', data: { postId, personId: `p-${postId}` } },
];
/** The chairman above two units; in the desk's unit a clerk under its head. */
const founding: OfficeEvent[] = [
  ...posted('chairman', 'leaders', null),
  ...posted('head', 'desk', 'chairman'),
  ...posted('clerk', 'desk', 'head'),
  ...posted('police', 'police', 'chairman'),
  { type: 'UnitOpened', data: { unitId: 'leaders', name: 'leaders', headPostId: 'chairman' } },
  { type: 'UnitOpened', data: { unitId: 'desk', name: 'desk', headPostId: 'head' } },
  { type: 'UnitOpened', data: { unitId: 'police', name: 'police', headPostId: 'police' } },
];
const office = standing(
  founding.reduce((state, event) => officeAggregate.evolve(state, event, now), officeAggregate.initial),
  '2025-01-02',
);
const by = (actor: string): ActContext => ({
  subject: 's',
  part: '',
  commandId: 'c',
  actor,
  hand: actor,
  now,
  officeId: 'o',
  office,
  calendar: new WorkCalendar([]),
});
const after = (state: RegisteredPerson, events: PersonEvent[]) =>
  events.reduce((one, event) => person.evolve(one, event, now), state);

const REGISTER = { unitId: 'desk', names: ['name', 'phone'], commitment: 'c1' };
const stranger = person.initial;
const registered = after(stranger, registerPerson(stranger, REGISTER));
const erased = after(registered, erasePerson(registered, { reason: 'theo yêu cầu' }));
const corrected = { names: ['phone'], commitment: 'c2' };
const shared = { unitId: 'police', reason: 'xác minh cư trú' };
const forDossier = { unitId: 'police', subject: 'd-1', reason: 'hồ sơ 1' };

describe('somebody is registered', () => {
  it('for one unit, committed to; nothing of the facts is in the trail', () => {
    expect(registerPerson(stranger, REGISTER)).toEqual([
      { type: 'PersonRegistered', data: { unitId: 'desk', commitment: 'c1' } },
    ]);
    expect(registered).toEqual({
      status: 'registered',
      duties: new Map([['desk', new Map([['registration', null]])]]),
      channels: ['email'],
      messages: ['progress', 'result', 'fee'],
      language: 'vi',
    });
  });
  it('once, and an erased person never again', () => {
    expect(registerPerson(registered, REGISTER)).toEqual([]);
    expect(registerPerson(erased, REGISTER)).toEqual([]);
    expect(arrivePerson(registered, { unitId: 'police' })).toEqual([]);
  });
  it('with the way in which they want to be told, where that is not the usual one', () => {
    const telling = (channels: ('email' | 'sms' | 'zalo')[]) =>
      registerPerson(stranger, { ...REGISTER, told: { channels } }).slice(1);
    expect(telling(['zalo', 'sms', 'zalo'])).toEqual([
      { type: 'ChannelsChosen', data: { channels: ['zalo', 'sms'], language: 'vi' } },
    ]);
    expect(telling(['email'])).toEqual([]);
    expect(telling([])).toEqual([{ type: 'ChannelsChosen', data: { channels: [], language: 'vi' } }]);
  });
});

describe('R34: a duty in somebody’s data', () => {
  it.each(['p-clerk', 'p-head', 'p-chairman', APPLICANT, 'worker:dossiers'])('%s has one', (actor) => {
    expect(correctPerson(registered, corrected, by(actor))).toEqual([
      { type: 'PersonCorrected', data: { facts: ['phone'], commitment: 'c2' } },
    ]);
  });
  it.each([
    ['to correct', (state: RegisteredPerson, actor: ActContext) => correctPerson(state, corrected, actor)],
    ['to share', (state: RegisteredPerson, actor: ActContext) => sharePerson(state, shared, actor)],
    [
      'to keep',
      (state: RegisteredPerson, actor: ActContext) =>
        retainPerson(state, { until: '2035-01-01', why: 'Luật Lưu trữ' }, actor),
    ],
    [
      'to choose for them',
      (state: RegisteredPerson, actor: ActContext) => chooseChannels(state, { channels: ['sms'] }, actor),
    ],
  ])('another unit has none %s, and nobody has one in who is not there', (_, act) => {
    expect(() => act(registered, by('p-police'))).toThrow('no_duty');
    expect(() => act(registered, by('p-stranger'))).toThrow('no_duty');
    expect(() => act(stranger, by('p-clerk'))).toThrow('unknown_person');
    expect(() => act(erased, by('p-clerk'))).toThrow('unknown_person');
    expect(act(registered, by('p-clerk'))).toHaveLength(1);
  });
  it('is given to another unit once, which has it from then on', () => {
    const now = after(registered, sharePerson(registered, shared, by('p-clerk')));
    expect(unitsOn(now.duties, '2025-01-02')).toEqual(['desk', 'police']);
    expect(sharePerson(now, shared, by('p-clerk'))).toEqual([]);
    expect(correctPerson(now, corrected, by('p-police'))).toHaveLength(1);
  });
  it('shared by hand, lasts until a day: the one that was named, else the ninetieth', () => {
    const share = (until?: string) =>
      sharePerson(registered, { ...shared, ...(until && { until }) }, by('p-clerk'));
    expect(share()).toMatchObject([{ data: { until: '2025-04-02' } }]);
    const now = after(registered, share('2025-02-10'));
    expect(unitsOn(now.duties, '2025-02-10')).toEqual(['desk', 'police']);
    expect(unitsOn(now.duties, '2025-02-11')).toEqual(['desk']);
    for (const refused of ['2025-01-01', '2026-01-04'])
      expect(() => share(refused)).toThrow('shared_too_long');
    const ended = after(now, sharePerson(now, { ...shared, until: '2025-01-02' }, by('p-clerk')));
    expect(unitsOn(ended.duties, '2025-01-03')).toEqual(['desk']); // shared again for less
  });
  it('ends with the day on which what gave it ends; the unit that keeps the record keeps its own', () => {
    const given = after(registered, addDuty(registered, forDossier));
    expect(addDuty(given, forDossier)).toEqual([]);
    const ended = after(
      given,
      endDuty(given, { grounds: ['d-1'], reason: 'hồ sơ đã trả', until: '2025-01-31' }),
    );
    expect(unitsOn(ended.duties, '2025-01-31')).toEqual(['desk', 'police']);
    expect(unitsOn(ended.duties, '2025-02-01')).toEqual(['desk']);
    const later = { ...by('p-police'), now: new Date('2025-02-01T00:00:00+07:00') };
    expect(correctPerson(ended, corrected, by('p-police'))).toHaveLength(1);
    expect(() => correctPerson(ended, corrected, later)).toThrow('no_duty');
  });
  it('is had by just the unit that answers, whoever answered before until a day', () => {
    const moved = (state: RegisteredPerson, unitId: string | null, until = '2025-01-02') =>
      moveDuty(state, { unitId, grounds: ['f-1', 'formerly'], reason: 'trả lời', until });
    const police = after(registered, moved(registered, 'police'));
    expect(unitsOn(police.duties, '2025-01-03')).toEqual(['desk', 'police']);
    expect(moved(police, 'police')).toEqual([]);
    expect(moved(police, 'leaders')).toEqual([
      {
        type: 'DutyEnded',
        data: { grounds: ['f-1'], reason: 'trả lời f-1', until: '2025-01-02' },
      },
      { type: 'PersonShared', data: { unitId: 'leaders', reason: 'trả lời', for: 'f-1' } },
    ]);
    const leaders = after(police, moved(police, 'leaders'));
    expect(unitsOn(leaders.duties, '2025-01-03')).toEqual(['desk', 'leaders']);
    const back = after(leaders, moved(leaders, 'police'));
    expect(unitsOn(back.duties, '2025-01-03')).toEqual(['desk', 'police']);
    const nobodys = after(back, moved(back, null, '2025-02-01'));
    expect(unitsOn(nobodys.duties, '2025-02-01')).toEqual(['desk', 'police']);
    expect(unitsOn(nobodys.duties, '2025-02-02')).toEqual(['desk']);
    expect(moved(nobodys, null)).toEqual([]);
    expect(moved(registered, 'desk')).toEqual([]); // which has one in any case
    expect(moved(erased, 'police')).toEqual([]);
  });
  it('comes with what an office that ended knew, but not back to who was erased', () => {
    const taken = {
      fromOffice: 'x',
      document: '1/QĐ',
      unitIds: ['police'],
      facts: ['name'],
      commitment: 'c',
    };
    const there = after(stranger, takeOverPerson(stranger, taken));
    expect(there.status).toBe('registered');
    expect(unitsOn(there.duties, '2025-01-02')).toEqual(['police']);
    expect(takeOverPerson(erased, taken)).toEqual([]);
  });
});

describe('how somebody is told', () => {
  const choose = (channels: ('email' | 'sms')[], language?: 'en') =>
    chooseChannels(registered, { channels, ...(language && { language }) }, by(APPLICANT));
  it('the same again is nothing, in another order or language it is', () => {
    expect(choose(['email'])).toEqual([]);
    expect(choose(['email'], 'en')).toEqual([
      { type: 'ChannelsChosen', data: { channels: ['email'], language: 'en' } },
    ]);
    expect(choose(['sms', 'email'])).toEqual([
      { type: 'ChannelsChosen', data: { channels: ['sms', 'email'], language: 'vi' } },
    ]);
  });
  it('and of what: all of it until they say otherwise, and as they said it until they say so again', () => {
    const about = (state: RegisteredPerson, messages?: ('progress' | 'result' | 'fee')[]) =>
      chooseChannels(state, { channels: ['email'], ...(messages && { messages }) }, by(APPLICANT));
    expect(about(registered, ['fee', 'progress', 'result'])).toEqual([]);
    const few = about(registered, ['fee', 'result', 'fee']);
    expect(few).toEqual([
      { type: 'ChannelsChosen', data: { channels: ['email'], language: 'vi', messages: ['result', 'fee'] } },
    ]);
    const told = after(registered, few);
    expect(about(told)).toEqual([]);
    expect(told.messages).toEqual(['result', 'fee']);
    expect(about(told, [])[0]?.data).toMatchObject({ messages: [] });
  });
});

describe('erasing', () => {
  const reason = { reason: 'theo yêu cầu' };
  it('is once; who was never registered has nothing to erase', () => {
    expect(erasePerson(registered, reason)).toEqual([{ type: 'PersonErased', data: reason }]);
    expect(erasePerson(erased, reason)).toEqual([]);
    expect(() => erasePerson(stranger, reason)).toThrow('unknown_person');
  });
  it('after a restore erases again those who are there, and asks for nobody else', () => {
    expect(eraseAgain(registered, reason)).toHaveLength(1);
    expect(eraseAgain(erased, reason)).toEqual([]);
    expect(eraseAgain(stranger, reason)).toEqual([]);
  });
});
