import type { Pool } from 'pg';

/** A step that has fallen due. */
export interface DueStep {
  office: string;
  subject: string;
  occurrenceId: string;
  step: string;
  due: Date;
  /** The event that set it, and the chain of that event. */
  cause: string;
  correlation: string;
}

/**
 * Takes steps. Answers, for each, whether it came to an event; one that has no sense any more did not. May be
 * asked twice for the same step and must then change nothing.
 */
export type StepTaker = (office: string, steps: DueStep[]) => Promise<boolean[]>;

/** Takes steps one by one, all at once: one that fails leaves the others done, and is taken again when its claim runs out. */
export const eachStep =
  (take: (office: string, step: DueStep) => Promise<boolean>): StepTaker =>
  async (office, steps) => {
    const taken = await Promise.allSettled(steps.map((step) => take(office, step)));
    const failed = taken.find((result) => result.status === 'rejected');
    if (failed && taken.every(({ status }) => status === 'rejected')) throw failed.reason;
    return taken.map((result) => (result.status === 'rejected' ? true : result.value));
  };

/** Gives each step to whoever its name belongs to, by the beginning of the name; the empty beginning takes the rest. */
export const byName =
  (takers: Record<string, StepTaker>): StepTaker =>
  async (office, steps) => {
    const beginnings = Object.keys(takers).toSorted((a, b) => b.length - a.length);
    const answers = new Map<DueStep, boolean>();
    for (const [beginning, own] of Map.groupBy(steps, ({ step }) =>
      beginnings.find((one) => step.startsWith(one)),
    )) {
      const take = beginning === undefined ? undefined : takers[beginning];
      if (!take) continue;
      const acted = await take(office, own);
      own.forEach((step, index) => answers.set(step, acted[index] ?? true));
    }
    return steps.map((step) => answers.get(step) ?? false);
  };

const BATCH = 1_000;

/** Takes what is due at `now`, earliest first, in batches; returns how many steps were taken. */
export async function sweep(
  pool: Pool,
  office: string,
  now: Date,
  take: StepTaker,
  batch = BATCH,
): Promise<number> {
  let total = 0;
  for (;;) {
    const steps = await claim(pool, office, now, batch);
    if (steps.length === 0) return total;
    const acted = await take(office, steps);
    await passOver(
      pool,
      office,
      steps.filter((_, index) => acted[index] === false),
    );
    total += steps.length;
    if (steps.length < batch) return total;
  }
}

/** When the next step falls due; undefined when nothing is to come. */
export async function nextWake(pool: Pool, office: string): Promise<Date | undefined> {
  const { rows } = await pool.query<{ at: Date | null }>(
    'select min(wake_at) as at from rm_agenda.occurrence where office = $1',
    [office],
  );
  return rows[0]?.at ?? undefined;
}

/** Takes due rows for half a minute: another worker skips them, a crash gives them back. */
async function claim(pool: Pool, office: string, now: Date, batch: number): Promise<DueStep[]> {
  const { rows } = await pool.query<{
    subject: string;
    occurrence_id: string;
    step: string;
    due: Date;
    cause: string;
    correlation: string;
  }>({
    name: 'claim_due',
    text: `with due as (
             select office, subject, occurrence_id from rm_agenda.occurrence
             where office = $1 and wake_at <= $2 and (claimed_until is null or claimed_until < clock_timestamp())
             order by wake_at, due limit $3 for update skip locked)
           update rm_agenda.occurrence t set claimed_until = clock_timestamp() + interval '30 seconds'
           from due where t.office = due.office and t.subject = due.subject and t.occurrence_id = due.occurrence_id
           returning t.subject, t.occurrence_id, t.alarms -> 0 ->> 'step' as step, t.due, t.cause, t.correlation`,
    values: [office, now, batch],
  });
  return rows.map(({ occurrence_id: occurrenceId, ...row }) => ({ office, occurrenceId, ...row }));
}

/** A step without an event gives way to the next one, or the row goes. */
async function passOver(pool: Pool, office: string, steps: DueStep[]): Promise<void> {
  if (steps.length === 0) return;
  const values = [
    office,
    steps.map((s) => s.subject),
    steps.map((s) => s.occurrenceId),
    steps.map((s) => s.step),
  ];
  const same = `t.office = $1 and t.subject = done.s and t.occurrence_id = done.i and t.alarms -> 0 ->> 'step' = done.step`;
  const done = 'unnest($2::uuid[], $3::uuid[], $4::text[]) as done(s, i, step)';
  await pool.query(
    `delete from rm_agenda.occurrence t using ${done} where ${same} and jsonb_array_length(t.alarms) = 1`,
    values,
  );
  await pool.query(
    `update rm_agenda.occurrence t set alarms = t.alarms - 0, claimed_until = null, wake_at = (t.alarms -> 1 ->> 'at')::timestamptz
     from ${done} where ${same} and jsonb_array_length(t.alarms) > 1`,
    values,
  );
}
