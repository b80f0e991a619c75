import { Browser, signOnProvider, type Lie, type SignOnProvider } from '../support/sign-on-provider.js';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Target } from './target.js';

const SUBJECT = 'chutich@tinh.example';
const START = '/api/v1/sessions/single-sign-on';

const FORGED: Record<string, Lie> = {
  'signed by another key': { signedBy: 'another key' },
  'signed by nobody': { signedBy: 'nobody' },
  'meant for another service': { claims: { aud: 'ung-dung-khac' } },
  'from another provider': { claims: { iss: 'https://gia-mao.example' } },
  'of another sign-on': { claims: { nonce: 'cua-lan-khac' } },
  'that is over': { claims: { iat: 1_700_000_000, exp: 1_700_003_600 } },
};

/** V9: an identity token that its provider never gave opens a session of the chairman's. */
async function forgeIdentity(target: Target): Promise<Verdict> {
  const provider = await signOnProvider(`${target.url}${START}/return`);
  try {
    const { issuer, clientId, clientSecret } = provider;
    await target.ownMachine().restart({
      PUBLIC_URL: target.url,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
    });
    const chairman = await (await target.as('chairman')).get('/api/v1/sessions/me');
    const admin = await target.as('admin');
    const linked = await admin.post(`/api/v1/accounts/${String(chairman.body.id)}/identities`, {
      issuer,
      subject: SUBJECT,
    });
    return holdsIf({
      'the identity is linked': linked.status === 201,
      ...(await opened(target, provider)),
    });
  } finally {
    await provider.close();
  }
}

async function opened(target: Target, provider: SignOnProvider): Promise<Record<string, boolean>> {
  const signOn = async () => {
    const browser = new Browser();
    await browser.signOn(target.url + START, SUBJECT);
    return Boolean(browser.cookie(target.url, '__Host-minh-bach'));
  };
  const claims: Record<string, boolean> = { 'the provider’s own token opens a session': await signOn() };
  for (const [what, lie] of Object.entries(FORGED)) {
    provider.lie = lie;
    claims[`one ${what} opens none`] = !(await signOn());
  }
  return claims;
}

export const identities: readonly Attack[] = [
  { id: 'V9', what: 'an identity token is forged', alone: true, attempt: forgeIdentity },
];
