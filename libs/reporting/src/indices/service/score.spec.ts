import type { ServiceMeasures, ServicePart } from './part.js';
import { periodOf } from './periods.js';
import { sumOf, valueOf } from './score.js';
import { SERVICE_SET } from './set.js';

const NOTHING: ServiceMeasures = {
  received: 0,
  onTime: 0,
  late: 0,
  displeased: 0,
  online: 0,
  papersHeld: 0,
  papersReused: 0,
  priced: 0,
  paidOnline: 0,
  signed: 0,
  resultsHeld: 0,
  proceduresUsedOnline: 0,
  proceduresPaidOnline: 0,
  procedures: 0,
  proceduresOffered: 0,
  proceduresPriced: 0,
  feedbackDue: 0,
  feedbackOnTime: 0,
};
const partOf = (code: string): ServicePart => {
  const part = SERVICE_SET.parts.find((one) => one.code === code);
  if (!part) throw new Error(code);
  return part;
};
const told = (code: string, measures: Partial<ServiceMeasures>) =>
  valueOf(partOf(code), { ...NOTHING, ...measures });

it('the set comes to 100 points, group by group as the decision has them', () => {
  const groups = Map.groupBy(SERVICE_SET.parts, ({ group }) => group);
  const max = (parts: readonly ServicePart[]) => parts.reduce((sum, one) => sum + one.max, 0);
  expect(Object.fromEntries([...groups].map(([group, parts]) => [group, max(parts)]))).toEqual({
    ...{ publicity: 18, progress: 20, online: 12, payment: 10, digitisation: 22, satisfaction: 18 },
  });
  expect(max(SERVICE_SET.parts)).toBe(100);
  expect(new Set(SERVICE_SET.parts.map(({ code }) => code)).size).toBe(SERVICE_SET.parts.length);
});

it.each([
  // 20 × 37 / 41
  ['settled-on-time', { received: 41, onTime: 37 }, 18.05, 90.24],
  // 2 × 30 / (48 × 0.8)
  ['procedures-online', { procedures: 48, proceduresOffered: 30 }, 1.56, 62.5],
  // half of what would give all of it
  ['dossiers-online', { received: 40, online: 10 }, 3, 25],
  ['dossiers-online', { received: 40, online: 20 }, 6, 50],
  ['dossiers-online', { received: 40, online: 39 }, 6, 97.5],
  // 2.5 × 1 / 3
  ['procedures-paid-online', { proceduresPriced: 3, proceduresPaidOnline: 1 }, 0.83, 33.33],
  // re-use is full at 80%
  ['papers-reused', { received: 10, papersReused: 8 }, 2, 80],
  // 6 × (1 − 2/20 − 3/20) / 0.9
  ['reception-satisfied', { received: 20, late: 2, displeased: 3 }, 5, 75],
  ['reception-satisfied', { received: 20, late: 1, displeased: 1 }, 6, 90],
  ['reception-satisfied', { received: 4, late: 4, displeased: 3 }, 0, 0],
] as const)('%s of %j is %d points', (code, measures, points, percent) => {
  expect(told(code, measures)).toMatchObject({ state: 'measured', points, percent });
});

it('without data there is no share, and the points are those that the set’s own rule gives', () => {
  const none = { state: 'no-data', percent: null, needed: null };
  expect(told('settled-on-time', {})).toMatchObject({ ...none, points: 0 });
  expect(told('reception-satisfied', {})).toMatchObject({ ...none, points: 0 });
  expect(told('feedback-on-time', {})).toMatchObject({ ...none, points: 6 });
  expect(told('answers-satisfied', {})).toMatchObject({ ...none, points: 6 });
});

it('what nothing measures has no points at all: neither none nor all', () => {
  for (const code of ['published-on-time', 'content-full', 'personal-store', 'certified-copies'])
    expect(told(code, { received: 9, procedures: 9 })).toMatchObject({ state: 'unmeasured', points: null });
  expect(told('answers-satisfied', { feedbackDue: 1 })).toMatchObject({ state: 'unmeasured', points: null });
});

it('a sum is told beside how much was counted', () => {
  const value = (code: string, measures: Partial<ServiceMeasures>) => ({
    part: partOf(code),
    value: told(code, measures),
  });
  expect(
    sumOf([value('personal-store', {}), value('papers-reused', { received: 3, papersReused: 1 })]),
  ).toEqual({ points: 0.83, counted: 2, max: 6 });
});

it('says how many more would give all points', () => {
  // (17 + 3) / 40 would be half only of 43: (17 + 6) / (40 + 6) is
  expect(told('dossiers-online', { received: 40, online: 17 }).needed).toBe(6);
});

it('reads months, quarters and years of the calendar', () => {
  expect(periodOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(periodOf('2025-Q4')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(periodOf('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});
