import type { Problem } from '../support/answers.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';
import { Browser, signOnProvider, type Lie, type SignOnProvider } from '../support/sign-on-provider.js';

const SUBJECT = 'chutich@tinh.example';
const [SESSION, BEGUN] = ['__Host-minh-bach', '__Host-minh-bach-sign-on'];

let office: RunningOffice;
let provider: SignOnProvider;
beforeAll(async () => {
  office = await runningOffice({
    env: async (url) => {
      provider = await signOnProvider(`${url}/api/v1/sessions/single-sign-on/return`);
      return {
        SECOND_FACTOR: 'leaders',
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
      };
    },
  });
  await office.database.owner().query(
    `insert into external_identity (office, issuer, subject, person_id)
     select office, $1, $2, person_id from account where username = 'chairman'`,
    [provider.issuer, SUBJECT],
  );
});
afterEach(() => (provider.lie = null));
afterAll(async () => {
  await office.close();
  await provider.close();
});

const start = () => `${office.url}/api/v1/sessions/single-sign-on`;
const isReturn = (target: string) => target.startsWith(`${start()}/return`);

/** Signs on, and says how it ended: with a session, or by which refusal. */
async function signOn(browser = new Browser()): Promise<string> {
  const { status, text } = await browser.signOn(start(), SUBJECT);
  if (browser.cookie(office.url, SESSION) !== undefined) return `a session, ${status}`;
  return `${(JSON.parse(text) as Problem).code}, ${status}`;
}

/** A browser whose way back somebody changes. */
const ledAstray = (change: (back: URL) => void) =>
  new Browser((target) => {
    if (!isReturn(target)) return target;
    const back = new URL(target);
    change(back);
    return back.href;
  });

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

it('an answer that says the truth opens a session', async () => {
  expect(await signOn()).toBe('a session, 200');
});

it.each<[string, Lie]>([
  ['names another nonce', { claims: { nonce: 'cua-lan-khac' } }],
  ['names none', { claims: { nonce: undefined } }],
  ['comes from another issuer', { claims: { iss: 'https://gia-mao.example' } }],
  ['is for another audience', { claims: { aud: 'ung-dung-khac' } }],
  ['is for several, and was given to another', { claims: { aud: ['minh-bach', 'khac'], azp: 'khac' } }],
  ['is over', { claims: { iat: 1_700_000_000, exp: 1_700_003_600 } }],
  ['says nothing of its end', { claims: { exp: undefined } }],
  ['is not yet', { claims: { nbf: inSeconds(3_600) } }],
  ['is signed by another key', { signedBy: 'another key' }],
  ['is signed by nobody', { signedBy: 'nobody' }],
  ['names nobody', { claims: { sub: undefined } }],
])('an identity token that %s opens nothing', async (_what, lie) => {
  provider.lie = lie;
  expect(await signOn()).toBe('sign_on_failed, 401');
});

it.each<[string, (back: URL) => void]>([
  ['another state', ({ searchParams }) => searchParams.set('state', 'cua-lan-khac')],
  ['no state', ({ searchParams }) => searchParams.delete('state')],
  ['another issuer', ({ searchParams }) => searchParams.set('iss', 'https://gia-mao.example')],
  ['no code', ({ searchParams }) => searchParams.delete('code')],
  ['a code that was never given', ({ searchParams }) => searchParams.set('code', 'x'.repeat(43))],
])('a way back with %s opens nothing', async (_what, change) => {
  expect(await signOn(ledAstray(change))).toBe('sign_on_failed, 401');
});

it('an answer opens one session: neither again, nor in another browser', async () => {
  let back = '';
  let begun: string | undefined;
  const browser = new Browser((target) => {
    if (!isReturn(target)) return target;
    back = target;
    begun = browser.cookie(office.url, BEGUN);
    return target;
  });
  expect(await signOn(browser)).toBe('a session, 200');
  expect(browser.cookie(office.url, BEGUN)).toBe(''); // what was begun is over
  const again = await fetch(back, { headers: { cookie: `${BEGUN}=${begun}` }, redirect: 'manual' });
  expect([again.status, ((await again.json()) as Problem).code]).toEqual([401, 'sign_on_failed']);

  // A code that was given to somebody else's browser and never used: it is bound to what that one began with.
  let code = '';
  const victim = ledAstray(({ searchParams }) => {
    code = searchParams.get('code') ?? '';
    searchParams.delete('code');
  });
  expect(await signOn(victim)).toBe('sign_on_failed, 401');
  expect(code).not.toBe('');
  const thief = ledAstray(({ searchParams }) => searchParams.set('code', code));
  expect(await signOn(thief)).toBe('sign_on_failed, 401');
});

it.each<[string, unknown, boolean]>([
  ['nothing', undefined, false],
  ['a password', ['pwd'], false],
  ['a one-time code alone', ['otp'], false],
  ['a key alone', ['hwk'], false],
  ['a password and a pattern, both known', ['pwd', 'pin'], false],
  ['two things one has', ['otp', 'sms'], false],
  ['words that are no list', 'mfa', false],
  ['a password and a one-time code', ['pwd', 'otp'], true],
  ['a key and a fingerprint', ['hwk', 'fpt'], true],
  ['several factors, by their name', ['mfa'], true],
])('how somebody signed on (amr): %s', async (_what, amr, isTwoFactors) => {
  provider.lie = { claims: { amr } };
  const browser = new Browser();
  expect(await signOn(browser)).toBe('a session, 200');
  const chairman = client(office.url, browser.cookie(office.url, SESSION));
  const { status, body } = await chairman.get<Problem>('/api/v1/tasks');
  expect([status, body.code]).toEqual(isTwoFactors ? [200, undefined] : [403, 'second_factor_required']);
});
