import fc from 'fast-check';
import { EndedDossiers, dossierProjection, type EndedCounts } from '#dossiers';
import { addDays, dayOf } from '#kernel';
import { rebuild } from '#projection';
import type { Page, Problem } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { histories, openHistory, type Told } from '../support/dossier-history.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

interface Index {
  code: string;
  value: number;
  unmeasured: object | null;
  values: {
    group: string | null;
    part: number;
    whole: number;
    percent: number | null;
    met: boolean | null;
    needed: number | null;
  }[];
}
const ask = async (query: string) => {
  const head = await office.as('head-of-office');
  const { status, body } = await head.get<Page<Index> & Problem>(`/api/v1/indices?${query}`);
  return {
    status,
    code: body.code,
    index: (code: string) => body.items.find((one) => one.code === code),
    all: body.items,
  };
};

it('each of the plan’s 11 targets is told; what nothing was measured of has no data, neither 0% nor 100%', async () => {
  const { all, index } = await ask('from=2025-01-01&to=2025-12-31');
  expect(all).toHaveLength(11);
  for (const code of ['ON_TIME', 'ON_TIME_APPENDIX', 'SATISFACTION_TTHC', 'ONLINE_PAYMENT'])
    expect(index(code)?.values).toEqual([
      { group: null, part: 0, whole: 0, percent: null, met: null, needed: null },
    ]);
  expect(all.filter(({ unmeasured }) => unmeasured !== null).map(({ code }) => code)).toEqual([
    'ON_PROVINCIAL_SYSTEM',
  ]);
  expect((await ask('from=2025-02-01&to=2025-01-01')).code).toBe('invalid_input');
  const desk = await office.as('desk');
  const figures = await desk.get('/api/v1/dossiers/figures?from=2025-01-01&to=2025-12-31');
  expect(figures.body).toMatchObject({ settled: 0, onTimePercent: null, rated: 0, satisfiedPercent: null });
});

it('both on-time targets are held against one figure, told apart by unit, official, field, procedure, channel and month', async () => {
  const at = await openDesk(office);
  const { dossierId } = (await at.receive(LAND)).body;
  await at.sign(dossierId);
  await office.settled();
  const { index } = await ask('from=2025-01-01&to=2025-01-31');
  expect([index('ON_TIME')?.value, index('ON_TIME_APPENDIX')?.value]).toEqual([99.9, 99]);
  for (const code of ['ON_TIME', 'ON_TIME_APPENDIX'])
    expect(index(code)?.values).toEqual([
      { group: null, part: 1, whole: 1, percent: 100, met: true, needed: 0 },
    ]);
  const groups = async (by: string) =>
    (await ask(`from=2025-01-01&to=2025-01-31&by=${by}`)).index('ON_TIME')?.values.map(({ group }) => group);
  expect(await groups('procedure')).toEqual(['TV.DD.01']);
  expect(await groups('field')).toEqual(['Đất đai']);
  expect(await groups('channel')).toEqual(['counter']);
  expect(await groups('month')).toEqual(['2025-01']);
  const { body } = await at.desk.get<{ id: string; posts: { unitId: string }[] }>('/api/v1/sessions/me');
  expect(await groups('official')).toEqual([body.id]);
  expect(await groups('unit')).toEqual([body.posts[0]?.unitId]);
});

/** What indices count, dossier by dossier from what had happened and from nothing else. */
function recount(
  events: Told[],
  from: string,
  to: string,
): Omit<EndedCounts, 'settledEligible' | 'settledEligibleOnline'> {
  const counts = {
    settled: 0,
    settledOnTime: 0,
    signed: 0,
    digitised: 0,
    paid: 0,
    paidOnline: 0,
    rated: 0,
    satisfiedService: 0,
    satisfiedProcedures: 0,
  };
  for (const own of Map.groupBy(events, ({ subject }) => subject).values()) {
    const of = (...types: string[]) => own.find(({ type }) => types.includes(type));
    const end = of('ResultSigned', 'DossierRejected', 'DossierStopped', 'DossierWithdrawn');
    if (!end || end.day < from || end.day > to) continue;
    const signed = end.type === 'ResultSigned';
    const late = signed ? end.data.late === true : of('DossierOverdue') !== undefined;
    if (end.type !== 'DossierWithdrawn') {
      counts.settled += 1;
      if (!late) counts.settledOnTime += 1;
    }
    const held = own.some(({ data }) => typeof data.fileId === 'string');
    if (signed) counts.signed += 1;
    if (signed && held) counts.digitised += 1;
    const score = of('DossierRated')?.data.score;
    if (typeof score === 'number') counts.rated += 1;
    if (typeof score === 'number' && score >= 4) {
      counts.satisfiedService += 1;
      counts.satisfiedProcedures += 1;
    }
  }
  return counts;
}

it('counts equal a recount of the log, whatever happened, before and after a rebuild (property)', async () => {
  const { get, clock, pool, projector } = office.runtime;
  const ended = get(EndedDossiers);
  const history = await openHistory(office);
  const periods: { from: string; to: string }[] = [];
  const count = async (period: { from: string; to: string }) =>
    (await ended.count(OFFICE, period, 'none', []))[0];
  await fc.assert(
    fc.asyncProperty(
      fc.record({ steps: histories, a: fc.nat(60), b: fc.nat(40) }),
      async ({ steps, a, b }) => {
        const began = dayOf(clock.now());
        await history.live(steps);
        const period = { from: addDays(began, -a), to: addDays(began, b) };
        const told = recount(await history.told(), period.from, period.to);
        const counted = await count(period);
        if (counted) expect(counted).toMatchObject(told);
        else expect(told).toEqual(recount([], '', ''));
        const parts = await ended.count(OFFICE, period, 'month', []);
        expect(parts.reduce((sum, { settled }) => sum + settled, 0)).toBe(told.settled);
        periods.push(period);
      },
    ),
    { numRuns: Number(process.env.FIGURE_RUNS ?? 50), endOnFailure: true },
  );
  const before = await Promise.all(periods.map(count));
  await rebuild(pool, projector, dossierProjection);
  expect(await Promise.all(periods.map(count))).toEqual(before);
  // Histories that came to nothing would equal anything.
  const whole = before.at(-1);
  expect([(whole?.settled ?? 0) > 0, before.some((one) => (one?.rated ?? 0) > 0)]).toEqual([true, true]);
}, 600_000);
