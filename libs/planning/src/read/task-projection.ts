import type { StoredEvent } from '#event-store';
import { dayOf, sqlFile } from '#kernel';
import type { Projection } from '#projection';
import type { PoolClient } from 'pg';
import { planningSentences } from '../planning.sentences.js';
import { foldSeen, type SeenTask } from './seen-task.js';
import { sortKey } from './sort-key.js';
import { figuresOf, seenOf, viewOf } from './task-view.js';
import type { TaskView } from './task-view.types.js';

/** The tasks as lists need them, and how each stood at the end of each day. */
export const taskProjection: Projection = {
  name: 'task',
  version: 2,
  types: Object.keys(planningSentences),
  ddl: sqlFile('./task-view.sql', import.meta.url),
  subjectOf: (event) => taskIdOf(event) ?? event.subject,
  async apply(db, events) {
    const byOffice = Map.groupBy(
      events.filter(({ kind }) => kind === 'task' || kind === 'plan'),
      ({ office }) => office,
    );
    for (const [office, own] of byOffice) await applyTo(db, office, own);
  },
};

async function applyTo(db: PoolClient, office: string, events: StoredEvent[]): Promise<void> {
  const known = await loadSeen(db, office, [
    ...new Set(events.map(taskIdOf).filter((id) => id !== undefined)),
  ]);
  const days = new Map<string, { day: string; seen: SeenTask }>();
  const touched = new Map<string, SeenTask>();
  for (const event of events) {
    const id = taskIdOf(event);
    const seen = id === undefined ? undefined : foldSeen(touched.get(id) ?? known.get(id), event);
    if (!seen) continue;
    touched.set(seen.taskId, seen);
    const day = dayOf(event.recordedAt);
    days.set(seen.taskId + day, { day, seen });
  }
  if (touched.size === 0) return;
  const rows = [...touched.values()].map(rowOf);
  await db.query(
    `insert into task (office, task_id, plan_id, number, sort_key, area, title, state, version, lead_unit, lead_post,
                       percent, late, silent, next_due, waiting, allocated, allowed, spent, view)
     select $1, id, plan, num, sort, area, title, state, version, unit, post, percent, late, silent, due, waiting, allocated, allowed, spent, view
     from json_to_recordset($2::json) as x(id uuid, plan uuid, num text, sort text, area text, title text, state text,
       version int, unit uuid, post uuid, percent int, late boolean, silent boolean, due timestamptz, waiting int,
       allocated bigint, allowed bigint, spent bigint, view jsonb)
     on conflict (office, task_id) do update set number = excluded.number, sort_key = excluded.sort_key,
       area = excluded.area, title = excluded.title, state = excluded.state, version = excluded.version,
       lead_unit = excluded.lead_unit, lead_post = excluded.lead_post, percent = excluded.percent, late = excluded.late,
       silent = excluded.silent, next_due = excluded.next_due, waiting = excluded.waiting,
       allocated = excluded.allocated, allowed = excluded.allowed, spent = excluded.spent, view = excluded.view`,
    [office, JSON.stringify(rows)],
  );
  await db.query(
    `insert into task_day (office, task_id, day, area, lead_unit, state, percent, late, silent)
     select $1, id, day, area, unit, state, percent, late, silent
     from json_to_recordset($2::json) as x(id uuid, day date, area text, unit uuid, state text, percent int, late boolean, silent boolean)
     on conflict (office, task_id, day) do update set area = excluded.area, lead_unit = excluded.lead_unit,
       state = excluded.state, percent = excluded.percent, late = excluded.late, silent = excluded.silent`,
    [
      office,
      JSON.stringify(
        [...days.values()].map(({ day, seen }) => ({ id: seen.taskId, day, ...figuresOf(seen) })),
      ),
    ],
  );
}

async function loadSeen(db: PoolClient, office: string, ids: string[]): Promise<Map<string, SeenTask>> {
  const { rows } = await db.query<{ task_id: string; view: TaskView }>(
    'select task_id, view from task where office = $1 and task_id = any($2::uuid[])',
    [office, ids],
  );
  return new Map(rows.map((row) => [row.task_id, seenOf(row.view)]));
}

function taskIdOf({ kind, subject, data }: StoredEvent): string | undefined {
  if (kind === 'task') return subject;
  return typeof data.taskId === 'string' ? data.taskId : undefined;
}

function rowOf(seen: SeenTask) {
  const view = viewOf(seen);
  return {
    id: view.taskId,
    plan: view.planId,
    num: view.number,
    sort: `${sortKey(view.number)} ${view.taskId}`,
    title: view.title,
    version: view.version,
    post: view.lead.postId,
    due: nextDue(view),
    waiting: waiting(view),
    ...view.money,
    view,
    ...figuresOf(seen),
  };
}

const nextDue = (view: TaskView): string | null =>
  view.occurrences.find(({ status, review }) => status === 'open' && !review)?.due ?? null;

const waiting = (view: TaskView): number =>
  view.submissions.filter(({ status }) => status === 'waiting').length +
  view.occurrences.filter(({ askedDue }) => askedDue !== null).length;
