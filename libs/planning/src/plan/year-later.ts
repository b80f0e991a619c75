/**
 * A text with the year in it moved on by one, where it names that year and no other: nothing else of it is guessed. A year
 * within a document's number (61/2018/NĐ-CP) is none.
 */
export function yearLater(text: string, year: number): string {
  const named = new Set([...text.matchAll(YEAR)].map(([one]) => Number(one)));
  return named.size === 1 && named.has(year) ? text.replace(YEAR, String(year + 1)) : text;
}

const YEAR = /(?<!\d)(?:19|20|21)\d\d(?!\d|[/-]\p{L})/gu;
