import fc, { type Arbitrary } from 'fast-check';
import { resolved, type ApiDescription, type Schema } from './operations.js';
import { kindOf, type Seen } from './seen.js';

/** Stands for something that answers have named; what it is, is known when the request is sent. */
export class Named {
  constructor(
    readonly kind: string,
    readonly nth: number,
    /** Where nothing of the kind was named yet. */
    readonly otherwise: string,
  ) {}
}

const WORDS = ['rà', 'soát', 'hồ', 'sơ', 'đất', 'đai', 'năm', '2025', 'Nguyễn', 'Thị', 'Ánh', 'Ữ', '🌾', '%'];
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(' '));
const digits = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
const days = fc
  .tuple(fc.constantFrom('2024', '2025', '2025', '2026'), digits(1, 12), digits(1, 28))
  .map((parts) => parts.join('-'));
const instants = fc
  .tuple(days, digits(0, 23), digits(0, 59))
  .map(([day, h, m]) => `${day}T${h}:${m}:00+07:00`);

/** What a schema takes; texts and ids often ones that were seen. */
export function valueOf(
  given: Schema,
  { name, path, api }: { name: string; path: string; api: ApiDescription },
): Arbitrary<unknown> {
  const schema = resolved(given, api);
  const { type, items = {}, properties = {}, required = [] } = schema;
  const inner = (one: Schema, of: string) => valueOf(one, { name: of, path, api });
  if (name === 'office') return fc.constantFrom(...Array<string>(9).fill('thieu-van'), 'khong-co');
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (type ?? 'string') {
    case 'object': {
      const fields = Object.entries(properties).map(([field, one]) => [field, inner(one, field)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: required });
    }
    case 'array':
      return fc.array(inner(items, name), { maxLength: Math.min(schema.maxItems ?? 3, 3) });
    case 'integer':
    case 'number':
      return wholes(schema);
    case 'boolean':
      return fc.boolean();
    default:
      return texts(schema, kindOf(name, path));
  }
}

const wholes = ({ minimum = 0, maximum = 1_000 }: Schema): Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: minimum, max: Math.min(maximum, minimum + 100) }) },
    { weight: 1, arbitrary: fc.constantFrom(minimum, maximum) },
  );

function texts(schema: Schema, kind: string): Arbitrary<unknown> {
  const fresh = freshText(schema);
  const named = fc.tuple(fc.nat(), fresh).map(([nth, otherwise]) => new Named(kind, nth, otherwise));
  return fc.oneof(
    { weight: schema.format === 'uuid' ? 9 : 4, arbitrary: named },
    { weight: 2, arbitrary: fresh },
  );
}

function freshText({ format, pattern, minLength = 0, maxLength = 1_000 }: Schema): Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return days;
  if (format === 'date-time') return instants;
  if (pattern !== undefined && !pattern.includes('\\p{')) return fc.stringMatching(new RegExp(pattern));
  return words.map((text) => text.slice(0, maxLength).padEnd(minLength, 'a'));
}

/** Puts what was seen in the place of what stands for it. */
export function withSeen(value: unknown, seen: Seen): unknown {
  if (value instanceof Named) return seen.nth(value.kind, value.nth) ?? value.otherwise;
  if (Array.isArray(value)) return value.map((one) => withSeen(one, seen));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value))
    // Also a name that assigning would take for the object's prototype.
    Object.defineProperty(copy, name, {
      value: withSeen(Reflect.get(value, name), seen),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}
