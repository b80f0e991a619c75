import { AwaitedYear, unlessAwaited, type WorkCalendar } from '#calendar';
import { SWEEPER } from '#deadline';
import { actOf, type Act, type AggregateStore, type Appended, type StoredEvent } from '#event-store';
import { dayOf, type Clock, type Envelope } from '#kernel';
import {
  APPLICANT,
  principalOf,
  requireLiving,
  type Authorisation,
  type Office,
  type Organisation,
} from '#organisation';
import { CLOCK_SETTINGS, remainingMinutes } from './dossier/clock.js';
import { dossier, type Dossier } from './dossier/dossier.js';
import type { DossierEvent } from './dossier/dossier.events.js';
import type { DossierContext } from './dossier/guards.js';
import { seeingLateness } from './dossier/lateness.js';
import { submitDossier, type ReceiveDossier } from './dossier/reception.js';
import {
  catalogue,
  catalogueSubject,
  inForceOn,
  type Catalogue,
  type CatalogueEvent,
} from './procedure/procedure.js';

/** Decides what a command does to a dossier. */
export type DecideDossier<C> = (state: Dossier, command: C, context: DossierContext) => DossierEvent[];

/** What every act on dossiers and procedures has in common: who, in which office, when. */
export class DossierActs {
  constructor(
    protected readonly aggregates: AggregateStore,
    protected readonly organisation: Organisation,
    protected readonly authorisation: Authorisation,
    protected readonly clock: Clock,
    protected readonly calendar: WorkCalendar,
  ) {}

  async catalogue(office: string): Promise<Catalogue> {
    return (await this.aggregates.load(catalogue, office, catalogueSubject(office))).state;
  }

  async load(office: string, dossierId: string): Promise<{ state: Dossier; version: number }> {
    return this.aggregates.load(dossier, office, dossierId);
  }

  protected async living({ office, actor }: Envelope): Promise<Office> {
    const state = await this.organisation.current(office);
    if (!actor.startsWith('worker:')) requireLiving(state);
    return state;
  }

  protected principal(
    { delegationId, actor }: Envelope,
    office: Office,
    act: string,
    subject: string,
  ): string | undefined {
    return delegationId === undefined
      ? undefined
      : principalOf(office, delegationId, actor, this.clock.now(), { act, area: null, subject });
  }

  protected context = (dossierId: string, actor: string, office: Office, now: Date): DossierContext => ({
    dossierId,
    actor,
    now,
    office,
    calendar: this.calendar,
    settings: CLOCK_SETTINGS,
  });

  protected act(envelope: Envelope, subject: string, body: object, principal?: string): Act {
    return actOf(envelope, { subject, body, now: this.clock.now(), principal });
  }
}

/** Runs the acts on dossiers and on the catalogue: brings the context, decides, appends. */
export class Dossiers extends DossierActs {
  now(): Date {
    return this.clock.now();
  }

  /** Whole working minutes left to a dossier now; null where it has no clock. */
  clockOf({ status, work }: Dossier): number | null {
    if (!work) return null;
    if (status === 'paused') return work.pausedWith === null ? null : Math.floor(work.pausedWith);
    const { due } = work;
    if (status !== 'in_progress' || due === null) return null;
    // Another process may have set it by a calendar that this one has not loaded yet.
    const left = unlessAwaited(() => remainingMinutes(this.clock.now(), new Date(due), this.calendar));
    return left instanceof AwaitedYear ? null : Math.floor(left);
  }

  /** Refuses `unknown_procedure` and `procedure_repealed`. */
  async requireProcedure(office: string, code: string): Promise<void> {
    inForceOn(await this.catalogue(office), code, dayOf(this.clock.now()));
  }

  /** Ids of dossiers that have not ended, from the log itself, in order: a read model may be behind. */
  openOnes(office: string, after: string | undefined, limit: number): Promise<string[]> {
    return this.aggregates.streams(office, 'dossier', after, limit);
  }

  /** The dossiers that events belong to, as they are once those have happened. */
  behind(office: string, events: readonly StoredEvent[]): Promise<Map<string, Dossier>> {
    return this.aggregates.loadBehind(dossier, office, events);
  }

  warm(office: string, dossierIds: string[]): Promise<void> {
    return this.aggregates.warm(dossier, office, dossierIds);
  }

  async onCatalogue(
    envelope: Envelope,
    command: object,
    decide: (state: Catalogue) => CatalogueEvent[],
    name: string,
  ): Promise<Appended> {
    const { office } = envelope;
    this.authorisation.require(await this.living(envelope), envelope.actor, name);
    const act = this.act(envelope, catalogueSubject(office), { name, command });
    return this.aggregates.execute(catalogue, act, decide);
  }

  async on<C extends object>(
    envelope: Envelope,
    dossierId: string,
    command: C,
    decide: DecideDossier<C>,
    name = command.constructor.name,
  ): Promise<Appended> {
    const office = await this.living(envelope);
    const principal = this.principal(envelope, office, name, dossierId);
    this.authorisation.require(office, principal ?? envelope.actor, name);
    const act = this.act(envelope, dossierId, { name, command }, principal);
    const context = this.context(dossierId, principal ?? envelope.actor, office, act.now);
    // The sweep takes what has fallen due step by step; anybody else may come before it.
    const decided = envelope.actor === SWEEPER ? decide : seeingLateness(decide);
    return this.aggregates.execute(dossier, act, (state) => decided(state, command, context));
  }

  /** A submission from outside: it waits for the desk. */
  async submit(
    envelope: Envelope,
    dossierId: string,
    applicantId: string,
    command: Pick<ReceiveDossier, 'procedureCode' | 'components'>,
  ): Promise<Appended> {
    const { office } = envelope;
    const state = await this.organisation.current(office);
    this.authorisation.require(state, APPLICANT, 'SubmitDossier');
    requireLiving(state);
    const known = await this.catalogue(office);
    const act = this.act(envelope, dossierId, { name: 'SubmitDossier', command });
    return this.aggregates.execute(dossier, act, (state) =>
      submitDossier(state, command, applicantId, known, act.now),
    );
  }
}
