import type { WorkCalendar } from '#calendar';
import type { AggregateStore, Appended } from '#event-store';
import { digestOf, type Clock, type Envelope } from '#kernel';
import type { Office, Organisation } from '#organisation';
import type { DeadlineSettings } from './deadline-phrase/schedule.js';
import { plan, type Plan, type PlanEvent } from './plan/plan.js';
import type { TaskEvent } from './task/task.events.js';
import type { TaskContext } from './task/task.guards.js';
import { task, type Task } from './task/task.js';

/** Decides what a command does to a task. */
export type DecideTask<C> = (state: Task, command: C, context: TaskContext) => TaskEvent[];
export type DecidePlan<C> = (
  state: Plan,
  command: C,
  context: { actor: string; office: Office },
) => PlanEvent[];

/** Runs the acts of planning: brings the context, decides, appends. */
export class Planning {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
    private readonly calendar: WorkCalendar,
    private readonly settings: DeadlineSettings,
  ) {}

  async onTask<C extends object>(
    envelope: Envelope,
    taskId: string,
    command: C,
    decide: DecideTask<C>,
    name = command.constructor.name,
  ): Promise<Appended> {
    const office = await this.organisation.current(envelope.office);
    const act = this.#act(envelope, taskId, { name, command });
    const context = {
      taskId,
      actor: envelope.actor,
      now: act.now,
      office,
      calendar: this.calendar,
      settings: this.settings,
    };
    return this.aggregates.execute(task, act, (state) => decide(state, command, context));
  }

  async onPlan<C extends object>(
    envelope: Envelope,
    planId: string,
    command: C,
    decide: DecidePlan<C>,
    name = command.constructor.name,
  ): Promise<Appended> {
    const office = await this.organisation.current(envelope.office);
    const act = this.#act(envelope, planId, { name, command });
    return this.aggregates.execute(plan, act, (state) =>
      decide(state, command, { actor: envelope.actor, office }),
    );
  }

  async loadPlan(office: string, planId: string): Promise<{ state: Plan; version: number }> {
    return this.aggregates.load(plan, office, planId, { fresh: true });
  }

  /** Reads many tasks with one query before a batch of acts on them. */
  warmTasks(office: string, taskIds: string[]): Promise<void> {
    return this.aggregates.warm(task, office, taskIds);
  }

  #act(envelope: Envelope, subject: string, body: object) {
    const { office, actor, commandId, ifMatch, clientAddress, onBehalfOf, correlationId, causationId, rule } =
      envelope;
    return {
      office,
      subject,
      commandId,
      digest: digestOf({ subject, ...body }),
      now: this.clock.now(),
      ...(ifMatch === undefined ? {} : { ifMatch }),
      attribution: {
        actor,
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
        ...(correlationId === undefined ? {} : { correlationId }),
        ...(causationId === undefined ? {} : { causationId }),
        ...(rule === undefined ? {} : { rule }),
        ...(clientAddress === undefined ? {} : { meta: { clientAddress } }),
      },
    };
  }
}
