import type { Act, Appended, StoredEvent } from '#event-store';
import { Refusal, conflict, dayOf, derivedId, type Envelope } from '#kernel';
import type { Office } from '#organisation';
import { dossier, type Dossier } from './dossier/dossier.js';
import type { DossierEvent } from './dossier/dossier.events.js';
import { receiveDossier, type ReceiveDossier } from './dossier/reception.js';
import { DossierActs } from './dossiers.service.js';
import {
  dossierCode,
  register,
  registerSubject,
  type RegisterEvent,
  type Registered,
} from './register/register.js';

/** Receives dossiers, each under the next number of the day's register (R19). */
export class Receptions extends DossierActs {
  /**
   * Receives a dossier. First it is seen whether it can be received at all, then the register gives it a number and it is
   * received under it. Where that took two commits, a crash in between leaves what the register holds to be finished by a
   * worker.
   */
  async receive(
    envelope: Envelope,
    dossierId: string,
    command: ReceiveDossier,
    applicantId: string,
    begins = false,
  ): Promise<Appended & { code: string; due: string }> {
    const name = 'ReceiveDossier';
    const office = await this.living(envelope);
    const principal = this.principal(envelope, office, name, dossierId);
    const actor = principal ?? envelope.actor;
    this.authorisation.require(office, actor, name);
    const known = await this.catalogue(envelope.office);
    const act = this.act(envelope, dossierId, { name, command, applicantId }, principal);
    const context = this.context(dossierId, actor, office, act.now);
    const decide = (code: string) => (state: Dossier) =>
      receiveDossier(state, command, { code, applicantId, catalogue: known }, context);
    const before = begins
      ? dossier.initial
      : (await this.aggregates.load(dossier, envelope.office, dossierId)).state;
    if (!before.work) decide('')(before);
    const ownCode = before.work?.code;
    const { code, received } =
      ownCode === undefined
        ? await this.#receiveUnderNumber(
            envelope,
            office,
            { dossierId, applicantId, command },
            act,
            begins,
            decide,
          )
        : { code: ownCode, received: await this.aggregates.execute(dossier, act, decide(ownCode)) };
    const { state } = await this.aggregates.load(dossier, envelope.office, dossierId);
    return { ...received, code, due: state.work?.due ?? '' };
  }

  /** What a crash left between the register and the dossier; nothing where it was finished. */
  async finishReception(
    office: string,
    by: Pick<StoredEvent, 'actor' | 'onBehalfOf' | 'recordedAt'>,
    { code, dossierId, receptionId, applicantId, command }: Registered,
  ): Promise<void> {
    const state = (await this.load(office, dossierId)).state;
    if (state.work) return;
    const known = await this.catalogue(office);
    const envelope: Envelope = { office, actor: by.actor, commandId: receptionId };
    const organisation = await this.organisation.current(office);
    const context = this.context(dossierId, by.onBehalfOf ?? by.actor, organisation, by.recordedAt);
    const act = {
      ...this.act(
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

  /**
   * Takes the dossier's number of the day, and receives it under it: both in one commit, in which the dossier goes in only
   * if its number does. The same dossier has the number it was given.
   */
  async #receiveUnderNumber(
    envelope: Envelope,
    { agencyCode }: Office,
    taken: Pick<Registered, 'dossierId' | 'applicantId' | 'command'>,
    act: Act,
    begins: boolean,
    decide: (code: string) => (state: Dossier) => DossierEvent[],
  ): Promise<{ code: string; received: Appended }> {
    const { dossierId } = taken;
    const day = dayOf(act.now);
    const codeOf = (number: number) => dossierCode(agencyCode, day, number);
    const subject = registerSubject(envelope.office, day);
    const commandId = derivedId(envelope.commandId, 'number');
    let along: { code: string; received: Promise<Appended> } | undefined;
    let code = '';
    const registered = await this.aggregates.execute(
      register,
      {
        ...this.act({ ...envelope, commandId }, subject, { name: 'Register', dossierId }),
        now: act.now,
        submitted: (lineage) => {
          const received = this.aggregates.execute(dossier, { ...act, begins, after: lineage }, decide(code));
          received.catch(() => undefined); // heard of below, where the number has gone in
          along = { code, received };
        },
      },
      (state): RegisterEvent[] => {
        const known = state.numbers.get(dossierId);
        code = codeOf(known ?? state.last + 1);
        if (known !== undefined) return [];
        const number = state.last + 1;
        return [
          { type: 'DossierRegistered', data: { ...taken, number, code, receptionId: envelope.commandId } },
        ];
      },
    );
    const went = registered.written > 0 && along?.code === code ? along.received : undefined;
    if (!went) code = codeOf(await this.#numberOf(envelope.office, subject, dossierId));
    const receive = () => went ?? this.aggregates.execute(dossier, { ...act, begins }, decide(code));
    return { code, received: await this.#finish(envelope, dossierId, code, receive) };
  }

  async #numberOf(office: string, subject: string, dossierId: string): Promise<number> {
    const { state } = await this.aggregates.load(register, office, subject, { fresh: true });
    const number = state.numbers.get(dossierId);
    if (number === undefined) throw conflict();
    return number;
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
    const act = this.act({ ...envelope, commandId }, subject, { name: 'Void', dossierId });
    await this.aggregates.execute(register, act, (state): RegisterEvent[] =>
      state.numbers.has(dossierId)
        ? [{ type: 'NumberVoided', data: { number: Number(number), code, dossierId, reason } }]
        : [],
    );
  }
}
