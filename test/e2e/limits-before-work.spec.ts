import { request } from 'node:http';
import type { Problem } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Refused extends Problem {
  errors?: { field: string; message: string }[];
}

let office: RunningOffice;
let stranger: Client;

beforeAll(async () => {
  office = await runningOffice();
  stranger = client(office.url);
});
afterAll(() => office.close());

/** How much of a body without end was taken before the server refused it or hung up. */
const takenOfEndless = (path: string, type: string) =>
  new Promise<number>((resolve) => {
    let taken = 0;
    let stopped = false;
    const sending = request(`${office.url}${path}`, { method: 'POST', headers: { 'content-type': type } });
    const stop = () => {
      stopped = true;
      sending.destroy();
      resolve(taken);
    };
    sending.on('response', stop).on('error', stop);
    const chunk = Buffer.alloc(16_384, ' ');
    const send = () => {
      if (stopped || taken > 40_000_000) return stop();
      taken += chunk.length;
      sending.write(chunk, () => setImmediate(send));
    };
    send();
  });

it.each([
  ['/public/thieu-van/payments', 'application/json'],
  ['/public/thieu-van/feedback', 'application/json'],
  ['/api/v1/sessions', 'application/octet-stream'],
  ['/ledger/thieu-van/cosignatures', 'text/plain'],
  ['/nowhere', 'application/json'],
])('a body without end sent to %s as %s is counted while it is read, and not taken', async (path, type) => {
  expect(await takenOfEndless(path, type)).toBeLessThan(8_000_000);
});

it('a route takes as much as what may be said there, and no more', async () => {
  const long = { username: 'x', password: 'x'.repeat(16_001) };
  expect((await stranger.post('/api/v1/sessions', long)).status).toBe(413);
  const head = await office.as('head-of-office');
  const minutes = { attendees: 1, minutes: 'ự'.repeat(20_000) };
  const held = await head.post<Problem>(
    '/api/v1/dialogues/0199c2a8-0000-7000-8000-000000000000/minutes',
    minutes,
  );
  expect(held.status).not.toBe(413);
  expect(held.status).not.toBe(400);
});

const NESTED = 500;
const crowds: [string, string][] = [
  ['members', JSON.stringify(Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`k${n}`, 1])))],
  ['items of a list', `{"username":[${'1,'.repeat(6_000)}1]}`],
  ['objects in a list', `{"components":[${'{},'.repeat(4_000)}{}]}`],
  ['levels', `{"username":${'['.repeat(NESTED)}${']'.repeat(NESTED)}}`],
];
it.each(crowds)(
  'too many %s are refused before anything is made of them, in one sentence',
  async (_what, body) => {
    const { status, body: refused } = await stranger.post<Refused>('/api/v1/sessions', body);
    expect([status, refused.code]).toEqual([400, 'invalid_input']);
    expect(refused.errors).toHaveLength(1);
    expect(refused.errors?.[0]?.field).toBe('body');
  },
);

it('at most twenty errors are told, and names are not repeated at length', async () => {
  const body = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${'x'.repeat(200)}${n}`, 1]));
  const { body: refused } = await stranger.post<Refused>('/api/v1/sessions', body);
  expect(refused.errors).toHaveLength(20);
  expect(JSON.stringify(refused).length).toBeLessThan(6_000);
});

it('a question in an address has a bounded number of parts', async () => {
  const { status } = await (await office.as('land')).get(`/api/v1/tasks?${'area=a&'.repeat(500)}`);
  expect(status).toBe(400);
});

it('a form of another site is not read: a session begins by JSON alone', async () => {
  const sent = await fetch(`${office.url}/api/v1/sessions?transport=cookie`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ username: 'admin', password: 'wrong' }).toString(),
  });
  expect([sent.status, sent.headers.get('set-cookie')]).toEqual([415, null]);
});
