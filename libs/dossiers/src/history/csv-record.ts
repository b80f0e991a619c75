/** Why some lines are no record: a quote is still open at their end, or stands where none may. */
export type NoRecord = 'open' | 'malformed';

/**
 * The cells of one record (RFC 4180); blanks around quotes are passed over. The libraries that read whole files go on
 * from a stray quote to the end of the file; here whoever asks decides where to go on.
 */
export function recordOf(text: string, delimiter: string): string[] | NoRecord {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    const quote = afterBlanks(text, at);
    if (text[quote] === '"') {
      const quoted = quotedFrom(text, quote + 1);
      if (quoted === undefined) return 'open';
      cells.push(quoted.value);
      at = afterBlanks(text, quoted.end);
      if (at < text.length && text[at] !== delimiter) return 'malformed';
    } else {
      const end = text.indexOf(delimiter, at);
      const plain = text.slice(at, end < 0 ? undefined : end);
      if (plain.includes('"')) return 'malformed';
      cells.push(plain);
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return cells;
  }
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

function quotedFrom(text: string, from: number): { value: string; end: number } | undefined {
  let value = '';
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    if (text[quote + 1] !== '"') return { value: value + text.slice(at, quote), end: quote + 1 };
    value += text.slice(at, quote + 1);
    at = quote + 2;
  }
}
