import type { Pool, PoolClient } from 'pg';
import type { Parked, Work } from '#parked';
import { hasReached } from '#projection';
import type { DueStep, StepOutcome, StepTaker } from './step.js';

const BATCH = 1_000;

/**
 * Until when a claimed step is left to whoever claimed it: longer than a batch takes, and a dead worker's steps are taken
 * over in seconds. Taking one twice comes to nothing, as its act's id derives from it.
 */
export const CLAIM_ENDS = `clock_timestamp() + interval '8 seconds'`;

/** Under which name failed steps are parked. */
export const SWEEP = 'sweep';

/** A step of one agenda, by a row `t`: where the agenda is set anew, the step is another one. */
const itemOf = (step: string): string => `t.occurrence_id || '/' || (${step}) || '/' || t.cause`;
const ITEM = itemOf(`t.alarms -> 0 ->> 'step'`);
const AWAITED_ITEM = itemOf('t.step');
export const workOf = ({ office, subject, occurrenceId, step, cause }: DueStep): Work => ({
  office,
  worker: SWEEP,
  subject,
  item: `${occurrenceId}/${step}/${cause}`,
});
/** It failed, and is not to be tried again yet. */
const rests = (item: string): string => `exists (select from public.parked_work p
  where p.office = t.office and p.worker = '${SWEEP}' and p.subject = t.subject::text and p.item = ${item}
    and coalesce(p.next_try > clock_timestamp(), true))`;
const RESTS = rests(ITEM);
export const AWAITED_RESTS = rests(AWAITED_ITEM);

/**
 * Takes what is due at `now`, earliest first, in batches; returns how many steps were looked at. One that fails is parked
 * with its error, rests, and holds up nothing that is due behind it.
 */
export async function sweep(
  pool: Pool,
  office: string,
  now: Date,
  take: StepTaker,
  parked: Pick<Parked, 'note'>,
  batch = BATCH,
): Promise<number> {
  let total = 0;
  for (;;) {
    const steps = await claim(pool, office, now, batch);
    if (steps.length === 0) return total;
    const outcomes = await take(office, steps);
    await passOver(
      pool,
      office,
      steps.filter((_, index) => outcomes[index]?.came === 'to-nothing'),
    );
    const failed: DueStep[] = [];
    for (const [index, step] of steps.entries()) {
      const error = await troubleOf(pool, office, 'agenda', outcomes[index]);
      if (error === undefined) continue;
      await parked.note(workOf(step), step.step, error);
      failed.push(step);
    }
    await letGo(pool, failed);
    total += steps.length;
    if (steps.length < batch) return total;
  }
}

/** Why a step is to rest: it failed, or was taken before and read of since, and would be claimed for ever, unseen. */
export async function troubleOf(
  pool: Pool,
  office: string,
  reader: 'agenda' | 'awaited',
  outcome: StepOutcome | undefined,
): Promise<unknown> {
  if (outcome?.came === 'to-grief') return outcome.error;
  if (outcome?.came !== 'before' || (await hasReached(pool, office, reader, outcome.position)) !== true)
    return undefined;
  return new Error('taken before, but still waited for');
}

/** Forgets the failures of steps that nothing waits for any more: they were taken, or their agenda has changed. */
export async function forgetSettledSteps(pool: Pool, office: string): Promise<void> {
  await pool.query(
    `delete from public.parked_work p where p.office = $1 and p.worker = '${SWEEP}' and not exists (
       select from rm_agenda.occurrence t
       where t.office = p.office and t.subject = p.subject::uuid and p.item = ${ITEM}
       union all
       select from rm_awaited.awaited t
       where t.office = p.office and t.subject = p.subject::uuid and p.item = ${AWAITED_ITEM})`,
    [office],
  );
}

/** When the next step falls due; undefined when nothing is to come. What rests is not counted. */
export async function nextWake(db: Pool | PoolClient, office: string): Promise<Date | undefined> {
  const { rows } = await db.query<{ at: Date | null }>(
    `select min(wake_at) as at from rm_agenda.occurrence t where office = $1 and not ${RESTS}`,
    [office],
  );
  return rows[0]?.at ?? undefined;
}

/** Takes due rows for a while: another worker skips them, a crash gives them back. */
async function claim(pool: Pool, office: string, now: Date, batch: number): Promise<DueStep[]> {
  const { rows } = await pool.query<{
    subject: string;
    occurrence_id: string;
    step: string;
    at: string;
    due: Date;
    cause: string;
    correlation: string;
  }>({
    name: 'claim_due',
    text: `with due as (
             select office, subject, occurrence_id from rm_agenda.occurrence t
             where office = $1 and wake_at <= $2 and (claimed_until is null or claimed_until < clock_timestamp())
               and not ${RESTS}
             order by wake_at, due limit $3 for update skip locked)
           update rm_agenda.occurrence t set claimed_until = ${CLAIM_ENDS}
           from due where t.office = due.office and t.subject = due.subject and t.occurrence_id = due.occurrence_id
           returning t.subject, t.occurrence_id, t.alarms -> 0 ->> 'step' as step,
             t.alarms -> 0 ->> 'at' as at, t.due, t.cause, t.correlation`,
    values: [office, now, batch],
  });
  return rows.map(({ occurrence_id: occurrenceId, ...row }) => ({ office, occurrenceId, ...row }));
}

/** From now on they rest for as long as it is noted there. */
async function letGo(pool: Pool, steps: DueStep[]): Promise<void> {
  if (steps.length === 0) return;
  await pool.query(
    `update rm_agenda.occurrence t set claimed_until = null from unnest($1::text[], $2::uuid[], $3::uuid[]) as failed(o, s, i)
     where t.office = failed.o and t.subject = failed.s and t.occurrence_id = failed.i`,
    [
      steps.map(({ office }) => office),
      steps.map(({ subject }) => subject),
      steps.map(({ occurrenceId }) => occurrenceId),
    ],
  );
}

/** A step without an event gives way to the next one, or the row goes; one that an event set anew meanwhile stays. */
async function passOver(pool: Pool, office: string, steps: DueStep[]): Promise<void> {
  if (steps.length === 0) return;
  const done =
    'unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[]) as done(s, i, step, at, cause)';
  await pool.query(
    `delete from rm_agenda.occurrence t using ${done} where ${SAME} and jsonb_array_length(t.alarms) = 1`,
    keysOf(office, steps),
  );
  await pool.query(
    `update rm_agenda.occurrence t set alarms = t.alarms - 0, claimed_until = null, wake_at = (t.alarms -> 1 ->> 'at')::timestamptz
     from ${done} where ${SAME} and jsonb_array_length(t.alarms) > 1`,
    keysOf(office, steps),
  );
}

/** The row still waits for that very step: its name, its instant, and the event that set it. */
const SAME = `t.office = $1 and t.subject = done.s and t.occurrence_id = done.i and t.cause = done.cause
  and t.alarms -> 0 ->> 'step' = done.step and t.alarms -> 0 ->> 'at' = done.at`;

const keysOf = (office: string, steps: DueStep[]) => [
  office,
  steps.map(({ subject }) => subject),
  steps.map(({ occurrenceId }) => occurrenceId),
  steps.map(({ step }) => step),
  steps.map(({ at }) => at),
  steps.map(({ cause }) => cause),
];
