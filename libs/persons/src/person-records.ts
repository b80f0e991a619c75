import { actOf, type AggregateStore, type Appended } from '#event-store';
import type { Clock, Envelope, Language } from '#kernel';
import { APPLICANT, type Authorisation, type Office, type Organisation } from '#organisation';
import {
  chooseChannels,
  existing,
  person,
  registerPerson,
  requireDuty,
  type MessageChannel,
  type PersonEvent,
  type RegisteredPerson,
} from './person.js';

/** What the trail keeps of people: who has a duty in their data. The data themselves are not here. */
export class PersonRecords {
  constructor(
    protected readonly aggregates: AggregateStore,
    protected readonly organisation: Organisation,
    protected readonly authorisation: Authorisation,
    protected readonly clock: Clock,
  ) {}

  /** A person who came along with an office that ended: the unit there has the duty now; known already, nothing. */
  arrive(envelope: Envelope, personId: string, unitId: string): Promise<Appended> {
    return this.act(envelope, personId, 'ArrivePerson', { unitId }, (state) =>
      state.status === 'none' ? registerPerson(state, unitId) : [],
    );
  }

  /** Gives another unit a duty in the person's data, with the reason. */
  share(envelope: Envelope, personId: string, unitId: string, reason: string): Promise<Appended> {
    return this.act(envelope, personId, 'SharePerson', { unitId, reason }, (state, office) => {
      if (!envelope.actor.startsWith('worker:')) requireDuty(existing(state), office, envelope.actor);
      return state.units.has(unitId) ? [] : [{ type: 'PersonShared', data: { unitId, reason } }];
    });
  }

  /** Whoever was erased since a backup was made is erased in what was restored from it. */
  eraseAgain(envelope: Envelope, personId: string, reason: string): Promise<Appended> {
    const act = actOf(envelope, {
      subject: personId,
      body: { act: 'EraseAgain', reason },
      now: this.clock.now(),
    });
    return this.aggregates.execute(person, act, ({ status }): PersonEvent[] =>
      status === 'registered' ? [{ type: 'PersonErased', data: { reason } }] : [],
    );
  }

  /** Reads many people's records with one query. */
  warm(office: string, people: string[]): Promise<void> {
    return this.aggregates.warm(person, office, people);
  }

  /** How people want to be told, in order of preference; nobody who was erased. */
  async channelsOf(office: string, people: string[]): Promise<Map<string, readonly MessageChannel[]>> {
    await this.warm(office, people);
    const all = await Promise.all(
      people.map(async (id) => {
        const { state } = await this.aggregates.load(person, office, id);
        return [id, state.status === 'registered' ? state.channels : []] as const;
      }),
    );
    return new Map(all);
  }

  async languageOf(office: string, personId: string): Promise<Language> {
    return (await this.aggregates.load(person, office, personId)).state.language;
  }

  /** An official with a duty in the person chooses for them at the desk; the person themselves, for themselves. */
  chooseChannels(
    envelope: Envelope,
    personId: string,
    channels: readonly MessageChannel[],
    language?: Language,
  ): Promise<Appended> {
    return this.act(envelope, personId, 'ChooseChannels', { channels, language }, (state, office) => {
      if (envelope.actor !== APPLICANT) requireDuty(existing(state), office, envelope.actor);
      return chooseChannels(state, channels, language);
    });
  }

  protected async act(
    envelope: Envelope,
    personId: string,
    act: string,
    command: object,
    decide: (state: RegisteredPerson, office: Office) => PersonEvent[],
  ): Promise<Appended> {
    const organisation = await this.organisation.current(envelope.office);
    this.authorisation.require(organisation, envelope.actor, act);
    return this.aggregates.execute(
      person,
      actOf(envelope, { subject: personId, body: { act, command }, now: this.clock.now() }),
      (state) => decide(state, organisation),
    );
  }
}
