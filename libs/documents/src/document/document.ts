import type { Aggregate } from '#event-store';
import { derivedId, rememberedId } from '#kernel';

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

/** A book of numbers for a kind of document and a year (sổ đăng ký văn bản), as far as the next number needs it. */
export interface DocumentBook {
  last: number;
}

export const documentBook: Aggregate<DocumentBook, DocumentEvent> = {
  kind: 'document-book',
  initial: { last: 0 },
  evolve: (_, { data }) => ({ last: data.number }),
  fromLastEvent: true,
};

export const bookSubject = (office: string, kind: string, year: number): string =>
  rememberedId(office, 'document-book', kind, year);

/** The act that numbers a document: one for each document, so that it is numbered once (R35). */
export const numberingOf = (documentId: string): string => derivedId(documentId, 'number');

/** Gives a document its number (cấp số văn bản). */
export class NumberDocument implements Omit<Numbered, 'number'> {
  documentId!: string;
  kind!: string;
  year!: number;
  about!: string;
  aboutVersion!: number;
  details?: Record<string, string>;
}

/** Prints the register of a period, under a number of its own. */
export class PrintRegister extends NumberDocument {}

/** R33: the next number of the kind and year. */
export const numberDocument = ({ last }: DocumentBook, document: NumberDocument): DocumentEvent[] => [
  { type: 'DocumentNumbered', data: { ...document, number: last + 1 } },
];
