import { MOST_LISTED } from '#kernel/plain';
import type { QualifiedTag, SAXParser, Tag } from 'sax';
import { placesOf, tidied, type LogRow } from './log-row.js';
import { logUnreadable } from './log.refusals.js';
import { COLUMNS, type LogMapping } from './mapping.js';

/** The attributes that XES has with a value (IEEE 1849-2023, 4.2); lists hold others, which say nothing of a dossier. */
const VALUED = new Set(['string', 'date', 'int', 'float', 'boolean', 'id']);
/** So much text without a tag is no log. */
const MOST_UNTAGGED = 2_000_000;

/**
 * The rows of an XES log: each event's attributes by their keys, its trace's with `case:` before them, whatever prefix
 * its namespace has. Attributes of attributes, globals and classifiers say nothing of a dossier.
 */
export async function* xesRows(text: AsyncIterable<string>, mapping: LogMapping): AsyncGenerator<LogRow[]> {
  const { default: sax } = await import('sax'); // only who loads a log needs its parser
  const parser = sax.parser(true, { xmlns: false });
  const reading = new XesReading(parser, placesOf(mapping));
  let fault: Error | undefined;
  parser.onerror = (error) => {
    throw (fault = error);
  };
  try {
    for await (const piece of text) {
      parser.write(piece);
      yield reading.take(piece.length);
    }
    parser.close();
  } catch (error) {
    if (error !== fault) throw error;
    throw notWellFormed(parser);
  }
  yield reading.take(0);
}

const notWellFormed = ({ line }: SAXParser): Error =>
  logUnreadable({
    why: `Tệp XES bị cắt cụt hoặc sai cấu trúc XML ở dòng ${line + 1} · The XES file is cut off, or not well-formed XML, at line ${line + 1}`,
  });

/** What is known at some place of the file. */
class XesReading {
  /** The elements around, outermost first. */
  readonly #around: string[] = [];
  #ofTrace = new Map<string, string>();
  #ofEvent = new Map<string, string>();
  /** Events of the trace under way: what the trace says of itself may stand behind them. */
  #inTrace: { where: string; attributes: Map<string, string> }[] = [];
  #rows: LogRow[] = [];
  #where = '';
  #isOver = false;
  #trace = 0;
  #event = 0;
  #untagged = 0;

  constructor(
    private readonly parser: SAXParser,
    private readonly places: ReadonlyMap<string, readonly number[]>,
  ) {
    parser.onopentag = ({ name, attributes }) => {
      this.#untagged = 0;
      this.#open(name.slice(name.indexOf(':') + 1), attributes);
    };
    parser.onclosetag = () => {
      this.#close();
    };
  }

  /** The rows that are whole by now. */
  take(more: number): LogRow[] {
    this.#untagged += more;
    if (this.#untagged > MOST_UNTAGGED)
      throw logUnreadable({
        why: `Tệp không phải nhật ký XES: sau dòng ${this.parser.line + 1} không còn thẻ nào · No tag follows line ${this.parser.line + 1}`,
      });
    return this.#rows.splice(0);
  }

  #open(name: string, attributes: Tag['attributes'] | QualifiedTag['attributes']): void {
    const parent = this.#around.at(-1);
    // The parser takes a second document in one file for more of the first.
    if (this.#isOver) throw notWellFormed(this.parser);
    if (parent === undefined && name !== 'log')
      throw logUnreadable({
        why: `Tệp XML này không phải nhật ký XES: gốc là <${name.slice(0, 100)}>, không phải <log> · Its root is no <log>`,
      });
    this.#around.push(name);
    if (name === 'trace' && parent === 'log') {
      this.#trace += 1;
      this.#event = 0;
      this.#ofTrace = new Map();
    } else if (name === 'event' && (parent === 'trace' || parent === 'log')) {
      this.#event += 1;
      this.#where = `${this.parser.line + 1} (trace ${parent === 'log' ? '-' : this.#trace}, event ${this.#event})`;
      this.#ofEvent = new Map();
    } else if (VALUED.has(name) && (parent === 'event' || parent === 'trace')) {
      const { key, value } = attributes;
      if (typeof key === 'string' && typeof value === 'string')
        this.#learn(parent, tidied(key), tidied(value));
    }
  }

  #learn(parent: 'event' | 'trace', key: string, value: string): void {
    if (parent === 'event') this.#ofEvent.set(key, value);
    else this.#ofTrace.set(`case:${key}`, value);
  }

  #close(): void {
    const name = this.#around.pop();
    const parent = this.#around.at(-1);
    this.#isOver = parent === undefined;
    if (name === 'event' && (parent === 'trace' || parent === 'log')) {
      this.#inTrace.push({ where: this.#where, attributes: this.#ofEvent });
      if (parent === 'log') this.#ofTrace = new Map();
      if (parent === 'log' || this.#inTrace.length > MOST_LISTED) this.#flush();
    } else if (name === 'trace' && parent === 'log') this.#flush();
  }

  #flush(): void {
    for (const { where, attributes } of this.#inTrace.splice(0)) {
      const cells = new Array<string>(COLUMNS.length).fill('');
      for (const known of [this.#ofTrace, attributes])
        for (const [key, value] of known)
          for (const place of this.places.get(key) ?? []) cells[place] = value;
      this.#rows.push({ where, cells });
    }
  }
}
