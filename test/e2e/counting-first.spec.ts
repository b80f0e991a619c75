import { hash, verify } from '@node-rs/argon2';
import type { Problem } from '../support/answers.js';
import { openDesk, BIRTH } from '../support/desk.js';
import {
  PASSWORD,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';

let office: RunningOffice;
let stranger: Client;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice({ apis: 1 });
  at = await openDesk(office);
  stranger = client(office.url);
});
afterAll(() => office.close());

const signIn = (username: string, password: string) =>
  stranger.post<Problem & { token: string }>('/api/v1/sessions', { username, password });
const codesOf = async (tries: Promise<{ body: Problem }>[]) =>
  (await Promise.all(tries)).map(({ body }) => body.code);
const count = (codes: string[], code: string) => codes.filter((one) => one === code).length;

it('of sixty guesses that come at once, five are looked at, and one each time the wait is over', async () => {
  const codes = await codesOf(Array.from({ length: 60 }, (_, n) => signIn('justice', `sai lần thứ ${n}`)));
  expect(count(codes, 'wrong_credentials')).toBeLessThanOrEqual(8);
  expect(count(codes, 'too_many_tries')).toBeGreaterThanOrEqual(52);
});

it('whoever sits at an open session guesses its password as slowly as at the door', async () => {
  const { body } = await signIn('police', PASSWORD);
  const here = client(office.url, body.token);
  const next = 'cày sâu cuốc bẫm 2025';
  const codes = await codesOf(
    Array.from({ length: 30 }, (_, n) =>
      here.post<Problem>('/api/v1/sessions/me/password', { current: `sai ${n}`, next }),
    ),
  );
  expect(count(codes, 'wrong_credentials')).toBeLessThanOrEqual(8);
});

it('one password at many names from one address comes to its end', async () => {
  const codes: string[] = [];
  for (let n = 0; n < 15; n += 1)
    codes.push(
      ...(await codesOf(Array.from({ length: 10 }, (_, m) => signIn(`nguoi-${n}-${m}`, 'mùa xuân 2025!')))),
    );
  expect(count(codes, 'wrong_credentials')).toBeLessThanOrEqual(100);
  expect((await signIn('land', PASSWORD)).status).toBe(429);
}, 120_000);

it('of guesses at a look-up secret that come at once, sixty a minute are looked at', async () => {
  const codes = await codesOf(
    Array.from({ length: 150 }, () =>
      stranger.post<Problem>('/public/thieu-van/dossiers/lookup', {
        code: 'H56.01-1',
        secret: 'ABCDEFGHJKLM',
      }),
    ),
  );
  expect(count(codes, 'too_many_requests')).toBeGreaterThanOrEqual(90);
});

// This address has failed too often at the first; another process counts what it keeps in memory for itself.
describe('at another process', () => {
  const there = () => office.urls[1] ?? '';
  const signInThere = (username: string, password: string) =>
    client(there()).post<Problem & { token: string }>('/api/v1/sessions', { username, password });
  const hashOf = async (username: string) =>
    (
      await office.database
        .owner()
        .query<{ password_hash: string }>('select password_hash from account where username = $1', [username])
    ).rows[0]?.password_hash ?? '';
  const keep = (username: string, kept: string) =>
    office.database
      .owner()
      .query('update account set password_hash = $2 where username = $1', [username, kept]);

  it('a password is one whatever way its letters are composed', async () => {
    const next = 'Nước chảy đá mòn 2025';
    const { body } = await signInThere('finance', PASSWORD);
    const changed = await client(there(), body.token).post('/api/v1/sessions/me/password', {
      current: PASSWORD,
      next: next.normalize('NFC'),
    });
    expect(changed.status).toBe(204);
    expect((await signInThere('finance', next.normalize('NFD'))).status).toBe(201);
    expect((await signInThere('finance', next.normalize('NFKC'))).status).toBe(201);
  });

  it('a hash of before is renewed at sign-in: weaker parameters, another form of the same letters', async () => {
    const password = 'Nước chảy đá mòn 2026';
    for (const kept of [
      await hash(password.normalize('NFC'), { memoryCost: 4_096, timeCost: 3 }),
      await hash(password.normalize('NFD')),
    ]) {
      await keep('land', kept);
      expect((await signInThere('land', password.normalize('NFD'))).status).toBe(201);
      const renewed = await hashOf('land');
      expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(await verify(renewed, password.normalize('NFKC'))).toBe(true);
    }
  });

  it('whoever knows a receipt’s secret acts by it now and then, not without end', async () => {
    const receipt = await at.receive(BIRTH);
    const { lookup } = receipt.body;
    await office.settled();
    const statuses = await Promise.all(
      Array.from(
        { length: 60 },
        async (_, n) =>
          (
            await client(there()).post('/public/thieu-van/channels', {
              ...lookup,
              channels: n % 2 === 0 ? ['sms'] : [],
            })
          ).status,
      ),
    );
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(20);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(40);
  });

  it('what costs much is asked for so often and no more, by strangers and by officials', async () => {
    const { head } = at;
    const exports = await Promise.all(
      Array.from({ length: 20 }, async () => (await head.get('/api/v1/audit/export.csv')).status),
    );
    expect(exports).toContain(429);
    expect(exports.filter((status) => status === 200).length).toBeGreaterThanOrEqual(5);
    const proofs = await Promise.all(
      Array.from(
        { length: 300 },
        async () =>
          (await fetch(`${there()}/ledger/thieu-van/subjects/0199c2a8-0000-7000-8000-000000000000`)).status,
      ),
    );
    expect(proofs.filter((status) => status === 429).length).toBeGreaterThanOrEqual(100);
  });
});
