import type { WorkCalendar } from '#calendar';
import type { AggregateStore, Appended } from '#event-store';
import { Refusal, dayOf, derivedId, digestOf, originOf, type Clock, type Envelope } from '#kernel';
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
import { receiveDossier, submitDossier, type ReceiveDossier } from './dossier/reception.js';
import {
  catalogue,
  catalogueSubject,
  inForceOn,
  type Catalogue,
  type CatalogueEvent,
} from './procedure/procedure.js';
import {
  dossierCode,
  register,
  registerSubject,
  type RegisterEvent,
  type Registered,
} from './register/register.js';

/** Decides what a command does to a dossier. */
export type DecideDossier<C> = (state: Dossier, command: C, context: DossierContext) => DossierEvent[];

/** Runs the acts on dossiers and on the catalogue: brings the context, decides, appends. */
export class Dossiers {
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

  /** Working minutes left to a dossier now; null where its clock does not run. */
  clockOf({ status, work }: Dossier): number | null {
    if (!work) return null;
    if (status === 'paused') return work.pausedWith;
    return status === 'in_progress'
      ? remainingMinutes(this.clock.now(), new Date(work.due), this.calendar)
      : null;
  }

  async catalogue(office: string): Promise<Catalogue> {
    return (await this.aggregates.load(catalogue, office, catalogueSubject(office))).state;
  }

  /** Refuses `unknown_procedure` and `procedure_repealed`. */
  async requireProcedure(office: string, code: string): Promise<void> {
    inForceOn(await this.catalogue(office), code, dayOf(this.clock.now()));
  }

  async load(office: string, dossierId: string): Promise<{ state: Dossier; version: number }> {
    return this.aggregates.load(dossier, office, dossierId, { fresh: true });
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
    this.authorisation.require(await this.#office(envelope), envelope.actor, name);
    const act = this.#act(envelope, catalogueSubject(office), { name, command });
    return this.aggregates.execute(catalogue, act, decide);
  }

  async on<C extends object>(
    envelope: Envelope,
    dossierId: string,
    command: C,
    decide: DecideDossier<C>,
    name = command.constructor.name,
  ): Promise<Appended> {
    const office = await this.#office(envelope);
    const principal = this.#principal(envelope, office, name, dossierId);
    this.authorisation.require(office, principal ?? envelope.actor, name);
    const act = this.#act(envelope, dossierId, { name, command }, principal);
    const context = this.#context(dossierId, principal ?? envelope.actor, office, act.now);
    return this.aggregates.execute(dossier, act, (state) => decide(state, command, context));
  }

  /** A submission from outside: it waits for the desk. */
  async submit(
    office: string,
    commandId: string,
    dossierId: string,
    applicantId: string,
    command: Pick<ReceiveDossier, 'procedureCode' | 'components'>,
    clientAddress: string,
  ): Promise<Appended> {
    const envelope: Envelope = { office, actor: APPLICANT, commandId, clientAddress };
    const state = await this.organisation.current(office);
    this.authorisation.require(state, APPLICANT, 'SubmitDossier');
    requireLiving(state);
    const known = await this.catalogue(office);
    const act = this.#act(envelope, dossierId, { name: 'SubmitDossier', command });
    return this.aggregates.execute(dossier, act, (state) =>
      submitDossier(state, command, applicantId, known, act.now),
    );
  }

  /**
   * Receives a dossier. First it is seen whether it can be received at all, then the register gives it a number, then it
   * is received under it: a crash in between leaves what the register holds to be finished by a worker.
   */
  async receive(
    envelope: Envelope,
    dossierId: string,
    command: ReceiveDossier,
    applicantId: string,
  ): Promise<Appended & { code: string; due: string }> {
    const name = 'ReceiveDossier';
    const office = await this.#office(envelope);
    const principal = this.#principal(envelope, office, name, dossierId);
    const actor = principal ?? envelope.actor;
    this.authorisation.require(office, actor, name);
    const known = await this.catalogue(envelope.office);
    const act = this.#act(envelope, dossierId, { name, command, applicantId }, principal);
    const context = this.#context(dossierId, actor, office, act.now);
    const decide = (code: string) => (state: Dossier) =>
      receiveDossier(state, command, { code, applicantId, catalogue: known }, context);
    const before = (await this.aggregates.load(dossier, envelope.office, dossierId)).state;
    if (!before.work) decide('')(before);
    const code =
      before.work?.code ??
      (await this.#number(envelope, office, { dossierId, applicantId, command }, act.now));
    const received = await this.#finish(envelope, dossierId, code, () =>
      this.aggregates.execute(dossier, act, decide(code)),
    );
    const { state } = await this.aggregates.load(dossier, envelope.office, dossierId);
    return { ...received, code, due: state.work?.due ?? '' };
  }

  /** What a crash left between the register and the dossier; nothing where it was finished. */
  async finishReception(
    office: string,
    by: { actor: string; onBehalfOf: string | null; recordedAt: Date; causationId: string },
    { code, dossierId, receptionId, applicantId, command }: Registered,
  ): Promise<void> {
    const state = (await this.load(office, dossierId)).state;
    if (state.work) return;
    const known = await this.catalogue(office);
    const envelope: Envelope = { office, actor: by.actor, commandId: receptionId };
    const organisation = await this.organisation.current(office);
    const context = this.#context(dossierId, by.onBehalfOf ?? by.actor, organisation, by.recordedAt);
    const act = {
      ...this.#act(
        envelope,
        dossierId,
        { name: 'ReceiveDossier', command, applicantId },
        by.onBehalfOf ?? undefined,
      ),
      now: by.recordedAt,
    };
    await this.#finish(envelope, dossierId, code, () =>
      this.aggregates.execute(dossier, act, (dossierState) =>
        dossierState.work
          ? []
          : receiveDossier(dossierState, command, { code, applicantId, catalogue: known }, context),
      ),
    ).catch((refused: unknown) => {
      if (!(refused instanceof Refusal)) throw refused;
    });
  }

  /** Takes the dossier's number of the day; the same dossier has the one it was given. */
  async #number(
    envelope: Envelope,
    office: Office,
    taken: Pick<Registered, 'dossierId' | 'applicantId' | 'command'>,
    now: Date,
  ): Promise<string> {
    const day = dayOf(now);
    let code = '';
    const subject = registerSubject(envelope.office, day);
    const { dossierId } = taken;
    const commandId = derivedId(envelope.commandId, 'number');
    const act = { ...this.#act({ ...envelope, commandId }, subject, { name: 'Register', dossierId }), now };
    const codeOf = (number: number) => dossierCode(office.agencyCode, day, number);
    await this.aggregates.execute(register, act, (state): RegisterEvent[] => {
      const known = state.numbers.get(dossierId);
      code = codeOf(known ?? state.last + 1);
      if (known !== undefined) return [];
      const number = state.last + 1;
      return [
        { type: 'DossierRegistered', data: { ...taken, number, code, receptionId: envelope.commandId } },
      ];
    });
    return code;
  }

  /** A number whose dossier was refused or received otherwise meanwhile is voided, and says so. */
  async #finish(
    envelope: Envelope,
    dossierId: string,
    code: string,
    receive: () => Promise<Appended>,
  ): Promise<Appended> {
    try {
      return await receive();
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused;
      const { state } = await this.load(envelope.office, dossierId);
      if (state.work?.code !== code) await this.#void(envelope, dossierId, code, refused.kind.code);
      throw refused;
    }
  }

  async #void(envelope: Envelope, dossierId: string, code: string, reason: string): Promise<void> {
    const [, ymd = '', number = '0'] = /-(\d{6})-(\d+)$/.exec(code) ?? [];
    const day = `20${ymd.slice(0, 2)}-${ymd.slice(2, 4)}-${ymd.slice(4)}`;
    const subject = registerSubject(envelope.office, day);
    const commandId = derivedId(dossierId, code, 'void');
    const act = this.#act({ ...envelope, commandId }, subject, { name: 'Void', dossierId });
    await this.aggregates.execute(register, act, (state): RegisterEvent[] =>
      state.numbers.has(dossierId)
        ? [{ type: 'NumberVoided', data: { number: Number(number), code, dossierId, reason } }]
        : [],
    );
  }

  async #office({ office, actor }: Envelope): Promise<Office> {
    const state = await this.organisation.current(office);
    if (!actor.startsWith('worker:')) requireLiving(state);
    return state;
  }

  #principal(
    { delegationId, actor }: Envelope,
    office: Office,
    act: string,
    subject: string,
  ): string | undefined {
    return delegationId === undefined
      ? undefined
      : principalOf(office, delegationId, actor, this.clock.now(), { act, area: null, subject });
  }

  #context = (dossierId: string, actor: string, office: Office, now: Date): DossierContext => ({
    dossierId,
    actor,
    now,
    office,
    calendar: this.calendar,
    settings: CLOCK_SETTINGS,
  });

  #act(envelope: Envelope, subject: string, body: object, principal?: string) {
    const { office, actor, commandId, ifMatch, correlationId, causationId, rule } = envelope;
    return {
      office,
      subject,
      commandId,
      digest: digestOf({ subject, actor, ...body }),
      now: this.clock.now(),
      ...(ifMatch === undefined ? {} : { ifMatch }),
      attribution: {
        actor,
        ...(principal === undefined ? {} : { onBehalfOf: principal }),
        ...(correlationId === undefined ? {} : { correlationId }),
        ...(causationId === undefined ? {} : { causationId }),
        ...(rule === undefined ? {} : { rule }),
        meta: originOf(envelope),
      },
    };
  }
}
