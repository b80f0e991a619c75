import type { DueInstant } from '#deadline';
import { decision, type Appended } from '#event-store';
import { dayOf, derivedId, type Envelope } from '#kernel';
import { dossier } from './dossier/dossier.js';
import { receiveDossier, type ReceiveDossier } from './dossier/reception.js';
import { DossierActs } from './dossiers.service.js';
import { dossierCode, numberFor, register, registerSubject } from './register/register.js';

/** Receives dossiers, each under the next number of the day's register (R19). */
export class Receptions extends DossierActs {
  /**
   * Receives a dossier under a number: both go in at once or neither does, so no number is lost, and none is dealt twice,
   * however many desks and processes receive. `begins`: the dossier is new, and need not be looked for.
   */
  async receive(
    envelope: Envelope,
    dossierId: string,
    command: ReceiveDossier,
    applicantId: string,
    begins = false,
  ): Promise<Appended & { code: string; due: DueInstant }> {
    const name = 'ReceiveDossier';
    const office = await this.living(envelope);
    const principal = this.principal(envelope, office, name, dossierId);
    const actor = principal ?? envelope.actor;
    this.authorisation.require(office, actor, name);
    const known = await this.catalogue(envelope.office);
    const act = this.act(envelope, dossierId, { name, command, applicantId }, principal);
    const context = this.context(dossierId, actor, office, act.now);
    const day = dayOf(act.now);
    const subject = registerSubject(envelope.office, day);
    const entering = { ...envelope, commandId: derivedId(envelope.commandId, 'number') };
    let code = '';
    const received = await this.aggregates.execute(
      dossier,
      { ...act, begins },
      (state) => receiveDossier(state, command, { code, applicantId, catalogue: known }, context),
      decision(
        register,
        { ...this.act(entering, subject, { name: 'Register', dossierId }), now: act.now },
        (state) => {
          const entry = numberFor(state, dossierId, (n) => dossierCode(office.agencyCode, day, n));
          code = entry.code;
          return entry.events;
        },
      ),
    );
    const { work } = await this.aggregates.loadAfter(dossier, envelope.office, dossierId, received.version);
    return { ...received, code: work?.code ?? code, due: work ?? { due: null } };
  }
}
