import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './index.js';

it('is what RFC 8785 asks for, as an independent implementation has it', () => {
  const key = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('10', '9', '__proto__', 'é', '\u{1f600}'),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
  );
});

it.each([
  ['keys that look like numbers', { b: 1, '10': 2, '9': 3 }, '{"10":2,"9":3,"b":1}'],
  ['a key that is none elsewhere', JSON.parse('{"b":{"__proto__":{"x":1}}}'), '{"b":{"__proto__":{"x":1}}}'],
  ['numbers', { n: [1e21, 1e-7, -0, 0.1 + 0.2] }, '{"n":[1e+21,1e-7,0,0.30000000000000004]}'],
])('writes %s', (_, value: unknown, text) => {
  expect(canonicalJson(value)).toBe(text);
});
