import { shownUrl } from './shown-url.js';

it.each([
  ['postgres://minh_bach:bi-mat@db:5432/minh_bach', 'postgres://…@db:5432/minh_bach'],
  ['postgres://minh_bach:a:b@c/d@db/minh_bach', 'postgres://…@db/minh_bach'],
  ['postgres://db/minh_bach?user=x&password=bi-mat', 'postgres://db/minh_bach?…'],
  ['redis://:bi-mat@redis:6379', 'redis://…@redis:6379'],
  ['redis+cluster://u:bi-mat@a:1,b:2', 'redis+cluster://…@a:1,b:2'],
  ['https://sms.example/send?key=bi-mat', 'https://sms.example/send?…'],
  ['https://token@scan.example#bi-mat', 'https://…@scan.example?…'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['(PostgreSQL)', '(PostgreSQL)'],
])('%s is shown as %s', (url, shown) => {
  expect(shownUrl(url)).toBe(shown);
});
