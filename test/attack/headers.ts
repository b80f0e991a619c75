import { randomUUID } from 'node:crypto';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Target } from './target.js';

/** L: a page elsewhere signs its reader in as somebody else, by a form. */
async function signInByForm(target: Target): Promise<Verdict> {
  const answer = await fetch(`${target.url}/api/v1/sessions?transport=cookie`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ username: 'land', password: target.password }).toString(),
  });
  return holdsIf({
    [`a form is not read: ${answer.status}`]: answer.status >= 400,
    'no cookie is set': answer.headers.get('set-cookie') === null,
  });
}

/** L: secrets and personal data stay in caches on the way and in browsers. */
async function readFromCaches(target: Target): Promise<Verdict> {
  const [justice, admin, owner] = [
    await target.as('justice'),
    await target.as('admin'),
    await target.newcomer(),
  ];
  const { unitId } = await target.postOf(justice);
  const registered = await justice.post('/api/v1/persons', {
    name: 'Trần Thị Dân',
    unitId,
  });
  const at = `/api/v1/persons/${String(registered.body.personId)}`;
  const purpose = `purpose=${encodeURIComponent('xác minh')}`;
  const answers = {
    'a person': await justice.get(`${at}?${purpose}`),
    'all that is held of one': await justice.get(`${at}/export?${purpose}`),
    'a factor’s secret': await owner.post('/api/v1/sessions/me/second-factor', {}),
    'a token': await admin.post('/api/v1/api-tokens', {
      name: 'X',
      personId: owner.personId,
      scopes: ['read'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    }),
    'a receipt': await target.stranger.post(`/public/${target.office}/feedback`, {
      text: 'Đường ngập, chưa sửa.',
    }),
  };
  return holdsIf(
    Object.fromEntries(
      Object.entries(answers).map(([what, { status, headers }]) => [
        `${what} is kept nowhere (${status})`,
        status < 300 && (headers.get('cache-control') ?? '').includes('no-store'),
      ]),
    ),
  );
}

/** L: what is for operators is read by everybody who comes through the proxy. */
async function readFigures(target: Target): Promise<Verdict> {
  const outside = target.from('203.0.113.9');
  const ready = await outside.get('/readyz');
  return holdsIf({
    'no figures through a proxy': (await outside.get('/metrics')).status === 404,
    'of what is wrong, nothing but that': Object.keys(ready.body).join() === 'status',
  });
}

/** L: a name of a request fills the log, or breaks it. */
async function nameRequests(target: Target): Promise<Verdict> {
  const nameOf = async (given: string) =>
    String((await target.stranger.get('/api/v1/tasks', { 'x-request-id': given })).body.instance);
  const [long, own] = ['x'.repeat(8_000), randomUUID()];
  const odd = 'a"}{"level":60';
  return holdsIf({
    'a long one is not taken': (await nameOf(long)).length < 65,
    'nor one with other signs': (await nameOf(odd)) !== odd,
    'a short one is': (await nameOf(own)) === own,
  });
}

export const headers: readonly Attack[] = [
  { id: 'L', what: 'a form of another site begins a session', attempt: signInByForm },
  { id: 'L', what: 'secrets are kept in caches', attempt: readFromCaches },
  { id: 'L', what: 'operators’ figures are read through a proxy', attempt: readFigures },
  { id: 'L', what: 'a request is given a name of any length', attempt: nameRequests },
];
