/** A piece of text that two versions share, or that only one of them has. */
export interface Piece {
  of: 'both' | 'first' | 'second';
  text: string;
}

const wordsOf = (text: string): string[] => text.match(/^\s+|\S+\s*/gu) ?? [];

/** So many pairs of words are compared at most; longer texts that differ throughout are shown one after the other. */
const MOST_PAIRS = 4_000_000;

/** Two versions of a text word by word: what both have, what only the first has, what only the second has. */
export function difference(first: string, second: string): Piece[] {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const pieces = [
    { of: 'both' as const, text: a.slice(0, start).join('') },
    ...between(a.slice(start, endA), b.slice(start, endB)),
    { of: 'both' as const, text: a.slice(endA).join('') },
  ];
  return joined(pieces.filter(({ text }) => text !== ''));
}

/** By their longest common sequence of words. */
function between(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > MOST_PAIRS)
    return [
      { of: 'first', text: a.join('') },
      { of: 'second', text: b.join('') },
    ];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [wordA, wordB] = [a[i], b[j]];
    if (wordA !== undefined && wordA === wordB) {
      pieces.push({ of: 'both', text: wordA });
      [i, j] = [i + 1, j + 1];
    } else if (wordA !== undefined && (wordB === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ of: 'first', text: wordA });
      i += 1;
    } else {
      pieces.push({ of: 'second', text: wordB ?? '' });
      j += 1;
    }
  }
  return pieces;
}

const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((all, { of, text }) => {
    const last = all.at(-1);
    return last?.of === of ? [...all.slice(0, -1), { of, text: last.text + text }] : [...all, { of, text }];
  }, []);
