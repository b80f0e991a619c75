import type { WorkCalendar } from '#calendar';
import { SWEEPER } from '#deadline';
import {
  actOf,
  type Aggregate,
  type AggregateStore,
  type Along,
  type Appended,
  type NewEvent,
  type StoredEvent,
} from '#event-store';
import type { Clock, Envelope } from '#kernel';
import { principalOf, requireLiving, type Authorisation, type Organisation } from '#organisation';
import { dialogue, type Dialogue } from './dialogue/dialogue.js';
import { FEEDBACK_SETTINGS, type FeedbackContext } from './feedback/agenda.js';
import { feedback, type Feedback } from './feedback/feedback.js';
import type { FeedbackEvent } from './feedback/feedback.events.js';
import { seeingLateness } from './feedback/lateness.js';

type Decide<S, E, C> = (state: S, command: C, context: FeedbackContext) => E[];

/** Runs the acts on feedback and dialogues: brings the context, decides, appends. */
export class FeedbackActs {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly organisation: Organisation,
    private readonly authorisation: Authorisation,
    private readonly clock: Clock,
    private readonly calendar: WorkCalendar,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async load(office: string, id: string): Promise<{ state: Feedback; version: number }> {
    return this.aggregates.load(feedback, office, id);
  }

  async loadDialogue(office: string, id: string): Promise<{ state: Dialogue; version: number }> {
    return this.aggregates.load(dialogue, office, id);
  }

  /** A feedback's state once an act on it was answered with this version. */
  loadAfter(office: string, id: string, version: number): Promise<Feedback> {
    return this.aggregates.loadAfter(feedback, office, id, version);
  }

  /** The feedback that events belong to, as it is once those have happened. */
  behind(office: string, events: readonly StoredEvent[]): Promise<Map<string, Feedback>> {
    return this.aggregates.loadBehind(feedback, office, events);
  }

  warm(office: string, ids: string[]): Promise<void> {
    return this.aggregates.warm(feedback, office, ids);
  }

  /** The sessions of an office, by their ids, oldest first. */
  dialogues(office: string, after: string | undefined, limit: number): Promise<string[]> {
    return this.aggregates.streams(office, 'dialogue', after, limit);
  }

  on<C extends object>(
    envelope: Envelope,
    id: string,
    command: C,
    decide: Decide<Feedback, FeedbackEvent, C>,
    name = command.constructor.name,
    along: Along = {},
  ): Promise<Appended> {
    // The sweep takes what has fallen due step by step; anybody else may come before it.
    const decided = envelope.actor === SWEEPER ? decide : seeingLateness(decide);
    return this.#on(feedback, envelope, id, command, decided, name, along);
  }

  async #on<S, E extends NewEvent, C extends object>(
    aggregate: Aggregate<S, E>,
    envelope: Envelope,
    id: string,
    command: C,
    decide: Decide<S, E, C>,
    name: string,
    { before = [], begins = false }: Along = {},
  ): Promise<Appended> {
    const office = await this.organisation.current(envelope.office);
    const { actor, delegationId } = envelope;
    if (!actor.startsWith('worker:')) requireLiving(office);
    const now = this.clock.now();
    const principal =
      delegationId === undefined
        ? undefined
        : principalOf(office, delegationId, actor, now, { act: name, area: null, subject: id });
    this.authorisation.require(office, principal ?? actor, name);
    const act = actOf(envelope, { subject: id, body: { name, command }, now, principal });
    const context: FeedbackContext = {
      feedbackId: id,
      actor: principal ?? actor,
      now,
      office,
      calendar: this.calendar,
      settings: FEEDBACK_SETTINGS,
    };
    return this.aggregates.execute(
      aggregate,
      { ...act, begins },
      (state) => decide(state, command, context),
      ...before,
    );
  }
}
