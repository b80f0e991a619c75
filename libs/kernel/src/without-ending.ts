/**
 * A text without those characters at its end that `isDropped` (a pattern of one character) knows. A pattern that ends in
 * `+$` does the same, but tries anew at each character of a long run: its time grows with the square of the length.
 */
export function withoutEnding(text: string, isDropped: RegExp): string {
  let end = text.length;
  while (end > 0 && isDropped.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
