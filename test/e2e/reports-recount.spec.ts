import fc from 'fast-check';
import {
  CONTROL_COLUMNS,
  ControlFigures,
  DIGITISATION_COLUMNS,
  dossierHistoryProjection,
  type ControlCounts,
  type DigitisationCounts,
} from '#dossiers';
import { dayOf } from '#kernel';
import { rebuild } from '#projection';
import { histories, openHistory, type Told } from '../support/dossier-history.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const ENDS: Record<string, string> = {
  ResultSigned: 'signed',
  DossierRejected: 'rejected',
  DossierStopped: 'stopped',
  DossierWithdrawn: 'withdrawn',
};
const STOPS = ['SupplementRequested', 'DossierPaused'];

/** Table II.06a counted dossier by dossier from what had happened, and from nothing else. */
function recount(events: Told[], since: Date, until: Date, position: number): ControlCounts {
  const counts: ControlCounts = {
    received: 0,
    receivedOnline: 0,
    receivedDirect: 0,
    carriedOver: 0,
    settled: 0,
    settledEarly: 0,
    settledOnTime: 0,
    settledLate: 0,
    open: 0,
    openInTime: 0,
    openOverdue: 0,
  };
  const seen = events.filter((event) => event.at < until && event.position <= position);
  for (const own of Map.groupBy(seen, ({ subject }) => subject).values()) {
    const reception = own.find(({ type }) => type === 'DossierReceived');
    const end = own.find(({ type }) => type in ENDS);
    if (!reception || (end && end.at < since)) continue;
    counts.received += 1;
    if (reception.at < since) counts.carriedOver += 1;
    else counts.receivedDirect += 1;
    const due = own
      .flatMap(({ data }) => (typeof data.due === 'string' && 'stepDue' in data ? data.due : []))
      .at(-1);
    const dueDay = due === undefined ? '9999-12-31' : dayOf(new Date(due));
    if (end) {
      counts.settled += 1;
      if (ENDS[end.type] !== 'signed' || end.day === dueDay) counts.settledOnTime += 1;
      else if (end.day < dueDay) counts.settledEarly += 1;
      else counts.settledLate += 1;
      continue;
    }
    counts.open += 1;
    const clock = own.findLast(
      ({ type }) => STOPS.includes(type) || type === 'DossierResumed' || type === 'SupplementAnswered',
    );
    const stands = clock !== undefined && STOPS.includes(clock.type);
    if (!stands && dueDay < dayOf(until)) counts.openOverdue += 1;
    else counts.openInTime += 1;
  }
  return counts;
}

/** The table of digitisation in the same way. */
function recountDigitised(events: Told[], since: Date, until: Date, position: number): DigitisationCounts {
  const counts: DigitisationCounts = {
    ...{ papersOf: 0, papersNotHeld: 0, papersHeld: 0, papersReused: 0 },
    ...{ resultsOf: 0, resultsNotHeld: 0, resultsHeld: 0 },
  };
  const seen = events.filter((event) => event.at < until && event.position <= position);
  for (const own of Map.groupBy(seen, ({ subject }) => subject).values()) {
    const reception = own.find(({ type }) => type === 'DossierReceived');
    const signed = own.find(({ type }) => type === 'ResultSigned');
    if (reception && reception.at >= since) {
      counts.papersOf += 1;
      counts.papersNotHeld += 1; // none of them comes with a file
    }
    if (!signed || signed.at < since) continue;
    counts.resultsOf += 1;
    const held = own.some(({ type, data }) => type.startsWith('Result') && typeof data.fileId === 'string');
    counts[held ? 'resultsHeld' : 'resultsNotHeld'] += 1;
  }
  return counts;
}

const LISTED = [...CONTROL_COLUMNS, ...DIGITISATION_COLUMNS];
const none = { items: [] };
const NOTHING = recount([], new Date(0), new Date(0), 0);

it('R29, R30: II.06a at any past moment equals a recount of the log, before and after a rebuild; its identities hold (property)', async () => {
  const control = office.runtime.get(ControlFigures);
  const history = await openHistory(office);
  const asked = fc.record({ steps: histories, a: fc.nat(1_000), b: fc.nat(1_000), p: fc.nat(1_000) });
  const moments: { since: Date; until: Date; position: number; counted: ControlCounts }[] = [];
  const count = async (since: Date, until: Date, position: number): Promise<ControlCounts> => {
    const [row, ...more] = await control.count(OFFICE, since, { instant: until, position });
    expect(more).toEqual([]); // all of one field
    const { field: _field, ...counts } = row ?? { field: '', ...NOTHING };
    return counts;
  };
  await fc.assert(
    fc.asyncProperty(asked, async ({ steps, a, b, p }) => {
      await history.live(steps);
      const told = await history.told();
      const [begin = 0, end = 0] = [told[0]?.at.getTime(), told.at(-1)?.at.getTime()];
      const at = (share: number) => new Date(begin + ((end - begin + 86_400_000) * share) / 1_000);
      const [since, until] = a < b ? [at(a), at(b)] : [at(b), at(a)];
      const position = told[Math.floor(((told.length - 1) * (p < 500 ? 1_000 : p)) / 1_000)]?.position ?? 0;
      const counted = await count(since, until, position);
      expect(counted).toEqual(recount(told, since, until, position));
      expect(counted.received).toBe(counted.receivedOnline + counted.receivedDirect + counted.carriedOver);
      expect(counted.settled).toBe(counted.settledEarly + counted.settledOnTime + counted.settledLate);
      expect(counted.open).toBe(counted.openInTime + counted.openOverdue);
      expect(counted.received).toBe(counted.settled + counted.open);
      const [{ field: _field, ...digitised } = { field: '', ...recountDigitised([], since, until, 0) }] =
        await control.digitisation(OFFICE, since, { instant: until, position });
      expect(digitised).toEqual(recountDigitised(told, since, until, position));
      for (const column of LISTED) {
        const asOf = { instant: until, position };
        const [page, whole] = await Promise.all([
          control.list(OFFICE, since, asOf, column, { limit: 3 }),
          control.list(OFFICE, since, asOf, column, { limit: 200 }),
        ]);
        expect(whole.items).toHaveLength(Math.min(200, { ...counted, ...digitised }[column]));
        const cursor = page.nextCursor;
        const next = cursor ? await control.list(OFFICE, since, asOf, column, { limit: 197, cursor }) : none;
        expect([...page.items, ...next.items]).toEqual(whole.items);
      }
      moments.push({ since, until, position, counted });
    }),
    { numRuns: Number(process.env.FIGURE_RUNS ?? 50), endOnFailure: true },
  );
  // Histories that came to nothing would equal anything.
  const some = (column: keyof ControlCounts) => moments.some(({ counted }) => counted[column] > 0);
  expect([some('settledLate'), some('openOverdue'), some('carriedOver'), some('settledEarly')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  await rebuild(office.runtime.pool, office.runtime.projector, dossierHistoryProjection);
  for (const { since, until, position, counted } of moments)
    expect(await count(since, until, position)).toEqual(counted);
}, 600_000);
