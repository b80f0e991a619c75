import { addDays } from '#kernel';
import fc from 'fast-check';
import { agreeToTakeOver, endOffice } from './succession.js';
import { endPost, endSubstitute, nameSubstitute, openPost, vacatePost } from './office.commands.js';
import { hasRole, holds, postsOf, successorOf } from './hierarchy.js';
import type { OfficeEvent, Role } from './office.events.js';
import { office, type OfficeHistory } from './office.js';
import { splitUnit } from './restructuring.js';
import { standing } from './standing.js';

const at = (day: string) => new Date(`${day}T09:00:00+07:00`);
const after = (from: OfficeHistory, day: string, ...events: OfficeEvent[]): OfficeHistory =>
  events.reduce((state, event) => office.evolve(state, event, at(day)), from);
const post = (postId: string, unitId: string, above: string | null, ...roles: Role[]): OfficeEvent => ({
  type: 'PostOpened',
  data: { postId, title: postId, unitId, above, roles, external: false },
});
const unit = (unitId: string, headPostId: string): OfficeEvent => ({
  type: 'UnitOpened',
  data: { unitId, name: unitId, headPostId },
});
const appoint = (
  postId: string,
  personId: string,
  days: { fromDay?: string; toDay?: string } = {},
): OfficeEvent => ({
  type: 'PersonAppointed',
  data: { postId, personId, ...days },
});
const founded = after(
  office.initial,
  '2025-01-02',
  { type: 'OfficeOpened', data: { name: 'Xã', superior: 'Tỉnh' } },
  post('chairman', 'top', null, 'chairman'),
  post('head', 'a', 'chairman', 'official'),
  post('clerk', 'a', 'head', 'official'),
  post('other', 'b', 'chairman', 'official'),
  unit('top', 'chairman'),
  unit('a', 'head'),
  unit('b', 'other'),
  appoint('chairman', 'minh'),
  appoint('head', 'an'),
  appoint('clerk', 'binh'),
  appoint('other', 'chi'),
);
const on = (history: OfficeHistory, day: string) => standing(history, day);

describe('the tree as of any day', () => {
  const history = after(
    after(founded, '2025-03-03', appoint('head', 'dung', { fromDay: '2025-04-01', toDay: '2025-06-30' })),
    '2025-05-05',
    {
      type: 'UnitEnded',
      data: { unitId: 'b', successorUnitId: 'a', successorPostId: 'head', document: 'x' },
    },
  );
  it('has each person in their post from a day to a day, and vacancies between', () => {
    const holder = (day: string) => on(history, day).holders.get('head');
    expect([holder('2024-12-31'), holder('2025-01-02'), holder('2025-03-31')]).toEqual([
      undefined,
      'an',
      'an',
    ]);
    expect([holder('2025-04-01'), holder('2025-06-30'), holder('2025-07-01')]).toEqual([
      'dung',
      'dung',
      undefined,
    ]);
  });
  it('has each unit and post while it lived', () => {
    expect(on(history, '2025-05-04').units.get('b')?.endedBy).toBeUndefined();
    expect(on(history, '2025-05-05').units.get('b')?.endedBy).toBe('a');
    expect([
      on(history, '2025-05-04').posts.has('other'),
      on(history, '2025-05-05').posts.has('other'),
    ]).toEqual([true, false]);
    expect(successorOf(on(history, '2025-06-01'), 'b')?.unitId).toBe('a');
    expect(on(history, '2025-01-01').units.size).toBe(0);
  });
});

describe('a substitute', () => {
  const dates = { fromDay: '2025-02-03', toDay: '2025-02-07', document: '3/QĐ' };
  const named = after(
    founded,
    '2025-02-01',
    ...nameSubstitute(
      on(founded, '2025-02-01'),
      { postId: 'chairman', personId: 'an', ...dates },
      '2025-02-01',
    ),
  );
  it('acts in the post with its rights, for as long as was said', () => {
    for (const [day, acts] of [
      ['2025-02-02', false],
      ['2025-02-03', true],
      ['2025-02-07', true],
      ['2025-02-08', false],
    ] as const)
      expect([
        day,
        hasRole(on(named, day), 'an', 'chairman'),
        holds(on(named, day), 'an', 'chairman'),
      ]).toEqual([day, acts, acts]);
    expect(postsOf(on(named, '2025-02-05'), 'an').map(({ postId }) => postId)).toEqual(['chairman', 'head']);
  });
  it.each([
    ['the holder', { personId: 'minh' }],
    ['a stranger', { personId: 'nobody' }],
    ['days in the wrong order', { toDay: '2025-02-01' }],
    ['days that have passed', { fromDay: '2025-01-01', toDay: '2025-01-05' }],
  ])('can’t be %s', (_name, over) =>
    expect(() =>
      nameSubstitute(
        on(founded, '2025-02-01'),
        { postId: 'chairman', personId: 'an', ...dates, ...over },
        '2025-02-01',
      ),
    ).toThrow('organisation_invalid'),
  );
});

describe('F6: what was decided for other days stands', () => {
  const substitute = (personId: string, fromDay: string, toDay: string): OfficeEvent => ({
    type: 'SubstituteNamed',
    data: { postId: 'chairman', personId, fromDay, toDay, document: 'x' },
  });
  const acting = (history: OfficeHistory, ...days: string[]) =>
    days.map((day) => on(history, `2025-${day}`).substitutes.get('chairman'));
  const holding = (history: OfficeHistory, ...days: string[]) =>
    days.map((day) => on(history, `2025-${day}`).holders.get('head'));

  it('a substitute named for other days, or for some of theirs', () => {
    const two = after(
      founded,
      '2025-03-01',
      substitute('an', '2025-04-08', '2025-04-11'),
      substitute('binh', '2025-03-17', '2025-03-21'),
      substitute('chi', '2025-04-10', '2025-04-10'),
    );
    const days = ['03-17', '03-21', '03-22', '04-08', '04-09', '04-10', '04-11', '04-12'];
    expect(acting(two, ...days)).toEqual(['binh', 'binh', undefined, 'an', 'an', 'chi', 'an', undefined]);
  });
  it('an appointment that begins later than one made after it', () => {
    const later = after(founded, '2025-03-01', appoint('head', 'dung', { fromDay: '2025-07-01' }));
    const meanwhile = after(later, '2025-03-02', appoint('head', 'chi', { fromDay: '2025-05-01' }));
    expect(holding(meanwhile, '04-30', '05-01', '06-30', '07-01')).toEqual(['an', 'chi', 'chi', 'dung']);
    const into = after(
      later,
      '2025-03-02',
      appoint('head', 'chi', { fromDay: '2025-06-01', toDay: '2025-07-31' }),
    );
    expect(holding(into, '06-01', '07-31', '08-01')).toEqual(['chi', 'chi', 'dung']);
  });
  it('ends for the one it is about, also before it begins', () => {
    const named = after(founded, '2025-03-01', substitute('an', '2025-04-08', '2025-04-11'));
    const [ended] = endSubstitute(on(named, '2025-03-02'), { postId: 'chairman', reason: 'x' });
    expect(ended).toMatchObject({ type: 'SubstituteEnded', data: { personId: 'an' } });
    expect(acting(after(named, '2025-03-02', ...(ended ? [ended] : [])), '04-09')).toEqual([undefined]);
    const later = after(founded, '2025-03-01', appoint('head', 'dung', { fromDay: '2025-07-01' }));
    const left = after(
      later,
      '2025-03-02',
      ...vacatePost(on(later, '2025-03-02'), { postId: 'head', reason: 'x' }),
    );
    expect(holding(left, '03-01', '03-02', '07-01')).toEqual(['an', undefined, 'dung']);
  });

  const DAYS = Array.from({ length: 40 }, (_, n) => addDays('2025-03-01', n));
  it('as a table of days has it, in which each decision is written over its own', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('an', 'binh', 'chi'), fc.nat(39), fc.nat(39)), { maxLength: 8 }),
        (named) => {
          const table = new Map<string, string>();
          let history = founded;
          for (const [personId, a, b] of named) {
            const days = DAYS.slice(Math.min(a, b), Math.max(a, b) + 1);
            for (const day of days) table.set(day, personId);
            history = after(history, '2025-03-01', substitute(personId, days[0] ?? '', days.at(-1) ?? ''));
          }
          for (const day of DAYS) expect(on(history, day).substitutes.get('chairman')).toBe(table.get(day));
        },
      ),
      { numRuns: 50 },
    ));
});

describe('R28: nothing is left without somebody who answers for it', () => {
  const now = on(founded, '2025-02-01');
  it('a post that heads a unit can’t end; another one gives what it has to a living post', () => {
    expect(() => endPost(now, { successorPostId: 'other', document: 'x' }, { part: 'head' })).toThrow(
      'successor_missing',
    );
    expect(() => endPost(now, { successorPostId: 'gone', document: 'x' }, { part: 'clerk' })).toThrow(
      'successor_missing',
    );
    expect(() => endPost(now, { successorPostId: 'clerk', document: 'x' }, { part: 'clerk' })).toThrow(
      'successor_missing',
    );
    const ended = after(
      founded,
      '2025-02-01',
      ...endPost(now, { successorPostId: 'head', document: 'x' }, { part: 'clerk' }),
    );
    expect(on(ended, '2025-02-01').posts.has('clerk')).toBe(false);
  });
  it('a split takes posts and subjects along, and leaves the old head', () => {
    const split = { name: 'c', headPostId: 'clerk', postIds: [], subjects: ['t1'], document: 'x' };
    const part = after(founded, '2025-02-01', ...splitUnit(now, split, { part: 'a', partId: 'c' }));
    expect(on(part, '2025-02-01').posts.get('clerk')?.unitId).toBe('c');
    expect(on(part, '2025-02-01').units.get('c')?.headPostId).toBe('clerk');
    expect(() => splitUnit(now, { ...split, headPostId: 'head' }, { part: 'a', partId: 'c' })).toThrow(
      'organisation_invalid',
    );
    expect(() => splitUnit(now, { ...split, headPostId: 'other' }, { part: 'a', partId: 'c' })).toThrow(
      'unknown_post',
    );
  });
  it('an office ends only when each living unit has an heir with somebody at its head', () => {
    const heirs = ['top', 'a', 'b'].map((unitId) => ({ unitId, heirUnitId: 'a' }));
    const end = (to: OfficeHistory, given = heirs) =>
      endOffice(
        now,
        {
          successor: 'xa-moi',
          document: 'x',
          heirs: given,
          into: { office: on(to, '2025-02-01'), ledger: null },
        },
        'xa-cu',
      );
    const agreeing = (to: OfficeHistory, document = 'x') =>
      after(
        to,
        '2025-01-31',
        ...agreeToTakeOver(on(to, '2025-01-31'), { office: 'xa-cu', document }, 'xa-moi'),
      );
    expect(() => end(founded)).toThrow('take_over_not_agreed');
    expect(() => end(agreeing(founded, 'y'))).toThrow('take_over_not_agreed');
    expect(end(agreeing(founded))).toMatchObject([
      { type: 'OfficeEnded', data: { successor: 'xa-moi', agreedOn: '2025-01-31' } },
    ]);
    expect(() => end(agreeing(founded), heirs.slice(1))).toThrow('successor_missing');
    expect(() => end(office.initial)).toThrow('successor_missing');
    const left: OfficeEvent = { type: 'PostVacated', data: { postId: 'head', personId: 'an', reason: 'x' } };
    const vacant = after(agreeing(founded), '2025-02-01', left);
    expect(() => end(vacant)).toThrow('successor_missing');
  });
});

it('a post opens only in a living unit, below a post that is there, with the rights of its kind', () => {
  const now = on(founded, '2025-02-01');
  const command = { title: 'Thanh tra', kind: 'inspector' as const, unitId: 'a', above: 'chairman' };
  expect(openPost(now, command, 'p')).toMatchObject([{ data: { roles: ['inspector'], kind: 'inspector' } }]);
  expect(() => openPost(now, { ...command, unitId: 'z' }, 'p')).toThrow('organisation_invalid');
  expect(() => openPost(now, { ...command, above: 'z' }, 'p')).toThrow('unknown_post');
});
