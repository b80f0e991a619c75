import { randomBytes } from 'node:crypto';
import { openBytes, sealBytes } from './master-keys.js';

const key = randomBytes(32);

it('what was sealed opens under the same key and context, and under no other', () => {
  const sealed = sealBytes(key, Buffer.from('biên nhận'), 'thieu-van');
  expect(openBytes(key, sealed, 'thieu-van').toString()).toBe('biên nhận');
  expect(() => openBytes(key, sealed, 'thieu-ly')).toThrow();
  expect(() => openBytes(randomBytes(32), sealed, 'thieu-van')).toThrow();
});

it.each([0, 4, 8, 15, 27])(
  '%i bytes, of which a part would be taken for a shortened tag, open nothing',
  (length) => {
    expect(() => openBytes(key, Buffer.alloc(length), 'thieu-van')).toThrow('too short to be sealed');
  },
);
