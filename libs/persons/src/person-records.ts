import type { AggregateStore } from '#event-store';
import type { Language } from '#kernel';
import { person, type RegisteredPerson, type ToldAs } from './person.js';

/** What the trail keeps of people: who has a duty in their data, how they are told. The data themselves are not here. */
export class PersonRecords {
  constructor(private readonly aggregates: AggregateStore) {}

  async of(office: string, personId: string): Promise<RegisteredPerson> {
    return (await this.aggregates.load(person, office, personId)).state;
  }

  /** Reads many people's records with one query. */
  warm(office: string, people: string[]): Promise<void> {
    return this.aggregates.warm(person, office, people);
  }

  /** How people want to be told, in order of preference, and of what; those who were erased are not there. */
  async toldAs(office: string, people: string[]): Promise<Map<string, ToldAs>> {
    await this.warm(office, people);
    const all = await Promise.all(people.map(async (id) => [id, await this.of(office, id)] as const));
    return new Map(all.filter(([, { status }]) => status === 'registered'));
  }

  async languageOf(office: string, personId: string): Promise<Language> {
    return (await this.of(office, personId)).language;
  }
}
