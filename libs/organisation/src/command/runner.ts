import { SWEEPER } from '#deadline';
import {
  actOf,
  decision,
  type Aggregate,
  type AggregateStore,
  type Appended,
  type Decision,
  type NewEvent,
  type Outcome,
} from '#event-store';
import { Refusal, type Clock, type Envelope } from '#kernel';
import type { OfficeCalendars } from '../calendar/office-calendars.js';
import { delegationRefused, principalOf } from '../office/delegation.js';
import type { Office } from '../office/standing.js';
import { requireLiving } from '../office/steering.js';
import type { Organisation } from '../organisation.service.js';
import type { Authorisation } from '../rights/rights.js';
import type { ActContext } from './act-context.js';
import type { Addressed } from './addressed.js';
import type { ActedOn, Handling } from './handled.js';

/** Who asks whether they may do something, to what, or to which part of it. */
export type Asked = Pick<Addressed, 'subject' | 'envelope'> & Partial<Pick<Addressed, 'part'>>;

/** What was decided of an act, and what goes in before it or not at all. */
export interface Prepared {
  act: Decision;
  before: readonly Decision[];
}

const isSweep = ({ actor }: Envelope): boolean => actor === SWEEPER;
const isWorker = ({ actor }: Envelope): boolean => actor.startsWith('worker:');

/**
 * The one way of an act: the living office, in whose name, by what right, on which current state, what was decided,
 * appended. Refuses with what each of these refuses, and as `AggregateStore.execute` does.
 */
export class CommandRunner {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly organisation: Organisation,
    private readonly authorisation: Authorisation,
    private readonly clock: Clock,
    private readonly calendar: Pick<OfficeCalendars, 'current' | 'leased'>,
  ) {}

  async run<F extends object, S, E extends NewEvent, C, L, S1, E1 extends NewEvent>(
    handling: Handling<F, S, E, C, L, S1, E1>,
    given: Addressed<F>,
  ): Promise<Appended> {
    const { act, before } = await this.decide(handling, given);
    return this.aggregates.execute(act, ...before);
  }

  /** An act that may be done, not yet done: its decision, and those that go in before it. */
  async decide<F extends object, S, E extends NewEvent, C, L, S1, E1 extends NewEvent>(
    handling: Handling<F, S, E, C, L, S1, E1>,
    { fields, subject, envelope, part, before: along }: Addressed<F>,
  ): Promise<Prepared> {
    const { command, on, before, brings, looksAt, begins, digestOf } = handling;
    const act = await this.#permitted(handling, { subject, envelope }, part);
    const looked = looksAt && (await looksAt(fields, act, this.#loadIn(envelope.office)));
    const first = before?.(fields, act);
    const context = on.contextOf(act);
    const seen = isSweep(envelope) || !on.after ? handling.decide : on.after(handling.decide);
    const decide = on.by?.(seen) ?? seen;
    const { now } = act;
    const principal = act.actor === envelope.actor ? undefined : act.actor;
    const body = digestOf?.(fields, act) ??
      on.digestOf?.(command.name, fields) ?? {
        name: command.name,
        command: part === '' ? fields : { ...fields, id: part },
      };
    const own = decision(
      on.aggregate,
      {
        ...actOf(envelope, { subject, body, now, principal }),
        ...(begins?.(fields, act) === true ? { begins: true } : {}),
      },
      (state, _version, outcomes) =>
        decide(state, fields, {
          ...context,
          ...looked,
          ...(first ? { before: outcomes[0] as Outcome<S1, E1> } : {}),
        } as C & L & { before?: Outcome<S1, E1> }),
      brings && ((outcome) => brings(outcome, act).map((one) => one({ envelope, now, principal }))),
    );
    if (!first) return { act: own, before: along };
    const goesFirst = decision(
      first.aggregate,
      actOf(
        { ...envelope, commandId: first.commandId },
        { subject: first.subject, body: first.body, now, principal },
      ),
      first.decide,
    );
    return { act: own, before: [goesFirst, ...along] };
  }

  /** Refuses whoever has no right to the act, and in an office that has ended everybody. */
  async requireRight<F extends object, S, E extends NewEvent, C, L, S1, E1 extends NewEvent>(
    handling: Handling<F, S, E, C, L, S1, E1>,
    asked: Asked,
  ): Promise<void> {
    await this.#permitted(handling, asked);
  }

  /** The refusal that an act would meet before its fields are looked at; null where none; undefined where only they tell. */
  async ask<F extends object, S, E extends NewEvent, C, L, S1, E1 extends NewEvent>(
    handling: Handling<F, S, E, C, L, S1, E1>,
    asked: Asked,
  ): Promise<Refusal | null | undefined> {
    const { on, decide } = handling;
    if (!decide.guard) return undefined;
    try {
      const act = await this.#permitted(handling, asked, asked.part);
      decide.guard(await this.#loadIn(asked.envelope.office)(on.aggregate, asked.subject), on.contextOf(act));
      return null;
    } catch (refused) {
      if (refused instanceof Refusal) return refused;
      throw refused;
    }
  }

  /** What surrounds an act that its sender's right covers. After its end an office's people do nothing any more (R28). */
  async #permitted<F extends object, S, E extends NewEvent, C, L, S1, E1 extends NewEvent>(
    { command: { name }, on }: Handling<F, S, E, C, L, S1, E1>,
    { subject, envelope }: Asked,
    part = '',
  ): Promise<ActContext> {
    // Nearly every act comes within the leases, and needs to wait for nothing.
    const office =
      this.organisation.leased(envelope.office) ?? (await this.organisation.current(envelope.office));
    const calendar = this.calendar.leased(envelope.office) ?? (await this.calendar.current(envelope.office));
    if (!isWorker(envelope)) requireLiving(office);
    const now = this.clock.now();
    const principal =
      envelope.delegationId === undefined
        ? (envelope.tokenFor ?? envelope.actor)
        : await this.#giver(
            on,
            name,
            subject,
            { ...envelope, delegationId: envelope.delegationId },
            office,
            now,
          );
    this.authorisation.require(office, principal, name);
    const { commandId, actor: hand } = envelope;
    return {
      subject,
      part,
      commandId,
      actor: principal,
      hand,
      now,
      officeId: envelope.office,
      office,
      calendar,
    };
  }

  /** On whose behalf an act is done under a delegation (R27). */
  async #giver<S, E extends NewEvent>(
    { aggregate, areaOf }: Pick<ActedOn<S, E, never>, 'aggregate' | 'areaOf'>,
    act: string,
    subject: string,
    { delegationId, tokenFor, actor, office: id }: Envelope & { delegationId: string },
    office: Office,
    now: Date,
  ): Promise<string> {
    if (tokenFor !== undefined)
      throw delegationRefused({ why: 'mã truy cập của hệ thống · a system’s token' });
    const area = areaOf ? areaOf(await this.#loadIn(id)(aggregate, subject)) : null;
    return principalOf(office, delegationId, actor, now, { act, area, subject });
  }

  #loadIn =
    (office: string) =>
    async <S, E extends NewEvent>(aggregate: Aggregate<S, E>, subject: string): Promise<S> =>
      (await this.aggregates.load(aggregate, office, subject)).state;
}
