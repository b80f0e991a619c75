import { correctRegisterEntry, enterInRegister, withdrawRegisterEntry } from './entry.acts.js';
import { EntryStory } from './entry.story.js';
import type { Entry } from './entry.js';
import { KIND_NAMES, kindOf } from './kinds.js';
import { totalsOf } from './totals.js';

const day = '2025-03-07';
const training = {
  kind: 'training',
  day,
  title: 'Tập huấn dịch vụ công',
  participants: 32,
  hours: 4,
} as const;
const entered = (...[command, ...more]: Parameters<typeof made>) => made(command, ...more).state;
function made(command: Parameters<typeof enterInRegister>[1], actor = 'culture') {
  const story = new EntryStory();
  story.act(enterInRegister, command, actor);
  return story;
}

describe('an entry says what its register asks for, and nothing else', () => {
  it('training: how many, for how long; its unit is the writer’s', () => {
    expect(entered(training)).toMatchObject({
      status: 'entered',
      unitId: 'cultures',
      facts: { participants: 32, hours: 4 },
      by: 'p-culture',
    });
  });
  it('what is missing is named', () => {
    const { hours: _hours, ...without } = training;
    expect(() => made(without)).toThrow('register_fact_missing');
  });
  it('what another register asks for is refused', () => {
    expect(() => made({ ...training, channel: 'radio' })).toThrow('register_fact_not_asked');
  });
  it('what is published on a page says where; the radio has no link', () => {
    const said = { kind: 'publicity', day, title: 'Tin về dịch vụ công' } as const;
    expect(() => made({ ...said, channel: 'social' })).toThrow('register_fact_missing');
    expect(entered({ ...said, channel: 'social', link: 'https://facebook.com/thieuvan/1' }).facts.link).toBe(
      'https://facebook.com/thieuvan/1',
    );
    expect(entered({ ...said, channel: 'radio' }).facts).toEqual({ channel: 'radio' });
  });
  it('an initiative that is recognised names the decision', () => {
    const said = { kind: 'initiative', day, title: 'Hẹn trả kết quả tại thôn' } as const;
    expect(entered({ ...said, recognition: 'none' }).facts).toEqual({ recognition: 'none' });
    expect(() => made({ ...said, recognition: 'province' })).toThrow('register_fact_missing');
  });
  it('no more archives are done than there are, no more lack than were checked', () => {
    const archive = { kind: 'archive', day, title: 'Phông 1990–2000', measure: 'metres' } as const;
    expect(() => made({ ...archive, done: 31, total: 30 })).toThrow('register_entry_invalid');
    const posting = { kind: 'posting', day, title: 'Bảng niêm yết' } as const;
    expect(() => made({ ...posting, checked: 5, lacking: 6 })).toThrow('register_entry_invalid');
  });
  it('its day has come; its task and its procedure are there', () => {
    expect(() => made({ ...training, day: '2025-03-11' })).toThrow('register_entry_invalid');
    const none = { task: false, procedure: false };
    expect(() =>
      new EntryStory().act(enterInRegister, { ...training, taskId: 't' }, 'culture', none),
    ).toThrow('register_entry_invalid');
    const guidance = {
      kind: 'guidance',
      day,
      title: 'Khai sinh',
      procedureCode: '1',
      way: 'hotline',
    } as const;
    expect(() => new EntryStory().act(enterInRegister, guidance, 'culture', none)).toThrow(
      'register_entry_invalid',
    );
  });
  it('every register asks for what tells its figures apart', () => {
    const unasked = KIND_NAMES.filter((name) => {
      const { by, must } = kindOf(name);
      return by !== null && !must.includes(by);
    });
    expect(unasked).toEqual([]);
  });
});

describe('an entry that was wrong', () => {
  const anew = { day, title: training.title, participants: 30, hours: 4, reason: 'Đếm lại danh sách' };
  it('is said anew with a reason; the same again is no correction', () => {
    const story = made(training);
    expect(story.act(correctRegisterEntry, anew).map(({ type }) => type)).toEqual(['RegisterEntryCorrected']);
    expect(story.state).toMatchObject({ facts: { participants: 30 }, corrected: 'Đếm lại danh sách' });
    expect(story.act(correctRegisterEntry, anew)).toEqual([]);
  });
  it('by whoever made it or the office of record, whose unit it does not become', () => {
    const story = made(training);
    expect(() => story.act(correctRegisterEntry, anew, 'land')).toThrow('not_your_register_entry');
    story.act(correctRegisterEntry, anew, 'head');
    expect(story.state).toMatchObject({ unitId: 'cultures', by: 'p-culture' });
  });
  it('is withdrawn with a reason, and nothing is done to it after', () => {
    const story = made(training);
    story.act(withdrawRegisterEntry, { reason: 'Ghi trùng' });
    expect(story.state).toMatchObject({ status: 'withdrawn', withdrawn: 'Ghi trùng' });
    expect(() => story.act(correctRegisterEntry, anew)).toThrow('register_entry_withdrawn');
  });
});

describe('what registers come to', () => {
  const archive = (on: string, done: number, total: number): Entry =>
    entered({ kind: 'archive', day: on, title: 'Phông UBND', measure: 'metres', done, total });
  it('sums by the word that tells entries apart; the total is the latest', () => {
    const totals = totalsOf([
      archive('2025-02-03', 10, 40),
      archive('2025-03-03', 5, 42),
      archive('2025-01-06', 2, 50),
      entered(training),
      entered({ ...training, participants: 8, hours: 2 }),
      entered({ kind: 'publicity', day, title: 'Bài phát thanh', channel: 'radio' }),
    ]);
    expect(totals.map(({ kind, choice, entries }) => [kind, choice, entries])).toEqual([
      ['training', null, 2],
      ['publicity', 'radio', 1],
      ['archive', 'metres', 3],
    ]);
    expect(totals[0]).toMatchObject({ participants: 40, hours: 6, total: null });
    expect(totals[2]).toMatchObject({ done: 17, total: 42 });
  });
  it('nothing of what was withdrawn', () => {
    const story = made(training);
    story.act(withdrawRegisterEntry, { reason: 'Ghi trùng' });
    expect(totalsOf([story.state])).toEqual([]);
  });
});
