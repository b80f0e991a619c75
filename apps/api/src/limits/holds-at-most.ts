const DEEPEST = 12;

/** Whether a JSON value is no deeper than twelve levels and its objects and lists have at most `values` members together. */
export function holdsAtMost(given: unknown, values: number): boolean {
  let left = values;
  let level: unknown[] = [given];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      const members: unknown[] = Array.isArray(one) ? one : Object.values(one);
      left -= members.length;
      if (left < 0) return false;
      next.push(...members);
    }
    level = next;
  }
  return true;
}

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * The same of a JSON text, as far as it can be told by its commas and brackets: before it is parsed, since parsing two
 * megabytes of names takes a third of a second. What is no JSON is for the parser to refuse.
 */
export function textHoldsAtMost(text: Buffer, values: number): boolean {
  let [left, depth] = [values, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? 0;
    if (sign === QUOTE) {
      at = endOfString(text, at);
      if (at < 0) return true;
    } else if (sign === COMMA) {
      left -= 1;
      if (left <= 0) return false;
    } else if (OPENING.has(sign)) {
      depth += 1;
      if (depth > DEEPEST + 1) return false;
    } else if (CLOSING.has(sign)) depth -= 1;
  }
  return true;
}

/** Where a string that begins there ends; -1 where it does not. */
function endOfString(text: Buffer, begins: number): number {
  for (let at = text.indexOf(QUOTE, begins + 1); at >= 0; at = text.indexOf(QUOTE, at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
  return -1;
}
