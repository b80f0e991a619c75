import { actOfStep, awaitedBy, eachStep, type StepTaker } from '#deadline';
import {
  causedBy,
  causedIn,
  isEvent,
  isOf,
  type AggregateStore,
  type EventOf,
  type StoredEvent,
} from '#event-store';
import { Refusal, dayOf, derivedId, inOffice } from '#kernel';
import { followCalendar, reasonOf, type Commands, type OfficeEvent, type Organisation } from '#organisation';
import type { Reaction } from '#projection';
import { AddPlannedTask, addedTaskId } from './plan/add-task.js';
import { plan, planSubject, type PlanEvent } from './plan/plan.js';
import { ReceivePlan, TransferPlan, carriedPlan } from './plan/transfer-plan.js';
import type { PlanningQueries } from './planning.queries.js';
import type { Planning } from './planning.service.js';
import { AmendTask, AssignTask } from './task/assign.js';
import { task } from './task/task.js';
import type { TaskEvent } from './task/task.events.js';
import { FollowPart, SucceedLead } from './task/steering.js';
import { TakeStep } from './task/deadline.js';
import { RecomputeDeadlines } from './task/recompute.js';
import { ReceiveTask, TransferTask, carriedOf } from './task/transfer.js';

/** Until it has read an approval, the tasks of the plan are nobody's. */
export const ASSIGN_ON_APPROVAL = 'assign_on_approval';

/** An approved plan assigns its tasks; an amended one amends them. */
export function assignOnApproval(planning: Planning, commands: Commands): Reaction {
  return {
    name: ASSIGN_ON_APPROVAL,
    types: ['PlanApproved', 'PlannedTaskAmended', 'TaskPlanned'],
    async react(events) {
      for (const event of events) {
        if (event.type === 'PlanApproved') await assignAll(planning, commands, event);
        if (event.type === 'PlannedTaskAmended' || event.type === 'TaskPlanned')
          await amendOne(planning, commands, event);
      }
    },
  };
}

const isOffices = isEvent<OfficeEvent>();
/** What a dialogue says of a commitment, as far as it becomes a task. */
const isCommitment = isEvent<{
  type: 'CommitmentMade';
  data: Record<'text' | 'leadUnitId' | 'dueDay' | 'document' | 'area', string>;
}>();

/** What leaders promised in a dialogue becomes a task of the plan of that year (cam kết đối thoại). */
export function assignCommitments(commands: Commands): Reaction {
  return {
    name: 'assign_commitments',
    types: ['CommitmentMade'],
    async react(events) {
      for (const event of events) {
        if (!isCommitment('CommitmentMade', event)) continue;
        const { text, leadUnitId, dueDay, document, area } = event.data;
        const command = Object.assign(new AddPlannedTask(), {
          title: text,
          deliverables: text,
          dueDay,
          leadUnitId,
          area,
          documentNumber: document,
          documentDate: dayOf(event.recordedAt),
        });
        const planId = planSubject(event.office, Number(dueDay.slice(0, 4)));
        const envelope = causedBy(event, 'planning', 'R10', 'commitment');
        await commands
          .send(AddPlannedTask, envelope, planId, command, addedTaskId(event.office, command))
          .catch((refused: unknown) => {
            if (!(refused instanceof Refusal)) throw refused; // the plan was closed meanwhile
          });
      }
    },
  };
}

/** What an ended unit answered for is its successor's: each running task it led is handed over (R28). */
export function handOverOnUnitEnd(commands: Commands, queries: PlanningQueries): Reaction {
  return {
    name: 'hand_over_on_unit_end',
    types: ['UnitEnded', 'UnitSplit'],
    async react(events) {
      for (const event of events) {
        if (isOffices('UnitSplit', event)) await followSplit(commands, event);
        if (isOffices('UnitEnded', event)) await followEnd(commands, queries, event);
      }
    },
  };
}

async function followEnd(
  commands: Commands,
  queries: PlanningQueries,
  event: EventOf<OfficeEvent, 'UnitEnded'>,
): Promise<void> {
  const { unitId, document } = event.data;
  for (const taskId of await queries.runningTasksOf(event.office, unitId))
    await commands.send(SucceedLead, causedBy(event, 'planning', 'R28', taskId), taskId, {
      unitId,
      document,
    });
}

async function followSplit(commands: Commands, event: EventOf<OfficeEvent, 'UnitSplit'>): Promise<void> {
  const { unitId, part, subjects, document } = event.data;
  for (const taskId of subjects)
    await commands.send(FollowPart, causedBy(event, 'planning', 'R28', taskId), taskId, {
      unitId,
      partId: part.unitId,
      document,
    });
}

/**
 * When a whole office ends, its plans and running tasks go to its successor (R28): first they are closed here, each in
 * its own stream, then opened there from what they were. A crash in between leaves the second step to be done.
 */
export function handOverOnOfficeEnd(
  planning: Planning,
  commands: Commands,
  queries: PlanningQueries,
  organisation: Organisation,
): Reaction {
  return {
    name: 'hand_over_on_office_end',
    types: ['OfficeEnded', 'PlanTransferred', 'TaskTransferred'],
    async react(events) {
      for (const event of events) {
        if (event.type === 'OfficeEnded') await transferAll(commands, queries, event);
        if (isOf(plan, event) && event.type === 'PlanTransferred')
          await planArrives(planning, commands, organisation, event);
        if (isOf(task, event) && event.type === 'TaskTransferred')
          await taskArrives(planning, commands, organisation, event);
      }
    },
  };
}

async function transferAll(commands: Commands, queries: PlanningQueries, event: StoredEvent): Promise<void> {
  for (const planId of await queries.streamsOf(event.office, 'plan'))
    await commands.send(TransferPlan, causedBy(event, 'planning', 'R28', planId), planId, {});
  const tasks = await queries.streamsOf(event.office, 'task');
  await Promise.all(
    tasks.map((taskId) =>
      commands.send(TransferTask, causedBy(event, 'planning', 'R28', taskId), taskId, {}),
    ),
  );
}

async function planArrives(
  planning: Planning,
  commands: Commands,
  organisation: Organisation,
  event: EventOf<PlanEvent, 'PlanTransferred'>,
): Promise<void> {
  const { toOffice, document } = event.data;
  const { state } = await planning.loadPlan(event.office, event.subject);
  const carried = carriedPlan(state, await organisation.current(event.office));
  if (!carried) return;
  await inOffice(toOffice, () =>
    commands.send(
      ReceivePlan,
      causedIn(toOffice, event, 'planning', 'R28', 'arrival'),
      planSubject(toOffice, carried.header.year),
      { fromOffice: event.office, document, ...carried },
    ),
  );
}

async function taskArrives(
  planning: Planning,
  commands: Commands,
  organisation: Organisation,
  event: EventOf<TaskEvent, 'TaskTransferred'>,
): Promise<void> {
  const { toOffice, document } = event.data;
  const carried = carriedOf(
    await planning.loadTask(event.office, event.subject),
    await organisation.current(event.office),
  );
  if (!carried) return;
  await inOffice(toOffice, () =>
    commands.send(ReceiveTask, causedIn(toOffice, event, 'planning', 'R28', 'arrival'), event.subject, {
      fromOffice: event.office,
      document,
      carried,
    }),
  );
}

async function assignAll(planning: Planning, commands: Commands, event: StoredEvent): Promise<void> {
  const { state } = await planning.loadPlan(event.office, event.subject);
  const year = state.header?.year ?? 0;
  await Promise.all(
    [...state.tasks.values()].map((planned) =>
      commands.send(AssignTask, causedBy(event, 'planning', 'R1', planned.taskId), planned.taskId, {
        planId: event.subject,
        year,
        planned,
      }),
    ),
  );
}

async function amendOne(planning: Planning, commands: Commands, event: StoredEvent): Promise<void> {
  const { state } = await planning.loadPlan(event.office, event.subject);
  if (!isOf(plan, event) || (event.type !== 'TaskPlanned' && event.type !== 'PlannedTaskAmended')) return;
  const planned = event.data;
  const current = state.tasks.get(planned.taskId);
  if (state.status !== 'approved' || !current || planned.document === undefined) return;
  const command = {
    planId: event.subject,
    year: state.header?.year ?? 0,
    planned: current,
    document: planned.document,
  };
  await commands.send(AmendTask, causedBy(event, 'planning', 'R10', planned.taskId), planned.taskId, command);
}

/** Takes due steps: reminders, missed deadlines, escalation, silence, reviews. Ids derive from the step (R6). */
export function deadlineSteps(planning: Planning, commands: Commands): StepTaker {
  return eachStep(
    (_office, step) =>
      commands.send(TakeStep, actOfStep(step, ruleOf(step.step)), step.subject, {
        occurrenceId: step.occurrenceId,
        step: step.step,
      }),
    (office, subjects) => planning.warmTasks(office, subjects),
  );
}

/** When the office's calendar has become another, open deadlines are computed anew: those move that it touches. */
export const tasksByCalendar = (aggregates: AggregateStore, commands: Commands): Reaction =>
  followCalendar(aggregates, task, (change, taskId) =>
    commands.send(RecomputeDeadlines, causedBy(change, 'calendar', 'R11', taskId), taskId, {
      reason: reasonOf(change),
    }),
  );

/** Computes a task's deadlines anew after the calendar changed; `run` names the act, for the reason may be given again. */
export const recompute = (commands: Commands, office: string, taskId: string, reason: string, run: string) =>
  commands.send(
    RecomputeDeadlines,
    { office, actor: 'worker:calendar', commandId: derivedId(taskId, 'recompute', run), rule: 'R11' },
    taskId,
    { reason },
  );

const ruleOf = (step: string): string => {
  if (awaitedBy(step)) return 'R38';
  if (step.startsWith('escalate')) return 'R7';
  return step.startsWith('silence') || step === 'review' ? 'R8' : 'R6';
};
