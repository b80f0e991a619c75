import type { Problem } from '../support/answers.js';
import { client, runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

interface Description {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string; required?: boolean }[] }>>;
}

let office: RunningOffice;
let chairman: Client;
let head: Client;
beforeAll(async () => {
  office = await runningOffice();
  [chairman, head] = [await office.as('chairman'), await office.as('head-of-office')];
});
afterAll(() => office.close());

const base64 = (text: string) => Buffer.from(text).toString('base64url');
/** Each at or beyond the edge of what some column holds, URL-encoded. */
const EDGES = [
  '%00',
  'a%00b',
  '%ED%A0%80',
  '99999999999999999999',
  '2147483648',
  '-1',
  '1e400',
  '2025-02-30',
  '9999-12-31',
  '0000-00-00',
  '2025-01-01T10Z',
  'infinity',
  '------------------------------------',
  encodeURIComponent('ự'.repeat(2_000)),
  base64('1 0199c2a8-0000-7000-8000-000000000000'),
  base64('2025-01-01T00:00:00Z ------------------------------------'),
  base64('9999999-01-01T00:00:00Z 0199c2a8-0000-7000-8000-000000000000'),
  base64('\0'),
];
const SOME_ID = '0199c2a8-0000-7000-8000-000000000000';

it('no value in an address is this service’s fault: each is taken or refused in words', async () => {
  const { body } = await client(office.url).get<Description>('/api/openapi.json');
  const asked: string[] = [];
  for (const [path, methods] of Object.entries(body.paths)) {
    const parameters = (methods.get?.parameters ?? []).filter((one) => one.in !== 'header');
    for (const { name, in: place } of parameters)
      for (const edge of EDGES) {
        const filled = path
          .replaceAll(/\{(\w+)\}/g, (_whole, one: string) =>
            place === 'path' && one === name ? edge : idOf(one),
          )
          .concat(place === 'query' ? `?${name}=${edge}` : '');
        asked.push(filled);
      }
  }
  const broken: string[] = [];
  for (const path of asked) {
    const { status, body: said } = await chairman.get<Problem>(path);
    if (status >= 500) broken.push(`${status} ${said.code} ${path.slice(0, 120)}`);
  }
  expect(asked.length).toBeGreaterThan(500);
  expect(broken).toEqual([]);
}, 300_000);

const idOf = (name: string) => (name === 'office' ? 'thieu-van' : name === 'year' ? '2025' : SOME_ID);

it.each(['100000000000000000000', '20255', '2025.5', '-2025', '1e3', '1999'])(
  'a year %s is none of a plan, a programme or an evaluation: nothing is asked for it',
  async (year) => {
    const before = office.output();
    for (const path of [
      `/evaluation-years/${year}`,
      `/evaluation-years/${year}/proposals`,
      `/inspection-programmes/${year}`,
      `/plans/${year}`,
      `/plans/${year}/brief`,
    ]) {
      const { status, body } = await chairman.get<Problem>(`/api/v1${path}`);
      expect([path, status, body.code]).toEqual([path, 404, 'not_found']);
    }
    expect(office.output().slice(before.length)).not.toContain('"unexpected"');
  },
);

describe('what only the database refuses', () => {
  const refusing = (state: string, on: string) =>
    office.database.owner().query(
      `create or replace function refuse() returns trigger language plpgsql as
         $$ begin raise exception 'for this test' using errcode = '${state}'; end $$;
       create trigger refuse before insert on ${on} for each row execute function refuse()`,
    );
  const report = async () => {
    const { items } = (
      await (await office.as('justice')).get<{ items: { id: string }[] }>('/api/v1/tasks?lead=me')
    ).body;
    const justice = await office.as('justice');
    return justice.post<Problem>(
      `/api/v1/tasks/${items[0]?.id}/progress-reports`,
      { percent: 10, text: 'Đang làm.' },
      { 'accept-language': 'vi' },
    );
  };

  it.each(['22003', '22021', '22P05', '22008', '23514'])(
    'a value (%s) is refused in words, for good: nobody is told to wait',
    async (state) => {
      await refusing(state, 'event');
      const { status, headers, body } = await report();
      await office.database.owner().query('drop trigger refuse on event');
      expect([status, body.code, headers.get('content-type')]).toEqual([
        400,
        'value_refused',
        'application/problem+json; charset=utf-8',
      ]);
      expect(body.title).toBe('Có giá trị gửi lên không lưu được');
      expect((await report()).status).toBe(201);
    },
  );

  it('what is the house’s own fault stays that', async () => {
    await refusing('23503', 'event');
    const { status, body } = await report();
    await office.database.owner().query('drop trigger refuse on event');
    expect([status, body.code]).toEqual([500, 'internal']);
  });

  it('a name that no text can hold signs nobody in', async () => {
    const { status, body } = await head.post<Problem>('/api/v1/sessions', {
      username: 'a\0b',
      password: 'x',
    });
    expect([status, body.code]).toEqual([400, 'invalid_input']);
  });
});
