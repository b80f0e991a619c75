import { actOf, type AggregateStore, type Appended } from '#event-store';
import { dayOf, type Clock, type Envelope } from '#kernel';
import type { Authorisation, Organisation } from '#organisation';
import {
  bookSubject,
  documentBook,
  numberDocument,
  numberingOf,
  type Numbered,
} from './document/document.js';

/** Gives documents their numbers (cấp số văn bản). */
export class Documents {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly organisation: Organisation,
    private readonly authorisation: Authorisation,
    private readonly clock: Clock,
  ) {}

  bookOf = bookSubject;

  /** Of some documents, those that have no number yet. */
  async unnumbered(office: string, documentIds: readonly string[]): Promise<Set<string>> {
    const done = await this.aggregates.known(office, documentIds.map(numberingOf));
    return new Set(documentIds.filter((id) => !done.has(numberingOf(id))));
  }

  /** Numbers a document in the book of its kind and of the year at hand; once, however often it is asked (R33). */
  async number(
    envelope: Envelope,
    document: Omit<Numbered, 'number' | 'year'>,
    at = this.clock.now(),
    name = 'NumberDocument',
  ): Promise<Appended> {
    const { office, actor } = envelope;
    this.authorisation.require(await this.organisation.current(office), actor, name);
    const { documentId, kind, details } = document;
    const year = Number(dayOf(at).slice(0, 4));
    const act = actOf(
      { ...envelope, commandId: numberingOf(documentId) },
      {
        subject: bookSubject(office, kind, year),
        body: { name, documentId, details },
        now: this.clock.now(),
      },
    );
    return this.aggregates.execute(documentBook, act, (state) =>
      numberDocument(state, { ...document, year }),
    );
  }
}
