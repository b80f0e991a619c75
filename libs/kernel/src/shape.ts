import * as v from 'valibot';
import {
  DAY_LENGTH,
  INSTANT_LENGTH,
  LONGEST_CODE,
  LONGEST_NAME,
  LONGEST_PROSE,
  MOST_DONG,
  MOST_LISTED,
  MOST_PARTS,
  PLAIN,
  UUID_LENGTH,
} from './limits.js';

// What routes answer with (hình dạng câu trả lời): one declaration is the type, what a handler is held to by the compiler,
// and the API's description. Nothing is checked by it while the service runs.

export type Shape<T = unknown> = v.GenericSchema<unknown, T>;
/** The type of a shape's values. */
export type Of<S extends Shape> = v.InferOutput<S>;

/** The type of an object with such parts. */
export type OfParts<E extends Readonly<v.ObjectEntries>> = { [K in keyof E]: v.InferOutput<E[K]> };

/** The shapes that clients know by a name. */
export const NAMED: Record<string, Shape> = {};

/** A text of at most so many characters. */
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(PLAIN));
/** A title, a name, a line. */
export const line = text(LONGEST_NAME);
/** A number, code or word of a list that may grow. */
export const code = text(LONGEST_CODE);
/** What somebody wrote, of several pages. */
export const prose = text(LONGEST_PROSE);
/** A text of a fixed form. */
export const coded = (form: RegExp, most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(form));
/** A proof, a key, a token: what no person reads. */
export const opaque = (most = LONGEST_PROSE) => coded(/^[\x21-\x7e]*$/, most);
export const base64 = coded(/^[A-Za-z0-9+/]*={0,2}$/, LONGEST_PROSE);
/** The SHA-256 of a file, in hexadecimal. */
export const fileHash = coded(/^[0-9a-f]{64}$/, 64);

export const id = v.pipe(v.string(), v.maxLength(UUID_LENGTH), v.uuid());
/** A calendar day, yyyy-MM-dd. */
export const day = v.pipe(v.string(), v.maxLength(DAY_LENGTH), v.isoDate());
/** An instant, ISO 8601 with offset. */
export const instant = v.pipe(v.string(), v.maxLength(INSTANT_LENGTH), v.isoTimestamp());

export const flag = v.boolean();
export const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
/** How many there are of something. */
export const count = whole(0, 2_147_483_647);
/** The version of a stream. */
export const version = whole(0, 2_147_483_647);
/** A position in the log. */
export const position = whole(0, Number.MAX_SAFE_INTEGER);
export const year = whole(1900, 2199);
/** A figure that may have a fraction. */
export const figure = v.pipe(v.number(), v.minValue(-MOST_DONG), v.maxValue(MOST_DONG));
export const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
/** A sum of money in đồng. */
export const dong = whole(0, MOST_DONG);

export const only = <const T extends string | number | boolean>(value: T) => v.literal(value);
export const oneOf = <const W extends readonly string[]>(words: W) => v.picklist(words);
export const anyOf = <const S extends [Shape, Shape, ...Shape[]]>(...shapes: S) => v.union(shapes);
export const nothing = v.null();
/** What may be null: it is not known, or there is none. */
export const orNull = <S extends Shape>(shape: S) => v.nullable(shape);
/** What may be absent. */
export const maybe = <S extends Shape>(shape: S) => v.optional(shape);
/** What is said as it is in an event, an entry or a difference. */
export const anything = v.unknown();

export const object = <const E extends Readonly<v.ObjectEntries>>(entries: E) => v.object(entries);
/** An object that says nothing. */
export const empty = v.strictObject({});
/** An object that clients know by a name, of which there is one. */
export function named<const E extends Readonly<v.ObjectEntries>>(name: string, entries: E) {
  if (name in NAMED) throw new Error(`two shapes are called ${name}`);
  const shape = v.object(entries);
  NAMED[name] = shape;
  return shape;
}
/** The same in both languages. */
export const bilingual = object({ vi: prose, en: prose });
/** Values by names that are not known beforehand. */
export const byName = <S extends Shape>(value: S) => v.record(line, value);
/** At most so many of something. */
export const list = <S extends Shape>(of: S, most: number = MOST_PARTS) =>
  v.pipe(v.array(of), v.maxLength(most));

/** How many subjects a read model lacked when it was asked; absent where none. */
const incomplete = maybe(object({ subjects: count }));
/** All there is of something. */
export const all = <S extends Shape>(of: S) => object({ items: list(of, MOST_LISTED), incomplete });
/** A page of a list, and where the next one begins. */
export const page = <S extends Shape>(of: S) =>
  object({ items: list(of, MOST_LISTED), nextCursor: orNull(opaque(1_000)), incomplete });
/** What a read model tells. */
export const derived = <const E extends Readonly<v.ObjectEntries>>(entries: E) =>
  object({ ...entries, incomplete });
export { MOST_LISTED } from './limits.js';
