import fc, { type Arbitrary } from 'fast-check';
import { hostileTexts, hostileValues, oversizedValues, rawBodies, strangeFields } from './hostile.js';
import type { ApiDescription, Operation, Parameter } from './operations.js';
import { valueOf } from './values.js';

/** What is said in a request, by where it is said. */
interface Parts {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
  body?: unknown;
}

/** A request as it was drawn: what its description asks for, or that with one change. */
export interface Drawn {
  operation: Operation;
  how: Change['how'];
  parts: Parts;
  /** In the place of a body made of `parts`. */
  raw?: string | Uint8Array;
  media?: string;
  /** Chooses who sends it, and from which address. */
  by: number;
}

type Change =
  | { how: 'valid' }
  | { how: 'hostile' | 'oversized'; at: number; value: unknown }
  | { how: 'missing'; at: number }
  | { how: 'strange'; at: number; field: [name: string, value: unknown] }
  | { how: 'raw'; raw: string | Uint8Array }
  | { how: 'media'; media: string };

const MEDIA = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/xml',
  'x',
  '',
];
const FILES = [
  '%PDF-1.4\n%%EOF\n',
  '\xff\xd8\xff\xe0\0\x10JFIF',
  '\x89PNG\r\n\x1a\n',
  'PK\u0003\u0004',
  '<svg/>',
];

const at = fc.nat();
const changes: Arbitrary<Change> = fc.oneof(
  { weight: 55, arbitrary: fc.constant({ how: 'valid' as const }) },
  { weight: 25, arbitrary: fc.record({ how: fc.constant('hostile' as const), at, value: hostileValues }) },
  { weight: 8, arbitrary: fc.record({ how: fc.constant('hostile' as const), at, value: hostileTexts }) },
  { weight: 6, arbitrary: fc.record({ how: fc.constant('oversized' as const), at, value: oversizedValues }) },
  { weight: 5, arbitrary: fc.record({ how: fc.constant('missing' as const), at }) },
  { weight: 6, arbitrary: fc.record({ how: fc.constant('strange' as const), at, field: strangeFields }) },
  { weight: 6, arbitrary: fc.record({ how: fc.constant('raw' as const), raw: rawBodies }) },
  {
    weight: 2,
    arbitrary: fc.record({ how: fc.constant('media' as const), media: fc.constantFrom(...MEDIA) }),
  },
);

/** Requests for a route: valid ones, and such with one thing changed in whatever place. */
export function requestsFor(operation: Operation, api: ApiDescription): Arbitrary<Drawn> {
  const { path, parameters, body } = operation;
  const said = (where: Parameter['in']) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((one) => one.in === where)
          .map(({ name, required, schema }) => [
            name,
            required
              ? valueOf(schema, { name, path, api })
              : seldom(valueOf(schema, { name, path, api }), where === 'header' ? 15 : 3),
          ]),
      ),
    );
  const parts = fc.record({
    path: said('path'),
    query: said('query'),
    header: said('header'),
    ...(body ? { body: bodiesOf(body, path, api) } : {}),
  });
  return fc
    .tuple(parts, changes, fc.nat())
    .map(([valid, change, by]) => changed({ operation, how: change.how, parts: valid, by }, change));
}

/** What may be left out is, mostly: undefined is not sent. */
const seldom = (values: Arbitrary<unknown>, outOf: number): Arbitrary<unknown> =>
  fc.oneof({ weight: 1, arbitrary: values }, { weight: outOf, arbitrary: fc.constant(undefined) });

function bodiesOf(
  { media, schema }: NonNullable<Operation['body']>,
  path: string,
  api: ApiDescription,
): Arbitrary<unknown> {
  if (media === 'application/json') return valueOf(schema, { name: 'body', path, api });
  const begun = fc.tuple(fc.constantFrom(...FILES), fc.uint8Array({ maxLength: 3_000 }));
  return begun.map(([head, rest]) => Buffer.concat([Buffer.from(head, 'latin1'), rest]));
}

function changed(drawn: Drawn, change: Change): Drawn {
  if (change.how === 'valid') return drawn;
  if (change.how === 'raw') return drawn.operation.body ? { ...drawn, raw: change.raw } : drawn;
  if (change.how === 'media') return { ...drawn, media: change.media };
  const parts = placesIn(drawn.parts);
  const place = parts[change.at % Math.max(1, parts.length)];
  if (!place) return drawn;
  const [holder, name] = place;
  if (change.how === 'missing') Reflect.deleteProperty(holder, name);
  else if (change.how === 'strange') putInto(holder, ...change.field);
  else putInto(holder, name, change.value);
  return drawn;
}

type Place = [holder: object, name: string];

/** Every place of a request in which something stands, the innermost and what holds it. */
function placesIn(holder: object): Place[] {
  return Object.entries(holder).flatMap(([name, value]: [string, unknown]): Place[] => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [[holder, name]];
    const inner = placesIn(value);
    return ['path', 'query', 'header'].includes(name) ? inner : [[holder, name], ...inner];
  });
}

/** Also under a name that assigning would take for the object's prototype. A list has no names: JSON would not carry them. */
function putInto(holder: object, name: string, value: unknown): void {
  const own = { value, enumerable: true, configurable: true, writable: true };
  if (!Array.isArray(holder) || /^\d+$/.test(name)) Object.defineProperty(holder, name, own);
}
