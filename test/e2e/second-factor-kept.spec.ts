import { inOffice } from '#kernel';
import { Secret, TOTP } from 'otpauth';
import type { Problem } from '../support/answers.js';
import { PASSWORD, client, runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

it('a second factor outlives whatever is erased: nobody is locked out by an erasure', async () => {
  const chairman = await office.as('chairman');
  const { id } = (await chairman.get<{ id: string }>('/api/v1/sessions/me')).body;
  const at = '/api/v1/sessions/me/second-factor';
  const { secret } = (await chairman.post<{ secret: string }>(at, {})).body;
  for (const odd of ['Nguyễn', '12345６', 'abcdef', '12 456'])
    expect((await chairman.post<Problem>(`${at}/confirmation`, { code: odd })).body.code).toBe('wrong_code');
  expect((await chairman.post(`${at}/confirmation`, { code: codeOf(secret, -1) })).status).toBe(201);

  const head = await office.as('head-of-office');
  const erasure = await head.post<Problem>(`/api/v1/persons/${id}/erasure`, { reason: 'Yêu cầu' });
  expect(erasure.body.code).toBe('unknown_person'); // no citizen of that id was registered
  // Nor is it what a list of destroyed keys could name: nothing of the factor is under the person's own key.
  const erased = inOffice('thieu-van', () => office.vault.erase('thieu-van', id, '2025-01-02', new Date()));
  await erased.catch(() => undefined);

  const signedIn = await client(office.url).post('/api/v1/sessions', {
    username: 'chairman',
    password: PASSWORD,
    code: codeOf(secret),
  });
  expect(signedIn.status).toBe(201);
});
