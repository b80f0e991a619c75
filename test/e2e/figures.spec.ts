import fc from 'fast-check';
import { DossierQueries } from '#dossiers';
import { addDays, dayOf } from '#kernel';
import { histories, openHistory, type Told } from '../support/dossier-history.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

/** The figures of a period, counted anew from what happened and from nothing else. */
function recount(events: Told[], from: string, to: string) {
  const inside = ({ day }: Told) => day >= from && day <= to;
  const of = (...types: string[]) => events.filter(({ type }) => types.includes(type));
  const subjects = (some: Told[]) => new Set(some.map(({ subject }) => subject));
  const received = of('DossierReceived');
  const came = subjects(received.filter(inside));
  const ends = of('ResultSigned', 'DossierRejected', 'DossierStopped');
  const settled = subjects(ends.filter(inside));
  const overdue = subjects(of('DossierOverdue'));
  const late = new Set(
    [...settled].filter((id) => {
      const signed = of('ResultSigned').find(({ subject }) => subject === id);
      return signed ? signed.data.late === true : overdue.has(id);
    }),
  );
  const withdrawn = subjects(of('DossierWithdrawn').filter(inside));
  const ended = subjects([...ends, ...of('DossierWithdrawn')].filter(({ day }) => day <= to));
  const endedEver = subjects([...ends, ...of('DossierWithdrawn')]);
  const over = new Set([...settled, ...withdrawn]);
  const there = subjects(received.filter(({ day }) => day <= to));
  return {
    received: came.size,
    receivedOnline: 0,
    supplements: [...subjects(of('SupplementRequested'))].filter((id) => came.has(id)).length,
    settled: settled.size,
    settledLate: late.size,
    settledOnTime: settled.size - late.size,
    withdrawn: withdrawn.size,
    rated: [...subjects(of('DossierRated'))].filter((id) => over.has(id)).length,
    open: [...there].filter((id) => !ended.has(id)).length,
    openOverdue: [...there].filter((id) => !endedEver.has(id) && overdue.has(id)).length,
    apologiesGiven: [...there].filter((id) => {
      const first = of('ApologyGiven').find(({ subject }) => subject === id);
      return first !== undefined && inside(first);
    }).length,
  };
}

it('figures of any period equal a recount of the log, whatever happened (property)', async () => {
  const { get, clock } = office.runtime;
  const dossierQueries = get(DossierQueries);
  const history = await openHistory(office);
  const asked = fc.record({ steps: histories, a: fc.nat(40), b: fc.nat(40) });
  await fc.assert(
    fc.asyncProperty(asked, async ({ steps, a, b }) => {
      const began = dayOf(clock.now());
      await history.live(steps);
      const [from, to] = [addDays(began, -(a % 15)), addDays(began, b)];
      const figures = await dossierQueries.figures(OFFICE, { from, to });
      expect(figures).toMatchObject(recount(await history.told(), from, to));
    }),
    { numRuns: Number(process.env.FIGURE_RUNS ?? 12), endOnFailure: true },
  );
  // Histories that came to nothing would equal anything.
  expect(new Set((await history.told()).map(({ type }) => type)).size).toBeGreaterThanOrEqual(8);
}, 300_000);
