import type { Appended } from '#event-store';
import { newId } from '#kernel';
import type { Parked } from '#parked';
import type { Pool } from 'pg';
import type { TestDatabase } from '../../../test/support/database.js';
import { agendaDatabase } from './agenda-database.story.js';
import {
  SWEEP,
  agendaProjection,
  awaitedProjection,
  byName,
  calendarHasCome,
  eachStep,
  forgetSettledSteps,
  nextWake,
  sweep,
  sweepAwaited,
  type DueStep,
  type StepTaker,
} from './index.js';

const OFFICE = 'xa-thu';
const NOW = new Date('2025-03-31T10:00:00Z');
const WRITTEN: Appended = { version: 1, position: 1, repeated: false, written: 1 };
const NOTHING: Appended = { ...WRITTEN, written: 0 };

let database: TestDatabase;
let pool: Pool;
let parked: Parked;
beforeAll(async () => {
  ({ database, pool, parked } = await agendaDatabase([agendaProjection([]), awaitedProjection([])], OFFICE));
});
afterAll(() => database.close());
beforeEach(() =>
  pool.query('delete from rm_agenda.occurrence; delete from rm_awaited.awaited; delete from parked_work'),
);

/** An occurrence whose steps are due one after another, the first at `wakeAt`. */
async function waiting(wakeAt: string, ...steps: string[]): Promise<string> {
  const subject = newId();
  const alarms = steps.map((step, days) => ({
    step,
    at: new Date(Date.parse(wakeAt) + days * 86_400_000).toISOString(),
  }));
  await pool.query(
    `insert into rm_agenda.occurrence (office, subject, occurrence_id, due, wake_at, alarms, cause, correlation)
     values ($1, $2, $2, $3, $3, $4, $2, $2)`,
    [OFFICE, subject, wakeAt, JSON.stringify(alarms)],
  );
  return subject;
}
const leftOf = async (subject: string) =>
  (
    await pool.query<{ step: string }>(
      `select jsonb_array_elements(alarms) ->> 'step' as step from rm_agenda.occurrence where subject = $1`,
      [subject],
    )
  ).rows.map(({ step }) => step);

const failures = async () =>
  (await parked.list(OFFICE)).map(({ subject, what, error, attempts }) => ({
    subject,
    what,
    error,
    attempts,
  }));
/** As if the pauses of real time had run out. */
const later = () =>
  pool.query(
    `update parked_work set next_try = clock_timestamp() - interval '1 second' where next_try is not null`,
  );

const taken: DueStep[] = [];
beforeEach(() => taken.splice(0));
const nothingRead = async () => undefined;
/** Decides steps as a test says: an error is thrown. */
const deciding = (decide: (step: DueStep) => Appended | Error): StepTaker =>
  eachStep(async (_office, step) => {
    taken.push(step);
    const came = decide(step);
    if (came instanceof Error) throw came;
    return came;
  }, nothingRead);
const sweepWith = (take: StepTaker, batch?: number) => sweep(pool, OFFICE, NOW, take, parked, batch);

describe('a step that has fallen due', () => {
  it('without sense any more gives way to the next one of its occurrence, and to nothing after the last', async () => {
    const two = await waiting('2025-03-30T10:00:00Z', 'miss', 'escalate:1');
    const one = await waiting('2025-03-30T10:00:00Z', 'review');
    await sweepWith(deciding(() => NOTHING));
    expect([await leftOf(two), await leftOf(one)]).toEqual([['escalate:1'], []]);
  });

  it('that came to an event waits for the agenda which that event brings', async () => {
    const subject = await waiting('2025-03-30T10:00:00Z', 'miss', 'escalate:1');
    const take = deciding(() => WRITTEN);
    expect([await sweepWith(take), await sweepWith(take)]).toEqual([1, 0]);
    expect([await leftOf(subject), await failures()]).toEqual([['miss', 'escalate:1'], []]);
  });

  it('that a worker had claimed when it died is free again within seconds', async () => {
    await waiting('2025-03-30T10:00:00Z', 'miss');
    const dies: StepTaker = () => Promise.reject(new Error('killed'));
    await expect(sweepWith(dies)).rejects.toThrow('killed');
    expect(await sweepWith(deciding(() => WRITTEN))).toBe(0);
    const { rows } = await pool.query<{ seconds: number }>(
      'select extract(epoch from claimed_until - clock_timestamp())::float8 as seconds from rm_agenda.occurrence',
    );
    expect(rows[0]?.seconds).toBeLessThan(10);
  });

  it('that fails is kept with its error, rests, and is tried again after its rest', async () => {
    const subject = await waiting('2025-03-30T10:00:00Z', 'miss');
    const take = deciding(() => new Error('idempotency_key_reused'));
    await sweepWith(take);
    await sweepWith(take);
    expect(taken).toHaveLength(1);
    await later();
    await sweepWith(take);
    expect(taken).toHaveLength(2);
    expect(await leftOf(subject)).toEqual(['miss']);
    expect(await failures()).toEqual([
      { subject, what: 'miss', error: 'idempotency_key_reused', attempts: 2 },
    ]);
  });

  it('that is parked is neither tried again nor waited for, until somebody lets it go on', async () => {
    const subject = await waiting('2025-03-30T10:00:00Z', 'miss');
    await sweepWith(deciding(() => new Error('never')));
    await pool.query('update parked_work set next_try = null');
    await later();
    await sweepWith(deciding(() => WRITTEN));
    expect([taken.length, await nextWake(pool, OFFICE)]).toEqual([1, undefined]);
    await parked.retry(OFFICE, SWEEP, subject);
    expect(await nextWake(pool, OFFICE)).toEqual(new Date('2025-03-30T10:00:00Z'));
    await sweepWith(deciding(() => WRITTEN));
    expect(taken).toHaveLength(2);
  });

  it('is forgotten as a failure once it has gone through, or its agenda was set anew', async () => {
    const [through, anew, still] = [
      await waiting('2025-03-30T10:00:00Z', 'miss'),
      await waiting('2025-03-30T10:00:00Z', 'miss'),
      await waiting('2025-03-30T10:00:00Z', 'miss'),
    ];
    await sweepWith(deciding(() => new Error('not now')));
    await later();
    await sweepWith(deciding(({ subject }) => (subject === through ? NOTHING : new Error('not now'))));
    await pool.query('update rm_agenda.occurrence set cause = $2 where subject = $1', [anew, newId()]);
    await forgetSettledSteps(pool, OFFICE);
    expect((await failures()).map(({ subject }) => subject)).toEqual([still]);
  });

  it('is not held up by any number of failing ones that are due before it', async () => {
    for (let i = 0; i < 5; i += 1) await waiting(`2025-03-0${i + 1}T10:00:00Z`, 'miss');
    const good = await waiting('2025-03-30T10:00:00Z', 'miss');
    await sweepWith(
      deciding(({ subject }) => (subject === good ? WRITTEN : new Error('no'))),
      2,
    );
    expect([taken.length, (await failures()).length, taken.at(-1)?.subject]).toEqual([6, 5, good]);
  });

  it('is not failed by another owner whose steps all fail', async () => {
    const bad = await waiting('2025-03-01T10:00:00Z', 'dossier/overdue');
    const good = await waiting('2025-03-30T10:00:00Z', 'miss');
    const broken = () => Promise.reject(new Error('nothing can be read'));
    await sweepWith(byName({ 'dossier/': broken, '': deciding(() => NOTHING) }));
    expect([await leftOf(bad), await leftOf(good)]).toEqual([['dossier/overdue'], []]);
    expect(await failures()).toMatchObject([{ subject: bad, error: 'nothing can be read' }]);
  });

  it('that nobody takes is no step without sense', async () => {
    const subject = await waiting('2025-03-30T10:00:00Z', 'miss');
    await sweepWith(byName({ 'dossier/': deciding(() => NOTHING) }));
    expect([await leftOf(subject), (await failures()).length]).toEqual([['miss'], 1]);
  });

  it('is taken though the subjects of its batch could not be read together', async () => {
    const subject = await waiting('2025-03-30T10:00:00Z', 'miss');
    const broken = () => Promise.reject(new Error('one of them can’t be folded'));
    await sweepWith(eachStep(async () => NOTHING, broken));
    expect(await leftOf(subject)).toEqual([]);
  });
});

describe('what waits for a calendar', () => {
  const awaits = async (year: number): Promise<string> => {
    const subject = newId();
    await pool.query(
      `insert into rm_awaited.awaited (office, subject, occurrence_id, year, step, since, cause, correlation)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [OFFICE, subject, newId(), year, `calendar:${year}:due`, NOW, newId(), newId()],
    );
    return subject;
  };
  const taking = (decide: (step: DueStep) => Appended) => {
    const taken: string[] = [];
    const take = eachStep(
      (_, step) => {
        taken.push(step.subject);
        return Promise.resolve().then(() => decide(step));
      },
      () => Promise.resolve(),
    );
    return { take, taken };
  };

  it('is left alone until that year is known, then taken up once', async () => {
    const [soon] = [await awaits(2026), await awaits(2027)];
    const { take, taken } = taking(() => WRITTEN);
    expect(await calendarHasCome(pool, OFFICE, [2025])).toBe(false);
    expect(await sweepAwaited(pool, OFFICE, [2025], take, parked)).toBe(0);
    expect(await calendarHasCome(pool, OFFICE, [2025, 2026])).toBe(true);
    expect(await sweepAwaited(pool, OFFICE, [2025, 2026], take, parked)).toBe(1);
    expect(taken).toEqual([soon]);
    expect(await sweepAwaited(pool, OFFICE, [2025, 2026], take, parked)).toBe(0);
  });

  it('waits for nothing any more where it has no sense, and is parked where it fails', async () => {
    await awaits(2026);
    await sweepAwaited(pool, OFFICE, [2026], taking(() => NOTHING).take, parked);
    expect((await pool.query('select from rm_awaited.awaited')).rowCount).toBe(0);
    const subject = await awaits(2026);
    const failing = taking(() => {
      throw new Error('not now');
    });
    await sweepAwaited(pool, OFFICE, [2026], failing.take, parked);
    expect(await parked.list(OFFICE)).toMatchObject([{ subject, error: 'not now', worker: SWEEP }]);
    await forgetSettledSteps(pool, OFFICE);
    expect(await parked.list(OFFICE)).toHaveLength(1);
    expect(await calendarHasCome(pool, OFFICE, [2026])).toBe(false);
  });
});
