import { afterTheClock, hasPassed, timingOf } from './index.js';

const due = '2025-03-10T10:00:00.000Z'; // 17:00 in Vietnam
const at = (text: string) => new Date(text);

describe('R6, R16: late, early, on time and open come from instants alone', () => {
  it.each([
    ['a day before', '2025-03-09T09:00:00.000Z', 'early'],
    ['on the day', '2025-03-10T00:30:00.000Z', 'on time'],
    ['at the very end', due, 'on time'],
    ['a moment after', '2025-03-10T10:00:00.001Z', 'late'],
  ])('done %s', (_name, done, timing) =>
    expect(timingOf(due, at(done), at('2025-06-01T00:00:00Z'))).toBe(timing),
  );
  it('not done, it is open until its end and late from then on', () => {
    expect(timingOf(due, null, at(due))).toBe('open');
    expect(timingOf(due, null, at('2025-03-10T10:00:00.001Z'))).toBe('late');
    expect(hasPassed(due, at(due))).toBe(false);
  });
});

describe('an act that comes after a time has run out unseen', () => {
  const recorded = (state: string[]) => state.includes('missed');
  const decided = afterTheClock<string[], string, string, { now: Date }>(
    (state, { now }) => (hasPassed(due, now) && !recorded(state) ? ['missed'] : []),
    (state, event) => [...state, event],
    (state, command) => (command === 'nothing' ? [] : [`${command} ${recorded(state) ? 'late' : 'in time'}`]),
  );
  const [before, after] = [{ now: at(due) }, { now: at('2025-03-11T00:00:00Z') }];
  it('records it first, once, and is decided on that', () => {
    expect(decided([], 'done', before)).toEqual(['done in time']);
    expect(decided([], 'done', after)).toEqual(['missed', 'done late']);
    expect(decided(['missed'], 'done', after)).toEqual(['done late']);
  });
  it('that comes to nothing records nothing', () => expect(decided([], 'nothing', after)).toEqual([]));
});
