import type { Appended, Decision, StoredEvent } from '#event-store';
import { Refusal, dayOf, type Clock, type Envelope } from '#kernel';
import type { Commands, Office, Organisation } from '#organisation';
import type { Entrusted, Facts, FormerFact, Reader, Vault } from '#vault';
import type { Type } from '@nestjs/common';
import {
  CorrectPerson,
  ErasePerson,
  RegisterPerson,
  RetainPerson,
  type ChooseChannels,
} from './person.acts.js';
import type { PersonRecords } from './person-records.js';
import { requireDuty } from './person.js';
import { noDuty } from './person.refusals.js';

/** Who wants to see what, and what for. */
export interface Reading {
  actor: string;
  purpose: string;
}

const FIRST = 1;
/** What nobody knows of a person who did not bring it, or was not told. */
const BROUGHT = ['identityNumber', 'phone'];

/** What was taken into the vault by an act, and where its giver can check that it is unchanged. */
export interface Received extends Appended {
  proof: string;
}

/** The proof page of a stream. What opens the commitment stands behind the #: no browser sends that to a server. */
export const proofPage = (office: string, stream: string, opening: string): string =>
  `/ledger/${encodeURIComponent(office)}/subjects/${stream}#mo=${opening}`;

/** A registration that goes in with the act it is for, or not at all. */
export interface Registration {
  decision: Decision;
  /** Where what was given with it is proved unchanged. */
  proof?: string;
}

/** A person's first event holds what came with it, whatever their stream goes on with in the same act. */
const atFirst = (entrusted: Entrusted): Entrusted => ({
  ...entrusted,
  enclosure: () => entrusted.enclosure(FIRST),
});

/**
 * People whose data the office holds (công dân, tổ chức). Each act is in the trail; what is known of them is in the vault,
 * read only by those with a duty (R34), each reading logged with its purpose.
 */
export class Persons {
  constructor(
    private readonly commands: Commands,
    private readonly records: PersonRecords,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** Registers a person for a unit. The data go in with the act: none are held that nobody answers for. */
  async register(envelope: Envelope, personId: string, unitId: string, facts: Facts): Promise<Received> {
    await this.commands.requireRight(RegisterPerson, envelope, personId);
    return this.#holding(RegisterPerson, envelope, personId, facts, (held) => ({ unitId, ...held }));
  }

  /** A person's first registration, to go in `before` the act that it is for; known already, nothing. */
  async registration(
    envelope: Envelope,
    personId: string,
    unitId: string,
    facts: Facts,
    told?: ChooseChannels,
  ): Promise<Registration> {
    await this.commands.requireRight(RegisterPerson, envelope, personId);
    const names = Object.keys(facts);
    const fields = { unitId, names, told };
    if (names.length === 0)
      return { decision: await this.commands.decisionOf(RegisterPerson, envelope, personId, fields) };
    const entrusted = await this.entrust(envelope, personId, facts);
    const decision = await this.commands.decisionOf(
      RegisterPerson,
      { ...envelope, entrusted: atFirst(entrusted) },
      personId,
      {
        ...fields,
        commitment: entrusted.commitment,
      },
    );
    return { decision, proof: proofPage(envelope.office, personId, entrusted.opening(FIRST)) };
  }

  /** What opens the commitment to what a person gave as they were registered; nothing where that was before commitments. */
  async openingOf(registered: StoredEvent | undefined): Promise<string | undefined> {
    if (registered?.data.commitment === undefined) return undefined;
    const { office, subject, version, commandId } = registered;
    const act = { personId: subject, actId: commandId };
    return this.vault.contents.openingOf(act, { office, subject, version });
  }

  /** Puts what a person said into the vault as part of an act on whatever stream; refuses `person_erased`. */
  entrust({ office, commandId }: Envelope, personId: string, words: Facts): Promise<Entrusted> {
    return this.vault.contents.entrust(office, personId, commandId, words);
  }

  /** Corrects facts: a version of their own, those before stay readable to whoever has the duty. */
  async correct(envelope: Envelope, personId: string, facts: Facts): Promise<Received> {
    await this.commands.requireMay(CorrectPerson, envelope, personId);
    return this.#holding(CorrectPerson, envelope, personId, facts, (held) => held);
  }

  /** An act with which facts go into the vault, committed to by its event. */
  async #holding<F extends object>(
    command: Type<F>,
    envelope: Envelope,
    personId: string,
    facts: Facts,
    fieldsOf: (held: { names: string[]; commitment: string }) => F,
  ): Promise<Received> {
    const entrusted = await this.entrust(envelope, personId, facts);
    const fields = fieldsOf({ names: Object.keys(facts), commitment: entrusted.commitment });
    const done = await this.commands.send(command, { ...envelope, entrusted }, personId, fields);
    return { ...done, proof: proofPage(envelope.office, personId, entrusted.opening(done.version)) };
  }

  /** Says until when the law keeps the record. */
  retain(envelope: Envelope, personId: string, command: RetainPerson): Promise<Appended> {
    const { office, commandId } = envelope;
    const entrusted = this.vault.retaining(office, personId, commandId, command.until, command.why);
    return this.commands.send(RetainPerson, { ...envelope, entrusted }, personId, command);
  }

  /** Destroys the person's key; refuses `retention_running`. The trail stays whole, and knows them by an id alone. */
  async erase(envelope: Envelope, personId: string, command: ErasePerson): Promise<Appended> {
    const now = this.clock.now();
    await this.commands.requireRight(ErasePerson, envelope, personId);
    await this.vault.requireErasable(envelope.office, personId, dayOf(now));
    const { office, commandId } = envelope;
    const entrusted = this.vault.erasing(office, personId, commandId, dayOf(now), now);
    const done = await this.commands.send(ErasePerson, { ...envelope, entrusted }, personId, command);
    // Before the two were one act, a crash could leave a key behind its erasure.
    if (done.written === 0) await this.vault.erase(office, personId, dayOf(now), now);
    return done;
  }

  async read(office: string, personId: string, names: string[], reading: Reading): Promise<Facts> {
    await this.requireDuty(office, personId, reading.actor);
    return this.vault.read(office, personId, names, this.#reader(reading));
  }

  /** Refuses `no_duty` to whoever has none in a person's data (R34). */
  async requireDuty(office: string, personId: string, actor: string): Promise<void> {
    const state = await this.organisation.current(office);
    if (!(await this.#hasDuty(office, personId, actor, state))) throw noDuty();
  }

  /**
   * Duty is given, not taken (R34): whoever opens something for a person has a duty in them already, or is shown a number
   * of theirs by the person. Refuses `no_duty`.
   */
  async requireDutyOrBrought(
    office: string,
    personId: string,
    brought: Facts | undefined,
    reading: Reading,
  ): Promise<void> {
    const state = await this.organisation.current(office);
    if (await this.#hasDuty(office, personId, reading.actor, state)) return;
    for (const name of BROUGHT) {
      const value = brought?.[name];
      if (value === undefined) continue;
      const isTheirs = (ids: string[]) => Promise.resolve(ids.filter((id) => id === personId));
      if ((await this.vault.find(office, name, value, this.#reader(reading), isTheirs)).length > 0) return;
    }
    throw noDuty();
  }

  /** The people with this phone, identity number or e-mail, however it is spelt, in whose data the asker has a duty. */
  async find(office: string, name: string, value: string, reading: Reading): Promise<string[]> {
    const state = await this.organisation.current(office);
    const isTheirs = async (personIds: string[]) => {
      const mine = await Promise.all(
        personIds.map(async (personId) =>
          (await this.#hasDuty(office, personId, reading.actor, state)) ? [personId] : [],
        ),
      );
      return mine.flat();
    };
    return this.vault.find(office, name, value, this.#reader(reading), isTheirs);
  }

  /** What was corrected since, for whoever has the duty. */
  async formerly(office: string, personId: string, reading: Reading): Promise<FormerFact[]> {
    await this.requireDuty(office, personId, reading.actor);
    return this.vault.contents.formerly(office, personId, this.#reader(reading));
  }

  /** All that is held on a person, with who has read it. */
  async exportOf(
    office: string,
    personId: string,
    reading: Reading,
  ): Promise<{ facts: Facts; readings: Reader[] }> {
    await this.requireDuty(office, personId, reading.actor);
    return this.vault.exportOf(office, personId, this.#reader(reading));
  }

  now(): Date {
    return this.clock.now();
  }

  #reader = ({ actor, purpose }: Reading): Reader => ({ reader: actor, purpose, at: this.clock.now() });

  async #hasDuty(office: string, personId: string, actor: string, organisation: Office): Promise<boolean> {
    const state = await this.records.of(office, personId);
    try {
      requireDuty(state, organisation, actor, dayOf(this.clock.now()));
      return true;
    } catch (refused) {
      if (refused instanceof Refusal) return false;
      throw refused;
    }
  }
}
