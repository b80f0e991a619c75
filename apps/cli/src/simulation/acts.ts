import { at, dayOf, derivedId, inOffice, type Day } from '#kernel';
import {
  Planning,
  AcceptDeliverable,
  CompleteTask,
  RecordTrigger,
  ReportTaskProgress,
  SubmitDeliverable,
  task,
  type PlannedTask,
  type Task,
} from '#planning';
import type { Type } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { DEMO_OFFICE, type People, type Runtime } from '../../../runtime/src/index.js';

/** Something an official does at an instant. */
export interface ScriptedAct {
  at: Date;
  run(): Promise<void>;
}

/** Whether nothing is handed in for the plan's task of an index on a day. */
export type Neglects = (index: number, day: Day) => boolean;

/** A line of an acts file: who does what to which task, when. */
interface FileAct {
  at: string;
  username: string;
  task: string;
  act: 'progress' | 'submit';
  percent?: number;
  text: string;
}

/** What the officials do in the year: nothing, the typical year, or what a JSON file says. */
export async function loadActs(
  runtime: Runtime,
  people: People,
  planId: string,
  acts: string,
  neglects: Neglects = () => false,
): Promise<ScriptedAct[]> {
  if (acts === 'none') return [];
  const { state } = await runtime.get(Planning).loadPlan(DEMO_OFFICE, planId);
  const tasks = [...state.tasks.values()];
  const script =
    acts === 'typical'
      ? tasks.flatMap((planned, index) => typicalYear(runtime, people, planned, index, neglects))
      : await fromFile(runtime, people, tasks, acts);
  return script.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * A typical year: most officials are in time, deadlines of one due day in nine are met four working days late, one task in twelve
 * stays silent in the second quarter; what is handed in is accepted two working days later.
 */
function typicalYear(
  runtime: Runtime,
  people: People,
  planned: PlannedTask,
  index: number,
  neglects: Neglects,
): ScriptedAct[] {
  const { calendar } = runtime;
  const acts: ScriptedAct[] = [];
  const on = (
    day: Day,
    hour: string,
    step: string,
    run: (actor: string, commandId: string, state: Task) => Promise<unknown>,
  ) =>
    acts.push({
      at: at(day, hour),
      run: () =>
        inItsOffice(runtime, async (name) => {
          const { state } = await runtime.aggregates.load(task, name, planned.taskId);
          const office = await runtime.organisation.current(name);
          const lead = office.holders.get(state.lead?.postId ?? '') ?? '';
          await run(lead, derivedId(planned.taskId, step, day), state).catch(ignoreRefusal);
        }),
    });
  const act = <C extends object>(actor: string, commandId: string, command: Type<C>, fields: C) =>
    inItsOffice(runtime, (office) =>
      runtime.commands.send(command, { office, actor, commandId }, planned.taskId, fields),
    );

  const trigger = planned.obligations.find(({ schedule }) => schedule.kind === 'triggered');
  if (trigger) {
    on('2025-03-03', '09:00', 'trigger', (lead, id) =>
      act(lead, id, RecordTrigger, {
        obligationId: trigger.obligationId,
        day: '2025-03-03',
        note: 'Quyết định của UBND tỉnh',
      }),
    );
  }
  for (const [month, percent] of [
    ['02', 15],
    ['05', 40],
    ['08', 65],
    ['11', 90],
  ] as const) {
    if (month === '05' && index % 12 === 3) continue;
    on(calendar.onOrBefore(`2025-${month}-20`), '10:00', 'progress', (lead, id) =>
      act(lead, id, ReportTaskProgress, { percent, text: `Tiến độ tháng ${month}.` }),
    );
  }
  // What is due is looked up on the eve, so extra and triggered deadlines are met too.
  for (let day = '2025-01-03'; day <= '2025-12-31'; day = calendar.addWorkingDays(day, 1)) {
    if (neglects(index, day)) continue;
    on(day, '15:00', 'hand-in', async (lead, id, state) => {
      for (const o of state.occurrences.values()) {
        if (o.status !== 'open' || o.review || o.due === null || handInDay(runtime, o.due) !== day) continue;
        const deliverable =
          planned.deliverables[
            [...state.occurrences.keys()].indexOf(o.occurrenceId) % planned.deliverables.length
          ];
        if (!deliverable) continue;
        await act(lead, derivedId(id, o.occurrenceId), SubmitDeliverable, {
          deliverableId: deliverable.deliverableId,
          occurrenceId: o.occurrenceId,
          text: 'Nộp theo hạn.',
        });
      }
    });
    on(day, '16:00', 'accept', async (_lead, id, state) => {
      for (const { submissionId, status, by } of state.submissions.values()) {
        if (status !== 'waiting') continue;
        const clerk = people('head-of-office');
        const actor = by === clerk ? people('chairman') : clerk;
        await act(actor, derivedId(id, submissionId), AcceptDeliverable, { submissionId });
      }
    });
  }
  on('2025-12-31', '16:30', 'complete', (lead, id) => act(lead, id, CompleteTask, {}));
  return acts;
}

/** Where the demonstration's tasks are: its office, or the one that took it over. */
async function inItsOffice<T>({ organisation }: Runtime, work: (office: string) => Promise<T>): Promise<T> {
  const { succession } = await organisation.current(DEMO_OFFICE);
  const office = succession?.successor ?? DEMO_OFFICE;
  return inOffice(office, () => work(office));
}

/** The eve of the due day; for due days such as the 13th and 31st four working days after it. */
function handInDay({ calendar }: Runtime, due: string): Day {
  const day = dayOf(new Date(due));
  return calendar.addWorkingDays(day, Number(day.slice(8)) % 9 === 4 ? 4 : -1);
}

/** What can't be done in a year that is played is left out of it. */
export const ignoreRefusal = (error: unknown): void => {
  if (!(error instanceof Error && error.name === 'Refusal')) throw error;
};

async function fromFile(
  runtime: Runtime,
  people: People,
  tasks: PlannedTask[],
  path: string,
): Promise<ScriptedAct[]> {
  const acts = JSON.parse(await readFile(path, 'utf8')) as FileAct[];
  return acts.map((line, index) => {
    const planned = tasks.find(({ number }) => number === line.task);
    if (!planned) throw new Error(`Act ${index + 1}: there is no task "${line.task}".`);
    const envelope = {
      office: DEMO_OFFICE,
      actor: people(line.username),
      commandId: derivedId('act', index, line.at),
    };
    const { commands } = runtime;
    const run = async () => {
      if (line.act === 'progress') {
        const fields = { percent: line.percent ?? 0, text: line.text };
        await commands.send(ReportTaskProgress, envelope, planned.taskId, fields);
      } else {
        const fields = { deliverableId: planned.deliverables[0]?.deliverableId ?? '', text: line.text };
        await commands.send(SubmitDeliverable, envelope, planned.taskId, fields);
      }
    };
    return { at: new Date(line.at), run };
  });
}
