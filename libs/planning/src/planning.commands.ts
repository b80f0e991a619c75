import { commandsOn, official, right, worker, type ActContext, type Right } from '#organisation';
import type { GuardedDecision } from '#organisation/office';
import type { Type } from '@nestjs/common';
import { yearsWork } from './years-work.js';
import { DEFAULT_SETTINGS } from './deadline-phrase/schedule.js';
import { AddSecretWork, addSecretWork } from './plan/add-secret.js';
import { AddPlannedTask, addPlannedTask } from './plan/add-task.js';
import { AmendPlannedTask, amendPlannedTask } from './plan/amend-task.js';
import { CarryPlan, carryPlan } from './plan/carry-plan.js';
import * as circulation from './plan/circulation.js';
import { ClosePlan, closePlan } from './plan/close-plan.js';
import * as plans from './plan/plan.commands.js';
import { plan, planSubject, type Plan, type PlanEvent } from './plan/plan.js';
import { ReceivePlan, TransferPlan, receivePlan, transferPlan } from './plan/transfer-plan.js';
import { AmendTask, AssignTask, amendTask, assignTask } from './task/assign.js';
import { TakeStep, seeingMissed, takeStep } from './task/deadline.js';
import { RecomputeDeadlines, recomputeDeadlines } from './task/recompute.js';
import {
  AllocateMoney,
  AllowOverrun,
  WithdrawAllocation,
  allocateMoney,
  allowOverrun,
  withdrawAllocation,
} from './money/allocate.js';
import { RecordSpending, WithdrawSpending, recordSpending, withdrawSpending } from './money/spend.js';
import { CarryTaskOver, carryTaskOver } from './task/carry-over.js';
import * as deliverable from './task/deliverable.js';
import * as extension from './task/extension.js';
import { MeetByReport, ReopenByReport, meetByReport, reopenByReport } from './task/met-by-report.js';
import * as progress from './task/progress.js';
import * as secret from './task/secret.js';
import * as steering from './task/steering.js';
import type { TaskEvent } from './task/task.events.js';
import type { TaskContext } from './task/task.guards.js';
import { task, type Task } from './task/task.js';
import { ReceiveTask, TransferTask, receiveTask, transferTask } from './task/transfer.js';

const onTask = commandsOn<Task, TaskEvent, TaskContext>({
  aggregate: task,
  contextOf: (act) => ({ ...act, taskId: act.subject, settings: DEFAULT_SETTINGS }),
  after: seeingMissed,
  areaOf: ({ facts }) => facts?.area ?? null,
});

const onPlan = commandsOn<Plan, PlanEvent, ActContext>({ aggregate: plan, contextOf: (act) => act });

/** An act that says or keeps something of a task, as nearly all that people do: nobody's on a secret one. */
const onContent = <F extends object>(
  command: Type<F>,
  who: Right,
  decide: GuardedDecision<Task, F, TaskContext, TaskEvent>,
) => onTask(command, who, secret.written(decide));

/** The acts on tasks (nhiệm vụ): who may, and what decides. */
const onTasks = [
  onTask(progress.AcknowledgeTask, official('led'), secret.withNote(progress.acknowledgeTask)),
  onContent(progress.ReportTaskProgress, official('led'), progress.reportTaskProgress), // R2
  onContent(deliverable.SubmitDeliverable, official('led'), deliverable.submitDeliverable), // R2
  onContent(deliverable.AcceptDeliverable, official('below'), deliverable.acceptDeliverable), // R3
  onContent(deliverable.ReturnDeliverable, official('below'), deliverable.returnDeliverable), // R3
  onContent(extension.AskExtension, official('led'), extension.askExtension), // R5
  onContent(extension.DecideExtension, official('below'), extension.decideExtension), // R5
  onContent(steering.HandOverTask, official('below'), steering.handOverTask), // R1
  onContent(steering.RecordTrigger, official('led or below'), steering.recordTrigger), // R9
  onContent(steering.RequestExtraReport, official('below'), steering.requestExtraReport),
  onContent(steering.UrgeTask, official('below'), steering.urgeTask),
  onTask(steering.CompleteTask, official('led'), secret.withNote(steering.completeTask)), // R4
  onContent(steering.CancelTask, official('below'), steering.cancelTask),
  onTask(secret.ReportSecretProgress, official('led'), secret.reportSecretProgress), // R2
  onTask(secret.CancelSecretWork, official('below'), secret.cancelSecretWork), // R3
  onContent(RecordSpending, official('led or below'), recordSpending), // R2
  onContent(WithdrawSpending, official('led or below'), withdrawSpending), // R2
  onContent(AllocateMoney, right('office', 'office-of-record', 'chairman'), allocateMoney),
  onContent(WithdrawAllocation, right('office', 'office-of-record', 'chairman'), withdrawAllocation),
  onContent(AllowOverrun, right('office', 'chairman'), allowOverrun),
  onTask(AssignTask, worker, assignTask), // R1
  onTask(AmendTask, worker, amendTask), // R10
  onTask(TakeStep, worker, takeStep), // R6, R7, R8
  onTask(RecomputeDeadlines, worker, recomputeDeadlines), // R11
  onTask(steering.SucceedLead, worker, steering.succeedLead), // R28
  onTask(steering.FollowPart, worker, steering.followPart), // R28
  onTask(MeetByReport, worker, meetByReport), // R6
  onTask(ReopenByReport, worker, reopenByReport), // R6
  onTask(CarryTaskOver, worker, carryTaskOver), // R38
  onTask(TransferTask, worker, transferTask), // R28
  onTask(ReceiveTask, worker, receiveTask), // R28
];

const record = right('office', 'office-of-record');
const chairman = right('office', 'chairman');

/** The acts on the yearly plan (kế hoạch). */
const onPlans = [
  onPlan(plans.ImportPlan, record, plans.importPlan),
  onPlan(
    AddPlannedTask, // R10
    right('office', 'office-of-record', 'chairman', 'worker'),
    (state, command, act) => addPlannedTask(state, act.part, command, act),
    { digestOf: (command) => ({ name: AddPlannedTask.name, command }) }, // its id follows from the rest
  ),
  onPlan(AddSecretWork, right('office', 'office-of-record', 'chairman'), addSecretWork),
  onPlan(
    AmendPlannedTask,
    record,
    (state, command, act) => amendPlannedTask(state, act.part, command, act), // R10
  ),
  onPlan(
    plans.ConfirmLead,
    right('office', 'office-of-record', 'chairman'),
    (state, command, act) => plans.confirmLead(state, act.part, command, act), // R1
  ),
  onPlan(plans.DateObligation, record, (state, command, { part }) =>
    plans.dateObligation(state, part, command),
  ),
  onPlan(plans.SubmitPlan, record, plans.submitPlan),
  onPlan(plans.ApprovePlan, chairman, plans.approvePlan),
  onPlan(plans.ReturnPlan, chairman, plans.returnPlan),
  onPlan(CarryPlan, right('office', 'office-of-record', 'chairman'), carryPlan, {
    looksAt: async ({ fromYear }, { officeId }, load) => ({
      from: await yearsWork(load, officeId, fromYear),
    }),
    digestOf: ({ fromYear, repeat }) => ({ name: 'CarryPlan', command: { fromYear, repeat } }),
  }),
  onPlan(circulation.SendPlan, record, circulation.sendPlan),
  onPlan(circulation.RecordPlanReceipt, record, circulation.recordPlanReceipt),
  onPlan(circulation.ReadPlan, official('office'), circulation.readPlan),
  onPlan(ClosePlan, chairman, closePlan, {
    looksAt: async (_command, { officeId, subject }, load) => {
      const { header } = await load(plan, subject);
      if (!header) return {};
      const { tasks } = await yearsWork(load, officeId, header.year);
      return { atYearsEnd: { tasks, next: await load(plan, planSubject(officeId, header.year + 1)) } };
    },
  }),
  onPlan(TransferPlan, worker, transferPlan), // R28
  onPlan(ReceivePlan, worker, receivePlan), // R28
];

export const planningCommands = [...onTasks, ...onPlans];
