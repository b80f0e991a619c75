import { giveDelegation, principalOf, revokeDelegation, type GiveDelegation } from './delegation.js';
import type { OfficeEvent } from './office.events.js';
import { office, type OfficeHistory } from './office.js';
import { standing } from './standing.js';

const at = (day: string) => new Date(`${day}T09:00:00+07:00`);
const post = (name: string, roles: ('chairman' | 'oversight' | 'official')[]): OfficeEvent[] => [
  {
    type: 'PostOpened',
    data: { postId: name, title: name, unitId: 'u', above: null, roles, external: false },
  },
  { type: 'PersonAppointed', data: { postId: name, personId: name } },
];
const after = (events: OfficeEvent[], from: OfficeHistory = office.initial) =>
  events.reduce((state, event) => office.evolve(state, event, at('2025-01-02')), from);
const now = (history: OfficeHistory) => standing(history, '2025-02-20');
const founded = after([
  ...post('chairman', ['chairman']),
  ...post('vice', ['official']),
  ...post('front', ['oversight']),
]);
const scope = {
  acts: ['AcceptDeliverable'],
  areas: ['II'],
  subjects: [],
  fromDay: '2025-03-01',
  toDay: '2025-03-31',
  document: '12/UQ',
};
const give = (
  state: OfficeHistory,
  from: string,
  to: string,
  over: Partial<GiveDelegation> = {},
  id = 'd1',
) =>
  giveDelegation(
    now(state),
    { ...scope, to, ...over },
    { actor: from, now: at('2025-02-20'), delegationId: id },
  );
const lent = after(give(founded, 'chairman', 'vice'), founded);
const act = { act: 'AcceptDeliverable', area: 'II', subject: 't1' };

describe('R27: acts under a delegation', () => {
  it('are done in its giver’s name within its dates and scope', () => {
    expect(principalOf(now(lent), 'd1', 'vice', at('2025-03-01'), act)).toBe('chairman');
    expect(principalOf(now(lent), 'd1', 'vice', at('2025-03-31'), act)).toBe('chairman');
  });
  it.each<[string, () => unknown]>([
    ['before its first day', () => principalOf(now(lent), 'd1', 'vice', at('2025-02-28'), act)],
    ['after its last day', () => principalOf(now(lent), 'd1', 'vice', at('2025-04-01'), act)],
    [
      'another act',
      () => principalOf(now(lent), 'd1', 'vice', at('2025-03-03'), { ...act, act: 'CancelTask' }),
    ],
    ['another area', () => principalOf(now(lent), 'd1', 'vice', at('2025-03-03'), { ...act, area: 'III' })],
    ['no area at all', () => principalOf(now(lent), 'd1', 'vice', at('2025-03-03'), { ...act, area: null })],
    ['other hands', () => principalOf(now(lent), 'd1', 'front', at('2025-03-03'), act)],
    ['a delegation that is none', () => principalOf(now(lent), 'd2', 'vice', at('2025-03-03'), act)],
    [
      'one that was taken back',
      () =>
        principalOf(
          now(
            after(revokeDelegation(now(lent), { reason: 'Đã về' }, { part: 'd1', actor: 'chairman' }), lent),
          ),
          'd1',
          'vice',
          at('2025-03-03'),
          act,
        ),
    ],
  ])('are refused: %s', (_name, attempt) => expect(attempt).toThrow('delegation_out_of_scope'));
  it('a subject named is the only one', () => {
    const one = after(give(founded, 'chairman', 'vice', { subjects: ['t1'], areas: [] }), founded);
    expect(principalOf(now(one), 'd1', 'vice', at('2025-03-03'), act)).toBe('chairman');
    expect(() => principalOf(now(one), 'd1', 'vice', at('2025-03-03'), { ...act, subject: 't2' })).toThrow(
      'delegation_out_of_scope',
    );
  });
});

describe('a delegation that can’t be given', () => {
  it.each<[string, () => unknown]>([
    ['to oneself', () => give(founded, 'vice', 'vice')],
    ['to nobody of the office', () => give(founded, 'chairman', 'stranger')],
    ['by nobody of the office', () => give(founded, 'stranger', 'vice')],
    ['to oversight', () => give(founded, 'chairman', 'front')],
    ['that ends before it begins', () => give(founded, 'chairman', 'vice', { toDay: '2025-02-25' })],
    ['for the past', () => give(founded, 'chairman', 'vice', { fromDay: '2025-01-01', toDay: '2025-01-31' })],
    ['back in a circle', () => give(lent, 'vice', 'chairman', {}, 'd2')],
    ['that overlaps', () => give(lent, 'chairman', 'vice', { acts: [] }, 'd2')],
  ])('%s', (_name, attempt) => expect(attempt).toThrow('delegation_invalid'));
  it('another scope, or another time, stands beside it', () => {
    expect(give(lent, 'chairman', 'vice', { areas: ['III'] }, 'd2')).toHaveLength(1);
    expect(give(lent, 'chairman', 'vice', { fromDay: '2025-04-01', toDay: '2025-04-30' }, 'd2')).toHaveLength(
      1,
    );
  });
  it('only its giver or the chairman takes it back', () => {
    expect(() => revokeDelegation(now(lent), { reason: 'x' }, { part: 'd1', actor: 'vice' })).toThrow(
      'delegation_out_of_scope',
    );
    expect(revokeDelegation(now(lent), { reason: 'x' }, { part: 'd1', actor: 'chairman' })).toHaveLength(1);
  });
});
