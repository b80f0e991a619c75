import { languageOf } from './language.js';

it.each([
  [undefined, 'vi'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
  ['en;q=0.5, vi', 'vi'],
  ['vi; q=0.4, en ; q=0.5', 'en'],
  ['en;q=0', 'vi'],
  ['fr, en;q=0.1', 'en'],
  ['english', 'vi'],
  ['*', 'vi'],
])('L: of Accept-Language %s the best that there is', (header, language) =>
  expect(languageOf(header)).toBe(language),
);
