import { randomUUID } from 'node:crypto';
import { POLICY, rolesFor } from '../../apps/api/src/policy.js';
import { demoUsernames } from '../../apps/runtime/src/index.js';
import type { Problem } from '../support/answers.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
const ROLES: Record<string, string> = {
  chairman: 'chairman',
  'vice-chairman': 'vice-chairman',
  'head-of-office': 'office-of-record',
  oversight: 'oversight',
  admin: 'admin',
};
const roleOf = (username: string): string => ROLES[username] ?? 'official';

beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

/** What is taken as something else than JSON. */
const TYPES: Record<string, string> = {
  'POST /api/v1/files': 'application/octet-stream',
  'POST /ledger/:office/cosignatures': 'text/plain',
};

/** A call that means nothing: what is looked at is whether it is let in. */
async function knock(
  token: string | undefined,
  route: string,
): Promise<{ status: number; code: string | undefined }> {
  const [method = '', path = ''] = route.split(' ');
  const url = path
    .replace(':office', 'thieu-van')
    .replace(':year', '2031')
    .replace('*', '0/000')
    .replace(/:\w+/g, randomUUID());
  const response = await fetch(office.url + url, {
    method,
    headers: {
      // A stream of changes would be read without end; one behind no place is refused once it is let in.
      'last-event-id': 'none',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(method === 'POST' ? { 'content-type': TYPES[route] ?? 'application/json' } : {}),
    },
    ...(method === 'POST' ? { body: '{}' } : {}),
  });
  const text = await response.text();
  const code =
    /\/(problem\+)?json/.test(response.headers.get('content-type') ?? '') && text.startsWith('{')
      ? (JSON.parse(text) as Problem).code
      : undefined;
  return { status: response.status, code };
}

const routes = Object.entries(POLICY).filter(([route]) => !route.startsWith('DELETE /api/v1/sessions'));

it('whoever is not signed in comes to the public routes alone', async () => {
  for (const [route, access] of routes) {
    const { status, code } = await knock(undefined, route);
    expect([route, status === 401 && code === 'unauthenticated']).toEqual([route, access !== 'public']);
  }
});

it.each(demoUsernames)('%s comes to the routes that the policy opens, and to no other', async (username) => {
  const { token } = (
    await client(office.url).post<{ token: string }>('/api/v1/sessions', {
      username,
      password: 'mat-khau-thu-nghiem',
    })
  ).body;
  for (const [route, access] of routes) {
    const may = typeof access === 'string' || rolesFor(access).some((role) => role === roleOf(username));
    const { status, code } = await knock(token, route);
    expect([route, status === 403 && code === 'not_open_to_role']).toEqual([route, !may]);
    if (may) expect([route, status]).not.toEqual([route, 401]);
  }
});
