import { ATTACKS } from '../attack/attacks.js';
import { Target } from '../attack/target.js';
import type { Page, Problem, TaskItem } from '../support/answers.js';
import {
  PASSWORD,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

let office: RunningOffice;
let justice: Client;
let taskId: string;
const events = async () =>
  Number((await office.database.owner().query<{ n: string }>('select count(*) as n from event')).rows[0]?.n);

beforeAll(async () => {
  office = await runningOffice({ env: { LOG_LEVEL: 'trace' } });
  justice = await office.as('justice');
  taskId = (await justice.get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=1')).body.items[0]!.id;
});
afterAll(() => office.close());

const SHAPES = [
  `'; drop table event; --`,
  `' or '1'='1`,
  `1; select pg_sleep(5)`,
  `$1`,
  `%00`,
  `{"$gt": ""}`,
  `{{7*7}}`,
  '${7*7}',
  '<img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '=HYPERLINK("http://evil.example")',
];

it.each(SHAPES)('%s in a text is a text: kept as it came, and nothing else happens', async (shape) => {
  const before = await events();
  const sent = await justice.post<Problem>(`/api/v1/tasks/${taskId}/progress-reports`, {
    percent: 10,
    text: shape,
  });
  expect(sent.status).toBe(201);
  expect(await events()).toBe(before + 1);
  const { items } = (
    await justice.get<Page<{ data: { text: string } }>>(
      `/api/v1/audit?subject=${taskId}&type=TaskProgressReported&limit=1`,
    )
  ).body;
  expect(items[0]?.data.text).toBe(shape);
});

it('the same shapes in queries, paths and cursors are refused or find nothing; nothing breaks', async () => {
  const before = await events();
  for (const shape of SHAPES) {
    const value = encodeURIComponent(shape);
    for (const path of [
      `/api/v1/tasks?area=${value}`,
      `/api/v1/tasks?lead=${value}`,
      `/api/v1/tasks?unit=${value}`,
      `/api/v1/tasks?cursor=${value}`,
      `/api/v1/tasks/${value}`,
      `/api/v1/audit?actor=${value}`,
      `/api/v1/audit?subject=${value}`,
      `/api/v1/audit?type=${value}`,
      `/api/v1/audit?cursor=${value}`,
      `/api/v1/organisation?on=${value}`,
      `/ledger/${value}/checkpoint`,
      `/ledger/thieu-van/tile/${value}`,
    ]) {
      const { status } = await justice.get(path);
      expect([path, [200, 400, 404].includes(status)]).toEqual([path, true]);
    }
    const signIn = await client(office.url).post<Problem>('/api/v1/sessions', {
      username: shape,
      password: shape,
    });
    expect(['wrong_credentials', 'invalid_input', 'too_many_tries']).toContain(signIn.body.code);
  }
  expect(await events()).toBe(before);
});

it.each([
  ['the actor', { actor: 'worker:deadlines' }],
  ['the office', { office: 'xa-khac' }],
  ['a role', { role: 'admin', roles: ['admin'] }],
  ['whom it is for', { onBehalfOf: 'x' }],
  ['its instant', { recordedAt: '2020-01-01T00:00:00Z', now: '2020-01-01' }],
  ['its version', { version: 1, expectedVersion: 0 }],
])('a body that says %s is refused', async (_name, extra) => {
  const before = await events();
  const { body } = await justice.post<Problem>(`/api/v1/tasks/${taskId}/progress-reports`, {
    percent: 10,
    text: 'Đã làm.',
    ...extra,
  });
  expect(body.code).toBe('invalid_input');
  expect(await events()).toBe(before);
});

it.each([
  `{"percent": 10, "text": "a", "__proto__": {"isAdmin": true}}`,
  `{"percent": 10, "text": "a", "constructor": {"prototype": {"isAdmin": true}}}`,
  `{"__proto__": {"percent": 10, "text": "a"}}`,
])('a body that reaches for prototypes is refused: %s', async (body) => {
  const before = await events();
  const answer = await fetch(`${office.url}/api/v1/tasks/${taskId}/progress-reports`, {
    method: 'POST',
    headers: await bearer('justice'),
    body,
  });
  expect([400]).toContain(answer.status);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  expect(await events()).toBe(before);
});

it('what is refused is logged as a security event, with where it came from and without any secret', async () => {
  const oversight = await office.as('oversight');
  await oversight.post(`/api/v1/tasks/${taskId}/progress-reports`, { percent: 1, text: 'abc' });
  await client(office.url, `thieu-van.${'A'.repeat(43)}`).get('/api/v1/tasks');
  await client(office.url).post('/api/v1/sessions', { username: 'land', password: 'mat-khau-sai-cua-toi' });
  const of = (code: string) => logged().find(({ security }) => security === code);
  await eventually(() => of('wrong_credentials') !== undefined);
  expect(of('not_open_to_role')).toMatchObject({ method: 'POST', ip: '127.0.0.1' });
  expect(of('unauthenticated')).toMatchObject({ method: 'GET' });
  const all = JSON.stringify(logged());
  for (const secret of [PASSWORD, 'mat-khau-sai-cua-toi', 'A'.repeat(43), 'Bearer'])
    expect(all).not.toContain(secret);
});

it('R35: an act sent again with another body is found out, and a stolen key is nobody else’s', async () => {
  const key = '0199c2a8-7c00-7000-8000-00000000aaaa';
  const report = { percent: 20, text: 'Lần đầu.' };
  expect(
    (await justice.post(`/api/v1/tasks/${taskId}/progress-reports`, report, { 'idempotency-key': key }))
      .status,
  ).toBe(201);
  const before = await events();
  const replay = await justice.post<Problem>(
    `/api/v1/tasks/${taskId}/progress-reports`,
    { ...report, percent: 100 },
    { 'idempotency-key': key },
  );
  expect(replay.body.code).toBe('idempotency_key_reused');
  const land = await office.as('land');
  const stolen = await land.post<Problem>(`/api/v1/tasks/${taskId}/progress-reports`, report, {
    'idempotency-key': key,
  });
  expect(stolen.body.code).toBe('not_the_lead'); // an act of its own, and refused as such
  expect(await events()).toBe(before);
});

// `npm run attack` tries the same against a product that it starts itself. Last: one of them moves the clock.
it.each(ATTACKS.filter(({ alone }) => !alone))('from outside, $id: $what', async ({ attempt }) => {
  expect(await attempt(new Target(office.url, PASSWORD))).toMatchObject({ held: true });
});

/** What the service wrote to its log. */
const logged = () =>
  office
    .output()
    .split('\n')
    .flatMap((line) =>
      line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line) as Record<string, unknown>] : [],
    );

async function bearer(username: string): Promise<Record<string, string>> {
  const { body } = await client(office.url).post<{ token: string }>('/api/v1/sessions', {
    username,
    password: PASSWORD,
  });
  return { authorization: `Bearer ${body.token}`, 'content-type': 'application/json' };
}
