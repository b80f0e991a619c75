import type { AggregateStore, Appended } from '#event-store';
import { dayOf, type Clock, type Envelope } from '#kernel';
import type { Commands } from '#organisation';
import type { Type } from '@nestjs/common';
import { NumberDocument, bookSubject, numberingOf } from './document/document.js';

/** Gives documents their numbers (cấp số văn bản). */
export class Documents {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  bookOf = bookSubject;

  /** Of some documents, those that have no number yet. */
  async unnumbered(office: string, documentIds: readonly string[]): Promise<Set<string>> {
    const done = await this.aggregates.known(office, documentIds.map(numberingOf));
    return new Set(documentIds.filter((id) => !done.has(numberingOf(id))));
  }

  /** Numbers a document in the book of its kind and of the year at hand; once, however often it is asked (R33). */
  number(
    envelope: Envelope,
    document: Omit<NumberDocument, 'year'>,
    at = this.clock.now(),
    command: Type<NumberDocument> = NumberDocument,
  ): Promise<Appended> {
    const { documentId, kind } = document;
    const year = Number(dayOf(at).slice(0, 4));
    return this.commands.send(
      command,
      { ...envelope, commandId: numberingOf(documentId) },
      bookSubject(envelope.office, kind, year),
      { ...document, year },
    );
  }
}
