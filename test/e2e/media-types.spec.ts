import type { Problem } from '../support/answers.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

interface Operation {
  requestBody?: { content: Record<string, unknown> };
  security?: object[];
}
type Described = Record<string, Record<string, Operation>>;

let office: RunningOffice;
let paths: Described;
let token: string;
beforeAll(async () => {
  office = await runningOffice();
  const document = (await (await fetch(`${office.url}/api/openapi.json`)).json()) as { paths: Described };
  paths = document.paths;
  token = await office.tokenOf('oversight');
});
afterAll(() => office.close());

const OTHERS = [
  'text/xml',
  'text/plain',
  'image/png',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  '',
];
const SOMETHING = '00000000-0000-7000-8000-000000000001';

it('L: what a route does not take is answered 415 as a problem that says what it takes, on every route', async () => {
  const wrong: string[] = [];
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => method !== 'get')
      .map(([method, { requestBody }]) => ({ path, method, taken: Object.keys(requestBody?.content ?? {}) })),
  );
  expect(routes.length).toBeGreaterThan(150);
  for (const { path, method, taken } of routes)
    for (const type of OTHERS.filter((one) => !taken.includes(one))) {
      const url = office.url + path.replace('{office}', 'thieu-van').replace(/\{[^}]+\}/g, SOMETHING);
      const answer = await fetch(url, {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(type && { 'content-type': type }),
        },
        body: new TextEncoder().encode('x'),
      });
      const said = answer.headers.get('content-type') ?? '';
      const { code } = (await answer.json().catch(() => ({ code: 'no problem' }))) as Problem;
      if (
        answer.status !== 415 ||
        code !== 'unsupported_media_type' ||
        !said.startsWith('application/problem+json')
      )
        wrong.push([method, path, type, answer.status, code].join(' '));
    }
  expect(wrong).toEqual([]);
});

it('L: whoever does not say who they are is told that first, whatever they send', async () => {
  const wrong: string[] = [];
  const guarded = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method, { security }]) => method !== 'get' && security?.some((one) => 'bearer' in one))
      .map(([method]) => ({ path: path.replace(/\{[^}]+\}/g, SOMETHING), method })),
  );
  expect(guarded.length).toBeGreaterThan(140);
  const sent = async (method: string, path: string, type: string, body: string) => {
    const answer = await fetch(office.url + path, {
      method: method.toUpperCase(),
      headers: { accept: 'application/json', 'content-type': type },
      body,
    });
    return [answer.status, ((await answer.json()) as Problem).code].join(' ');
  };
  for (const { path, method } of guarded)
    for (const [type, body] of [
      ...[...OTHERS, 'no type'].map((one) => [one, 'x'] as const),
      ['application/json', '{'] as const,
    ]) {
      const said = await sent(method, path, type, body);
      if (said !== '401 unauthenticated') wrong.push([method, path, type, said].join(' '));
    }
  expect(wrong).toEqual([]);
  expect(await sent('post', '/api/v1/nowhere', 'text/xml', 'x')).toBe('404 not_found');
});

it('L: a type that is taken is, in any case and with what is said about it', async () => {
  const sent = (type: string) =>
    fetch(`${office.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify({ username: 'nobody', password: 'x' }),
    });
  for (const type of ['application/json', 'APPLICATION/JSON', 'application/json; charset=utf-8'])
    expect([type, (await sent(type)).status]).toEqual([type, 401]);
});
