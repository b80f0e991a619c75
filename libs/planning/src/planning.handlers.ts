import type { Appended } from '#event-store';
import type { Envelope } from '#kernel';
import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import * as planCommands from './plan/plan.commands.js';
import { Planning, type DecidePlan, type DecideTask } from './planning.service.js';
import * as deliverable from './task/deliverable.js';
import * as extension from './task/extension.js';
import * as progress from './task/progress.js';
import * as steering from './task/steering.js';

const ADDRESS = Symbol('address');

interface Address {
  envelope: Envelope;
  subject: string;
}

/** Puts on a command which stream it is for and who sends it, beside its body and never in it. */
export function addressed<C extends object>(command: C, envelope: Envelope, subject: string): C {
  return Object.defineProperty(command, ADDRESS, { value: { envelope, subject }, enumerable: false });
}

const addressOf = (command: object): Address => (command as { [ADDRESS]: Address })[ADDRESS];

function onTask<C extends object>(command: Type<C>, decide: DecideTask<C>): Type<ICommandHandler> {
  @CommandHandler(command)
  class TaskCommandHandler {
    constructor(@Inject(Planning) private readonly planning: Planning) {}

    execute(given: C): Promise<Appended> {
      const { envelope, subject } = addressOf(given);
      return this.planning.onTask(envelope, subject, given, decide);
    }
  }
  return named(TaskCommandHandler, command);
}

function onPlan<C extends object>(command: Type<C>, decide: DecidePlan<C>): Type<ICommandHandler> {
  @CommandHandler(command)
  class PlanCommandHandler {
    constructor(@Inject(Planning) private readonly planning: Planning) {}

    execute(given: C): Promise<Appended> {
      const { envelope, subject } = addressOf(given);
      return this.planning.onPlan(envelope, subject, given, decide);
    }
  }
  return named(PlanCommandHandler, command);
}

const named = (handler: Type<ICommandHandler>, command: Type): Type<ICommandHandler> =>
  Object.defineProperty(handler, 'name', { value: `${command.name}Handler` });

/** Sends a plan to the chairman; has no fields of its own. */
export class SubmitPlan {}
export class ReturnPlan extends planCommands.WithReason {}
export class ClosePlan extends planCommands.WithReason {}

const taskCommands: [Type<object>, DecideTask<never>][] = [
  [progress.AcknowledgeTask, progress.acknowledgeTask],
  [progress.ReportTaskProgress, progress.reportTaskProgress],
  [deliverable.SubmitDeliverable, deliverable.submitDeliverable],
  [deliverable.AcceptDeliverable, deliverable.acceptDeliverable],
  [deliverable.ReturnDeliverable, deliverable.returnDeliverable],
  [extension.AskExtension, extension.askExtension],
  [extension.DecideExtension, extension.decideExtension],
  [steering.HandOverTask, steering.handOverTask],
  [steering.RecordTrigger, steering.recordTrigger],
  [steering.RequestExtraReport, steering.requestExtraReport],
  [steering.UrgeTask, steering.urgeTask],
  [steering.CompleteTask, steering.completeTask],
  [steering.CancelTask, steering.cancelTask],
];

/** What each act on a task decides, by the act's name. */
export const taskDecisions: Readonly<Record<string, DecideTask<object>>> = Object.fromEntries(
  taskCommands.map(([command, decide]) => [command.name, decide as DecideTask<object>]),
);

/** One line a command: which decision it meets. */
export const planningHandlers = [
  ...taskCommands.map(([command, decide]) => onTask(command, decide as DecideTask<object>)),
  onPlan(SubmitPlan, planCommands.submitPlan),
  onPlan(planCommands.ApprovePlan, planCommands.approvePlan),
  onPlan(ReturnPlan, planCommands.returnPlan),
  onPlan(ClosePlan, planCommands.closePlan),
];
