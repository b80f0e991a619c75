import { actIdOf, derivedId, idempotencyKeyOf, proofOf } from './index.js';

const KEY = '0b2a9c1e-6c55-4f0e-9f5b-3a2f7b1c9d10';
const id = (over: Partial<Record<'secret' | 'office' | 'actor' | 'key', string>> = {}) => {
  const { secret, office, actor, key } = { secret: 's', office: 'xa', actor: 'a', key: KEY, ...over };
  return actIdOf(secret, office, actor, key);
};

describe('R35: the name of a client’s act', () => {
  it('is the same for the same, and another for another office, person, key or secret', () => {
    expect(id()).toBe(id());
    const others = [
      id({ office: 'huyen' }),
      id({ actor: 'b' }),
      id({ key: KEY.replace('0', '1') }),
      id({ secret: 't' }),
    ];
    expect(new Set([id(), ...others]).size).toBe(5);
  });

  it('is of another version than what workers derive', () => {
    expect(id()[14]).toBe('8');
    expect(derivedId('anything')[14]).toBe('5');
    expect(id()).not.toContain(KEY.slice(0, 8));
  });
});

it.each([
  [undefined, undefined],
  [KEY, KEY],
  [`"${KEY.toUpperCase()}"`, KEY],
  [[KEY, 'x'], KEY],
])('a key as it is sent, %p, is %p', (sent, meant) => expect(idempotencyKeyOf(sent)).toBe(meant));

it.each(['', 'abc', `"${KEY}`, `${KEY}0`, 'null'])('what is no UUID is refused: %p', (sent) =>
  expect(() => idempotencyKeyOf(sent)).toThrow('invalid_input'),
);

it('a body is proved whatever the order of its fields, and only by who has the key', () => {
  expect(proofOf(KEY, { a: 1, b: [2] })).toBe(proofOf(KEY, { b: [2], a: 1 }));
  expect(proofOf(KEY, { a: 1 })).not.toBe(proofOf(KEY, { a: 2 }));
  expect(proofOf(KEY, { a: 1 })).not.toBe(proofOf(KEY.replace('0', '1'), { a: 1 }));
  expect(proofOf(KEY, Buffer.from('x'))).not.toBe(proofOf(KEY, Buffer.from('y')));
});
