import { envelopeOf } from './envelope.js';

const under = (ifMatch: string) =>
  envelopeOf({
    ip: '::1',
    headers: { 'if-match': ifMatch },
    signedIn: { office: 'xa', personId: 'p', username: 'u', name: 'n' },
  }).ifMatch;

it.each([
  ['"3"', [3]],
  ['W/"3"', [3]],
  ['3', [3]],
  ['"3", W/"4" ,"5"', [3, 4, 5]],
  ['*', undefined],
])('L: If-Match %s is read as RFC 9110 has it', (header, versions) =>
  expect(under(header)).toEqual(versions),
);

it.each(['"a"', '"3",', '', '1234567890'])('L: If-Match %j is refused', (header) =>
  expect(() => under(header)).toThrow('invalid_input'),
);
