import { bookSubject, documentBook, numberDocument, numberingOf, type DocumentBook } from './document.js';

const receipt = { documentId: 'd1', kind: 'receipt', year: 2025, about: 's', aboutVersion: 3 };
const after = (state: DocumentBook, documentId: string) =>
  numberDocument(state, { ...receipt, documentId }).reduce(
    (book, event) => documentBook.evolve(book, event, new Date(0)),
    state,
  );

describe('R33: a book of numbers', () => {
  it('begins with 1 and leaves none out', () => {
    expect(numberDocument(documentBook.initial, receipt)).toEqual([
      { type: 'DocumentNumbered', data: { ...receipt, number: 1 } },
    ]);
    expect(['d1', 'd2', 'd3'].reduce(after, documentBook.initial)).toEqual({ last: 3 });
  });
  it('goes on from its last event alone, however long it is', () => {
    const [last] = numberDocument({ last: 99_999 }, receipt);
    expect(last && documentBook.evolve(documentBook.initial, last, new Date(0))).toEqual({ last: 100_000 });
  });
  it('is one for each office, kind and year', () => {
    const subjects = [
      bookSubject('xa-1', 'receipt', 2025),
      bookSubject('xa-2', 'receipt', 2025),
      bookSubject('xa-1', 'refusal', 2025),
      bookSubject('xa-1', 'receipt', 2026),
    ];
    expect(new Set(subjects).size).toBe(4);
    expect(bookSubject('xa-1', 'receipt', 2025)).toBe(subjects[0]);
  });
  it('gives a document one number: its act is the document’s own', () => {
    expect(numberingOf('d1')).toBe(numberingOf('d1'));
    expect(numberingOf('d1')).not.toBe(numberingOf('d2'));
  });
});
