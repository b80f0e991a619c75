import { isPrivate } from './post-safely.js';

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '0.0.0.0',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  'fd00::1',
  'fe80::1',
])('a subscriber at %s is not sent to: it may be this house or a neighbour', (address) =>
  expect(isPrivate(address)).toBe(true),
);

it.each(['1.1.1.1', '172.32.0.1', '203.162.4.190', '2606:4700::1111', '::ffff:1.1.1.1'])(
  '%s is out in the world',
  (address) => expect(isPrivate(address)).toBe(false),
);
