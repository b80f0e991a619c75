import type { Aggregate } from '#event-store';
import { rememberedId } from '#kernel';
import { Map as Dictionary } from 'immutable';

/** A document that got its number (văn bản, biểu mẫu): what it is, and the act it tells of. */
export interface Numbered {
  documentId: string;
  kind: string;
  year: number;
  number: number;
  /** What it is about, and the version of it that it tells of. */
  about: string;
  aboutVersion: number;
  /** What else it needs to be made, such as the period of a register. */
  details?: Record<string, string>;
}

export type DocumentEvent = { type: 'DocumentNumbered'; data: Numbered };

/** A book of numbers for a kind of document and a year (sổ đăng ký văn bản). */
export interface DocumentBook {
  last: number;
  numbers: Dictionary<string, number>;
}

export const documentBook: Aggregate<DocumentBook, DocumentEvent> = {
  kind: 'document-book',
  initial: { last: 0, numbers: Dictionary() },
  evolve: (state, { data }) => ({
    last: data.number,
    numbers: state.numbers.set(data.documentId, data.number),
  }),
};

export const bookSubject = (office: string, kind: string, year: number): string =>
  rememberedId(office, 'document-book', kind, year);

/** R33: the next number of the kind and year; a document that has one keeps it. */
export function numberDocument(
  { last, numbers }: DocumentBook,
  document: Omit<Numbered, 'number'>,
): DocumentEvent[] {
  if (numbers.has(document.documentId)) return [];
  return [{ type: 'DocumentNumbered', data: { ...document, number: last + 1 } }];
}
