import { inOffice } from '#kernel';
import { Planning, planSubject } from '#planning';
import type { MergeSummary, TrailSummary } from './merge.js';
import type { Runtime } from '../../../runtime/src/index.js';

/** What a simulated year came to. */
export interface YearSummary {
  office: string;
  year: number;
  tasks: number;
  obligations: {
    oneOff: number;
    recurring: number;
    recurringOccurrences: number;
    continuous: number;
    triggered: number;
    needingDate: number;
  };
  leadsToConfirm: number;
  reminders: number;
  deadlineMissed: number;
  escalations: Record<string, number>;
  silent: number;
  completed: number;
  events: number;
  seconds: number;
}

/** Counts from the log itself. */
export async function countYear(
  { get, pool, office }: Runtime,
  year: number,
  offices: string[],
  seconds: number,
): Promise<YearSummary> {
  const { state } = await get(Planning).loadPlan(office, planSubject(office, year));
  const tasks = [...state.tasks.values()];
  const schedules = tasks.flatMap(({ obligations }) => obligations.map(({ schedule }) => schedule));
  const ofKind = (kind: string) => schedules.filter((s) => s.kind === kind).length;
  const counted = await Promise.all(
    offices.map((one) =>
      inOffice(one, () =>
        pool.query<{ type: string; level: string | null; n: number }>(
          `select type, data ->> 'level' as level, count(*)::int as n from event where office = $1 group by 1, 2`,
          [one],
        ),
      ),
    ),
  );
  const rows = counted.flatMap((answer) => answer.rows);
  const count = (type: string) => rows.filter((row) => row.type === type).reduce((sum, { n }) => sum + n, 0);
  const escalations = new Map<string, number>();
  for (const { type, level, n } of rows)
    if (type === 'DeadlineEscalated') escalations.set(level ?? '', (escalations.get(level ?? '') ?? 0) + n);
  const recurring = schedules.map((s) => (s.kind === 'recurring' ? 4 + (s.annual ? 1 : 0) : 0));
  return {
    office,
    year,
    tasks: tasks.length,
    obligations: {
      oneOff: ofKind('oneOff'),
      recurring: ofKind('recurring'),
      recurringOccurrences: recurring.reduce<number>((sum, n) => sum + n, 0),
      continuous: ofKind('continuous'),
      triggered: ofKind('triggered'),
      needingDate: ofKind('needingDate'),
    },
    leadsToConfirm: count('LeadConfirmed'),
    reminders: count('DeadlineReminded'),
    deadlineMissed: count('DeadlineMissed'),
    escalations: Object.fromEntries([...escalations].toSorted()),
    silent: count('TaskFellSilent'),
    completed: count('TaskCompleted'),
    events: rows.reduce((sum, { n }) => sum + n, 0),
    seconds: Math.round(seconds * 10) / 10,
  };
}

export function printTable(
  summary: YearSummary & {
    merger?: MergeSummary & { trails: TrailSummary[] };
    dossiers?: object;
  },
): void {
  const { obligations, escalations, merger, dossiers, ...rest } = summary;
  const rows = {
    ...rest,
    ...obligations,
    ...Object.fromEntries(
      Object.entries(escalations).map(([level, n]) => [`escalations, level ${level}`, n]),
    ),
    ...(dossiers
      ? Object.fromEntries(Object.entries(dossiers).map(([name, n]) => [`dossiers: ${name}`, n as number]))
      : {}),
    ...(merger
      ? {
          'merged into': merger.successor,
          'tasks received': merger.received,
          'tasks left behind': merger.leftBehind,
          'tasks in no hands': merger.unheld,
          ...Object.fromEntries(
            merger.trails.map(({ office, events, intact, pointsAt }) => [
              `trail of ${office}`,
              `${events} events, ${intact ? 'intact' : 'BROKEN'}, points at ${pointsAt}`,
            ]),
          ),
        }
      : {}),
  };
  for (const [name, value] of Object.entries(rows))
    process.stdout.write(`${name.padEnd(24)} ${String(value).replace('.', ',')}\n`);
}
