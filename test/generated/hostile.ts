import fc, { type Arbitrary } from 'fast-check';

const crafted = (text: string): string => Buffer.from(text).toString('base64url');

/** Texts that have broken something somewhere. */
const TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfff\ud800',
  '\uffff',
  '\ufffe\ufeff',
  '\ufffd',
  '\u202efdp.exe',
  '\u200f\u200d\u061c',
  '\u0301'.repeat(300),
  '\u0085\u2028\u2029',
  '\r\nSet-Cookie: a=b',
  `'; drop table event; --`,
  `' or '1'='1`,
  '$1',
  '%00',
  '%',
  '%E0%A4%A',
  '..',
  '../../../../etc/passwd',
  '..\\..\\windows',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}',
  '=HYPERLINK("http://evil.example")',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '0x10',
  '1e309',
  '99999999999999999999',
  '٣',
  '2025-02-30',
  '2025-13-01',
  '0000-00-00',
  '9999-12-31',
  '-271821-04-20',
  '+275760-09-13',
  '2025-W01-1',
  '2025-01-01T25:00:00+07:00',
  '2025-01-01T00:00:00',
  '0001-01-01T00:00:00Z',
  '2025-01-01T00:00:00+99:99',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{00000000-0000-4000-8000-000000000000}',
  'urn:uuid:00000000-0000-4000-8000-000000000000',
  crafted('[]'),
  crafted('null'),
  crafted('{"__proto__":{}}'),
  crafted('\0'),
  crafted('2025-01-01T00:00:00Z x'),
  crafted('9999999-01-01 99999999999999999999'),
  crafted('["2025-01-01","x",null,1e400]'),
  'AAAA',
  'İ'.repeat(50),
  'ﷺ'.repeat(200),
  'a'.repeat(1_001),
] as const;

const NUMBERS = [-1, 0, 0.5, -0, 1e21, 2 ** 31, 2 ** 53, -(2 ** 63), 1.7e308, 5e-324];

export const hostileTexts: Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<string>(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-composite', maxLength: 60 }) },
);

/** What no field asks for, in the place of what it asks for. */
export const hostileValues: Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileTexts },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, true, [], {}, [[]], [null], { a: 1 }, { length: 1e9 }),
  },
  { weight: 1, arbitrary: fc.array(hostileTexts, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Far more than anybody means. */
export const oversizedValues: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(1_000, 5_000, 20_001, 60_000, 400_000).map((length) => 'ắ'.repeat(length)),
  fc.constantFrom(201, 501, 3_000, 30_000).map((length) => Array.from({ length }, (_, i) => i)),
  fc.constantFrom(201, 501, 3_000).map((length) => Array.from({ length }, () => ({}))),
  fc
    .constantFrom(101, 600, 5_000)
    .map((length) => Object.fromEntries(Array.from({ length }, (_, i) => [`k${i}`, i]))),
);

/** Names that nobody may say, with a value. */
export const strangeFields: Arbitrary<[string, unknown]> = fc.tuple(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'actor',
    'office',
    'version',
    '',
    'ô',
    'k'.repeat(300),
  ),
  fc.oneof(hostileValues, fc.constant({ isAdmin: true, percent: 1 })),
);

/** Bodies that are no JSON, or none that anybody means. */
export const rawBodies: Arbitrary<string | Uint8Array> = fc.oneof(
  fc.constantFrom<string>(
    '',
    '{',
    '{"a":',
    'null',
    '[]',
    '"a"',
    '7',
    'NaN',
    '{"a":1,}',
    "{'a':1}",
    '{"a":1}{"a":2}',
    '\ufeff{}',
    '{"\\ud800":"\\udfff"}',
    '{"a":"\\u0000"}',
    '{"a":1e999}',
    '{"a":1,"a":2}',
    '{"__proto__":{"a":1}}',
    '{"constructor":{"prototype":{"a":1}}}',
  ),
  fc.constantFrom(20, 400, 3_000, 7_000).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.constantFrom(20, 400, 3_000).map((depth) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)),
  fc
    .constantFrom(5_000, 200_000)
    .map((count) => `{${Array.from({ length: count }, (_, i) => `"k${i}":1`).join()}}`),
  fc.uint8Array({ maxLength: 200 }),
);
