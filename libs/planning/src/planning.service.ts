import type { WorkCalendar } from '#calendar';
import { SWEEPER } from '#deadline';
import { actOf, type AggregateStore, type Appended, type StoredEvent } from '#event-store';
import type { Clock, Envelope } from '#kernel';
import {
  principalOf,
  requireLiving,
  type Authorisation,
  type DelegatedAct,
  type Office,
  type Organisation,
} from '#organisation';
import type { DeadlineSettings } from './deadline-phrase/schedule.js';
import { plan, type Plan, type PlanEvent } from './plan/plan.js';
import { seeingMissed } from './task/deadline.js';
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
    private readonly authorisation: Authorisation,
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
    const office = await this.#livingOffice(envelope);
    const now = this.clock.now();
    const area = envelope.delegationId === undefined ? null : await this.#areaOf(envelope.office, taskId);
    const principal = principalFor(envelope, office, now, { act: name, area, subject: taskId });
    this.authorisation.require(office, principal ?? envelope.actor, name);
    const act = actOf(envelope, { subject: taskId, body: { name, command }, now, principal });
    const context = {
      taskId,
      actor: principal ?? envelope.actor,
      hand: envelope.actor,
      now,
      office,
      calendar: this.calendar,
      settings: this.settings,
    };
    // The sweep takes what has fallen due step by step; anybody else may come before it.
    const decided = envelope.actor === SWEEPER ? decide : seeingMissed(decide);
    return this.aggregates.execute(task, act, (state) => decided(state, command, context));
  }

  async onPlan<C extends object>(
    envelope: Envelope,
    planId: string,
    command: C,
    decide: DecidePlan<C>,
    name = command.constructor.name,
  ): Promise<Appended> {
    const office = await this.#livingOffice(envelope);
    const now = this.clock.now();
    const principal = principalFor(envelope, office, now, { act: name, area: null, subject: planId });
    this.authorisation.require(office, principal ?? envelope.actor, name);
    const act = actOf(envelope, { subject: planId, body: { name, command }, now, principal });
    return this.aggregates.execute(plan, act, (state) =>
      decide(state, command, { actor: principal ?? envelope.actor, office }),
    );
  }

  /** After its end an office's people do nothing any more (R28); workers still carry over what was its. */
  async #livingOffice({ office, actor }: Envelope): Promise<Office> {
    const state = await this.organisation.current(office);
    if (!actor.startsWith('worker:')) requireLiving(state);
    return state;
  }

  async loadPlan(office: string, planId: string): Promise<{ state: Plan; version: number }> {
    return this.aggregates.load(plan, office, planId);
  }

  async loadTask(office: string, taskId: string): Promise<Task> {
    return (await this.aggregates.load(task, office, taskId)).state;
  }

  /** The tasks that events belong to, as they are once those have happened. */
  tasksBehind(office: string, events: readonly StoredEvent[]): Promise<Map<string, Task>> {
    return this.aggregates.loadBehind(task, office, events);
  }

  /** Reads many tasks with one query before a batch of acts on them. */
  warmTasks(office: string, taskIds: string[]): Promise<void> {
    return this.aggregates.warm(task, office, taskIds);
  }

  async #areaOf(office: string, taskId: string): Promise<string | null> {
    return (await this.aggregates.load(task, office, taskId)).state.facts?.area ?? null;
  }
}

/** On whose behalf an act is done; undefined for one done in one's own right (R27). */
const principalFor = (
  { delegationId, actor }: Envelope,
  office: Office,
  now: Date,
  act: DelegatedAct,
): string | undefined =>
  delegationId === undefined ? undefined : principalOf(office, delegationId, actor, now, act);
