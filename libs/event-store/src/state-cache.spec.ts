import { StateCache, type CachedState } from './state-cache.js';

const entry = (office: string, subject: string, widelyRead?: true): CachedState => ({
  kind: widelyRead ? 'office' : 'task',
  widelyRead,
  office,
  subject,
  state: null,
  version: 1,
  position: 1,
  recordedAt: 0,
  lineage: { broken: false },
  pending: Promise.resolve(),
  committed: { state: null, version: 1, position: 1, recordedAt: 0 },
  currentAt: 0,
});
const kept = (cache: StateCache, all: CachedState[]): number =>
  all.filter((one) => cache.get(one, one.office, one.subject) === one).length;

it('what is kept does not grow with the number of offices: of 3,321 organisations a worker holds 200 at the most', () => {
  const cache = new StateCache(5_000);
  const offices = Array.from({ length: 3_321 }, (_, n) => entry(`xa-${n}`, 'organisation', true));
  for (const office of offices) cache.set(office);
  const last = offices.slice(-100);
  expect(kept(cache, offices.slice(0, -202))).toBe(0);
  expect(kept(cache, last)).toBe(100);
});

it('subjects drive out no office, and offices no subject', () => {
  const cache = new StateCache(50);
  const office = entry('xa', 'organisation', true);
  const tasks = Array.from({ length: 50 }, (_, n) => entry('xa', `task-${n}`));
  cache.set(office);
  for (const task of tasks) cache.set(task);
  for (let n = 0; n < 1_000; n += 1) cache.set(entry('xa', `dossier-${n}`));
  expect(kept(cache, [office])).toBe(1);
  const others = new StateCache(50);
  for (const task of tasks) others.set(task);
  for (let n = 0; n < 100; n += 1) others.set(entry(`xa-${n}`, 'organisation', true));
  expect(kept(others, tasks)).toBe(50);
});
