import {
  actOf,
  decision,
  type AggregateStore,
  type Appended,
  type Decision,
  type StoredEvent,
} from '#event-store';
import { Refusal, dayOf, type Clock, type Day, type Envelope } from '#kernel';
import { APPLICANT, type Authorisation, type Office, type Organisation } from '#organisation';
import type { Entrusted, Facts, FormerFact, FileSeen, FileStore, NewFile, Reader, Vault } from '#vault';
import { beginPerson, existing, person, registerPerson, requireDuty, type Told } from './person.js';
import { PersonRecords } from './person-records.js';
import { noDuty } from './person.refusals.js';

/** Who wants to see what, and what for. */
export interface Reading {
  actor: string;
  purpose: string;
}

const FIRST = 1;
/** What nobody knows of a person who did not bring it, or was not told. */
const BROUGHT = ['identityNumber', 'phone'];

/** A file that was kept, and where its giver can check that it is unchanged. */
export interface KeptFile extends FileSeen {
  proof: string;
}

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

/**
 * People whose data the office holds (công dân, tổ chức). Each act is in the trail; what is known of them is in the vault,
 * read only by those with a duty (R34), each reading logged with its purpose.
 */
export class Persons extends PersonRecords {
  constructor(
    aggregates: AggregateStore,
    organisation: Organisation,
    authorisation: Authorisation,
    clock: Clock,
    private readonly vault: Vault,
    private readonly files: FileStore,
  ) {
    super(aggregates, organisation, authorisation, clock);
  }

  /** Registers a person for a unit. The data go in with the act: none are held that nobody answers for. */
  async register(envelope: Envelope, personId: string, unitId: string, facts: Facts): Promise<Received> {
    await this.#mayAct(envelope, 'RegisterPerson');
    const entrusted = await this.entrust(envelope, personId, facts);
    const { commitment } = entrusted;
    const command = { unitId, names: Object.keys(facts), commitment };
    const done = await this.act({ ...envelope, entrusted }, personId, 'RegisterPerson', command, (state) =>
      registerPerson(state, unitId, { commitment }),
    );
    return { ...done, proof: proofPage(envelope.office, personId, entrusted.opening(done.version)) };
  }

  /** A person's first registration, to go in `before` the act that it is for; known already, nothing. */
  async registration(
    envelope: Envelope,
    personId: string,
    unitId: string,
    facts: Facts,
    told?: Told,
  ): Promise<Registration> {
    const { office } = envelope;
    await this.#mayAct(envelope, 'RegisterPerson');
    const entrusted =
      Object.keys(facts).length === 0 ? undefined : await this.entrust(envelope, personId, facts);
    const commitment = entrusted?.commitment;
    const body = { act: 'RegisterPerson', command: { unitId, names: Object.keys(facts), commitment, told } };
    const act = actOf(envelope, { subject: personId, body, now: this.clock.now() });
    return {
      decision: decision(
        person,
        { ...act, begins: true, ...(entrusted ? { enclosure: () => entrusted.enclosure(FIRST) } : {}) },
        (state) => beginPerson(state, unitId, commitment === undefined ? {} : { commitment }, told),
      ),
      ...(entrusted ? { proof: proofPage(office, personId, entrusted.opening(FIRST)) } : {}),
    };
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
    await this.#mayAct(envelope, 'CorrectPerson');
    await this.#requireThere(envelope.office, personId);
    const entrusted = await this.entrust(envelope, personId, facts);
    const { commitment } = entrusted;
    const names = Object.keys(facts);
    const done = await this.act(
      { ...envelope, entrusted },
      personId,
      'CorrectPerson',
      { names, commitment },
      (state, office) => {
        // Whoever corrects what is their own has shown a secret that nobody else has.
        if (envelope.actor !== APPLICANT) requireDuty(existing(state), office, envelope.actor);
        return [{ type: 'PersonCorrected', data: { facts: names, commitment } }];
      },
    );
    return { ...done, proof: proofPage(envelope.office, personId, entrusted.opening(done.version)) };
  }

  /** Keeps a file about a person (nhận tệp): the trail says that it came, and is committed to what it was. */
  async keepFile(
    envelope: Envelope,
    personId: string,
    { fileId, name, bytes, at }: Pick<NewFile, 'fileId' | 'name' | 'bytes' | 'at'>,
  ): Promise<KeptFile> {
    const { office, actor, commandId } = envelope;
    await this.#mayAct(envelope, 'KeepFile');
    await this.#requireThere(office, personId);
    await this.#requireDuty(office, personId, actor); // before bytes are laid down for it
    const examined = await this.files.examine(name, bytes);
    const laidDown = { fileId, name, bytes, personId, by: actor, at, act: commandId };
    const seen = await this.files.layDown(office, laidDown, examined);
    const entrusted = await this.vault.contents.entrustFile(office, personId, commandId, seen);
    const { commitment } = entrusted;
    const command = { fileId, commitment };
    const { version } = await this.act(
      { ...envelope, entrusted },
      personId,
      'KeepFile',
      command,
      (state, standing) => {
        requireDuty(existing(state), standing, actor);
        return [{ type: 'FileKept', data: { fileId, commitment } }];
      },
    );
    return { ...seen, proof: proofPage(office, personId, entrusted.opening(version)) };
  }

  /** Asked before anything is made for an act: no key is made for one that nobody may do. */
  async #mayAct({ office, actor }: Envelope, act: string): Promise<void> {
    this.authorisation.require(await this.organisation.current(office), actor, act);
  }

  async #requireThere(office: string, personId: string): Promise<void> {
    existing((await this.aggregates.load(person, office, personId)).state);
  }

  /** Says until when the law keeps the record. */
  async retain(envelope: Envelope, personId: string, until: Day, why: string): Promise<Appended> {
    const done = await this.act(envelope, personId, 'RetainPerson', { until, why }, (state, office) => {
      requireDuty(existing(state), office, envelope.actor);
      return [{ type: 'PersonRetained', data: { until, why } }];
    });
    await this.vault.retain(envelope.office, personId, until, why);
    return done;
  }

  /** Destroys the person's key; refuses `retention_running`. The trail stays whole, and knows them by an id alone. */
  async erase(envelope: Envelope, personId: string, reason: string): Promise<Appended> {
    const now = this.clock.now();
    await this.vault.requireErasable(envelope.office, personId, dayOf(now));
    const done = await this.act(envelope, personId, 'ErasePerson', { reason }, (state) =>
      state.status === 'erased' ? [] : (existing(state), [{ type: 'PersonErased', data: { reason } }]),
    );
    await this.vault.erase(envelope.office, personId, dayOf(now), now);
    return done;
  }

  async read(office: string, personId: string, names: string[], reading: Reading): Promise<Facts> {
    await this.#requireDuty(office, personId, reading.actor);
    return this.vault.read(office, personId, names, this.#reader(reading));
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
      if ((await this.vault.find(office, name, value, this.#reader(reading))).includes(personId)) return;
    }
    throw noDuty();
  }

  /** The people with exactly this phone or identity number in whose data the asker has a duty. */
  async find(office: string, name: string, value: string, reading: Reading): Promise<string[]> {
    const found = await this.vault.find(office, name, value, this.#reader(reading));
    const state = await this.organisation.current(office);
    const mine = await Promise.all(
      found.map(async (personId) =>
        (await this.#hasDuty(office, personId, reading.actor, state)) ? [personId] : [],
      ),
    );
    return mine.flat();
  }

  /** What was corrected since, for whoever has the duty. */
  async formerly(office: string, personId: string, reading: Reading): Promise<FormerFact[]> {
    await this.#requireDuty(office, personId, reading.actor);
    return this.vault.contents.formerly(office, personId, this.#reader(reading));
  }

  /** All that is held on a person, with who has read it. */
  async exportOf(
    office: string,
    personId: string,
    reading: Reading,
  ): Promise<{ facts: Facts; readings: Reader[] }> {
    await this.#requireDuty(office, personId, reading.actor);
    return this.vault.exportOf(office, personId, this.#reader(reading));
  }

  /** A file, to those with a duty in the person it is about, or its sender where it is about nobody. */
  async file(office: string, fileId: string, reading: Reading) {
    const { personId } = await this.files.describe(office, fileId);
    if (personId !== null) await this.#requireDuty(office, personId, reading.actor);
    return this.files.read(office, fileId, this.#reader(reading));
  }

  now(): Date {
    return this.clock.now();
  }

  #reader = ({ actor, purpose }: Reading): Reader => ({ reader: actor, purpose, at: this.clock.now() });

  async #requireDuty(office: string, personId: string, actor: string): Promise<void> {
    const state = await this.organisation.current(office);
    if (!(await this.#hasDuty(office, personId, actor, state))) throw noDuty();
  }

  async #hasDuty(office: string, personId: string, actor: string, organisation: Office): Promise<boolean> {
    const { state } = await this.aggregates.load(person, office, personId);
    try {
      requireDuty(state, organisation, actor);
      return true;
    } catch (refused) {
      if (refused instanceof Refusal) return false;
      throw refused;
    }
  }
}
