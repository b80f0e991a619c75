import fc from 'fast-check';
import { ServiceFigures, dossierProjection, type ServiceCounts } from '#dossiers';
import { rebuild } from '#projection';
import { histories, openHistory, type Told } from '../support/dossier-history.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const ENDS = ['ResultSigned', 'DossierRejected', 'DossierStopped', 'DossierWithdrawn'];
const ms = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : NaN);

/** Whether a dossier is late by the clock of set 766 as of an instant: walked through what had happened by then, and by nothing else. */
function isLate(own: Told[], cut: Date): boolean {
  let appointed = NaN; // by R14
  let end = NaN; // by set 766
  let asked = 0;
  let running = false;
  let stood = 0;
  for (const { type, at, data } of own) {
    if (at >= cut) break;
    const now = at.getTime();
    if (running && now > end) return true;
    if (type === 'DossierReceived') {
      running = true;
      end = appointed = ms(data.due);
    } else if (type === 'SupplementRequested' || type === 'DossierPaused') {
      if (type === 'SupplementRequested' && ++asked > 1) return true;
      running = false;
      stood = now;
    } else if (type === 'SupplementAnswered') {
      running = true;
      end += now - stood;
      appointed = ms(data.due);
    } else if (type === 'DossierResumed') {
      running = true;
      end = end === appointed ? ms(data.due) : end + now - stood;
      appointed = ms(data.due);
    } else if (ENDS.includes(type)) return false;
  }
  return running && end < cut.getTime();
}

type Recounted = Omit<ServiceCounts, 'proceduresUsedOnline' | 'proceduresPaidOnline' | 'priced'>;

/** What set 766 counts, dossier by dossier. */
function recount(events: Told[], since: Date, until: Date, now: Date): Recounted {
  const cut = until < now ? until : now;
  const counts: Recounted = {
    received: 0,
    onTime: 0,
    late: 0,
    displeased: 0,
    online: 0,
    papersHeld: 0,
    papersReused: 0,
    paidOnline: 0,
    signed: 0,
    resultsHeld: 0,
  };
  for (const [subject, own] of Map.groupBy(events, (event) => event.subject)) {
    const within = (at: Date) => at >= since && at < until;
    const signed = own.find(({ type }) => type === 'ResultSigned');
    if (signed && within(signed.at)) {
      counts.signed += 1;
      if (own.some(({ type, data }) => type.startsWith('Result') && typeof data.fileId === 'string'))
        counts.resultsHeld += 1;
    }
    const reception = own.find(({ type }) => type === 'DossierReceived');
    if (!reception || !within(reception.at)) continue;
    counts.received += 1;
    counts[isLate(own, cut) ? 'late' : 'onTime'] += 1;
    const score = own.find(({ type }) => type === 'DossierRated')?.data.score;
    const complained = COMPLAINTS.some(({ about, at }) => about === subject && at < until);
    if (complained || (typeof score === 'number' && score < 4)) counts.displeased += 1;
  }
  return counts;
}

const COMPLAINTS: { about: string; at: Date }[] = [];

it('what set 766 counts equals a recount of the log for any period, before and after a rebuild; its parts add up (property)', async () => {
  const { get, pool, projector, clock } = office.runtime;
  const figures = get(ServiceFigures);
  const history = await openHistory(office);
  const asked = fc.record({ steps: histories, a: fc.nat(1_000), b: fc.nat(1_000), n: fc.nat(1_000) });
  const moments: { since: Date; until: Date; now: Date; counted: ServiceCounts }[] = [];
  const count = async (since: Date, until: Date, now: Date) => {
    const context = { now, complaints: COMPLAINTS, offered: [] };
    const [counts] = await figures.count(OFFICE, [{ since, until }], context);
    if (!counts) throw new Error('a period has its counts');
    return counts;
  };
  await fc.assert(
    fc.asyncProperty(asked, async ({ steps, a, b, n }) => {
      await history.live(steps);
      const told = await history.told();
      const some = told[n % told.length];
      if (some && n % 3 === 0) COMPLAINTS.push({ about: some.subject, at: some.at });
      const [begin = 0, end = 0] = [told[0]?.at.getTime(), told.at(-1)?.at.getTime()];
      const at = (share: number) => new Date(begin + ((end - begin + 86_400_000) * share) / 1_000);
      const [since, until] = a < b ? [at(a), at(b)] : [at(b), at(a)];
      const now = clock.now();
      const counted = await count(since, until, now);
      expect(counted).toMatchObject(recount(told, since, until, now));
      expect(counted.received).toBe(counted.onTime + counted.late);
      const listed = await figures.list(
        OFFICE,
        { since, until },
        { now, complaints: COMPLAINTS, offered: [] },
        'late',
        { limit: 200 },
      );
      expect(listed.items).toHaveLength(Math.min(200, counted.late));
      expect(listed.items.every(({ late }) => late)).toBe(true);
      moments.push({ since, until, now, counted });
    }),
    { numRuns: Number(process.env.FIGURE_RUNS ?? 50), endOnFailure: true },
  );
  // Histories that came to nothing would equal anything.
  for (const name of ['onTime', 'late', 'displeased', 'resultsHeld'] as const)
    expect([name, moments.some(({ counted }) => counted[name] > 0)]).toEqual([name, true]);
  const before = await Promise.all(moments.map(({ since, until, now }) => count(since, until, now)));
  await rebuild(pool, projector, dossierProjection);
  const after = await Promise.all(moments.map(({ since, until, now }) => count(since, until, now)));
  expect(after).toEqual(before);
}, 600_000);
