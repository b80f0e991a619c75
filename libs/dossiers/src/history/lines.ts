import { logUnreadable } from './log.refusals.js';

const LONGEST_LINE = 1_000_000;

/** Lines of a text that comes in pieces, whichever way they end; refuses `log_unreadable` for one beyond all measure. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    // A return at the end of a piece may be half of a line's end.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + text.slice(whole.length);
    if (rest.length > LONGEST_LINE)
      throw logUnreadable({
        why: 'Có dòng dài hơn một triệu ký tự; tệp không phải CSV, hoặc bị hỏng · A line has more than a million characters; this is no CSV file, or it is damaged',
      });
    yield lines;
  }
  if (rest !== '') yield [rest.replace(/\r$/, '')];
}
