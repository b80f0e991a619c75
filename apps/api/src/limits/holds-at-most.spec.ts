import fc from 'fast-check';
import { holdsAtMost, textHoldsAtMost } from './holds-at-most.js';

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

it('a text of JSON is refused for its members before it is parsed, and not for what stands in strings', () => {
  const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, n]));
  expect(textHoldsAtMost(bytes(names(500)), 500)).toBe(true);
  expect(textHoldsAtMost(bytes(names(501)), 500)).toBe(false);
  expect(textHoldsAtMost(bytes({ text: ',"[{\\'.repeat(9_000) }), 5)).toBe(true);
  expect(textHoldsAtMost(Buffer.from('['.repeat(1_000_000)), 5)).toBe(false);
  expect(textHoldsAtMost(Buffer.from('{"a":"no end, '), 1)).toBe(true);
});

it('what is refused by its text is refused by what is made of it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 16 }), fc.integer({ min: 1, max: 40 }), (value, values) => {
      if (holdsAtMost(value, values)) expect(textHoldsAtMost(bytes(value), values)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
