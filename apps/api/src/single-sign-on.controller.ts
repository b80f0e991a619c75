import { SendsOn, PUBLIC_URL, inOffice, notFound, refusal } from '#kernel';
import { Accounts, Identities } from '#organisation';
import { Controller, Get, Inject, Ip, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import { cookieOf, giveSessionCookie } from './credential.js';
import { RUNTIME, SINGLE_SIGN_ON } from './tokens.js';
import type { Runtime, SingleSignOn } from '../../runtime/src/index.js';

export const signOnFailed = refusal(
  'sign_on_failed',
  401,
  { vi: 'Đăng nhập một lần không thành', en: 'Single sign-on did not succeed' },
  { vi: 'Bắt đầu lại từ trang đăng nhập.', en: 'Begin again from the sign-in page.' },
);
export const identityUnknown = refusal(
  'identity_unknown',
  403,
  { vi: 'Định danh này chưa gắn với tài khoản nào', en: 'This identity is not linked to an account' },
  {
    vi: 'Nhờ quản trị gắn định danh vào tài khoản của bạn.',
    en: 'Ask the administrator to link it to yours.',
  },
);

const COOKIE = '__Host-minh-bach-sign-on';
const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600';
const OVER = 'Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0';
/** Something one has (RFC 8176): with a password, or something one is, it is a second factor; alone it is one. */
const HAD = ['otp', 'hwk', 'swk', 'sms'];
const KNOWN_OR_BEEN = ['pwd', 'pin', 'fpt', 'face', 'iris'];

const isTwoFactors = (ways: unknown[]): boolean =>
  ways.includes('mfa') ||
  (HAD.some((way) => ways.includes(way)) && KNOWN_OR_BEEN.some((way) => ways.includes(way)));

/** Signing in at a provider of single sign-on (OpenID Connect, authorization code with PKCE). */
@ApiTags('sessions')
@Controller('api/v1/sessions/single-sign-on')
export class SingleSignOnController {
  #provider: Promise<oidc.Configuration> | undefined;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(SINGLE_SIGN_ON) private readonly settings: SingleSignOn | null,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Identities) private readonly identities: Identities,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @SendsOn('Sang nơi đăng nhập · to the provider')
  @Get()
  @ApiOperation({ summary: 'Sang trang đăng nhập một lần · go to the provider' })
  async begin(@Res() reply: FastifyReply) {
    const { provider, returnUrl } = await this.#open();
    const verifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const target = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: returnUrl,
      scope: 'openid',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return reply
      .header('set-cookie', `${COOKIE}=${[state, nonce, verifier].join('~')}; ${FLAGS}`)
      .redirect(target.href, 303);
  }

  @SendsOn('Đã đăng nhập · signed in')
  @Get('return')
  @ApiOperation({ summary: 'Từ trang đăng nhập một lần trở về · back from the provider' })
  async end(@Req() request: FastifyRequest, @Ip() address: string, @Res() reply: FastifyReply) {
    const { provider, returnUrl } = await this.#open();
    const [expectedState, expectedNonce, pkceCodeVerifier] = (
      cookieOf(request.headers.cookie, COOKIE) ?? ''
    ).split('~');
    if (!expectedState || !expectedNonce || !pkceCodeVerifier) throw signOnFailed();
    const here = new URL(`${returnUrl}?${request.url.split('?')[1] ?? ''}`);
    const answer = await oidc
      .authorizationCodeGrant(provider, here, {
        expectedState,
        expectedNonce,
        pkceCodeVerifier,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.name : 'unknown'; // the error itself holds the code
        request.log.info({ reqId: request.id, security: 'sign_on_failed', why, ip: request.ip }, 'refused');
        throw signOnFailed();
      });
    const claims = answer.claims();
    if (!claims) throw signOnFailed();
    const { office } = this.runtime;
    const { token, expiresAt } = await inOffice(office, async () => {
      const personId = await this.identities.personOf(office, claims.iss, claims.sub);
      if (personId === undefined) throw identityUnknown();
      const ways = Array.isArray(claims.amr) ? (claims.amr as unknown[]) : [];
      const secondFactor = isTwoFactors(ways);
      return this.accounts.sessions.begin(office, personId, { address, secondFactor });
    });
    return giveSessionCookie(reply.header('set-cookie', `${COOKIE}=; ${OVER}`), token, expiresAt)
      .header('cache-control', 'no-store')
      .redirect('/app/#signed-in', 303);
  }

  async #open(): Promise<{ provider: oidc.Configuration; returnUrl: string }> {
    if (!this.settings) throw notFound();
    const { issuer, clientId, clientSecret } = this.settings;
    const url = new URL(issuer);
    // A provider on this very machine may speak plain HTTP; any other must not.
    const local = ['localhost', '127.0.0.1'].includes(url.hostname) && url.protocol === 'http:';
    this.#provider ??= oidc.discovery(url, clientId, clientSecret, undefined, {
      // Without it the library takes an identity token unverified, for it came over TLS from the provider.
      execute: [oidc.enableNonRepudiationChecks, ...(local ? [oidc.allowInsecureRequests] : [])],
    });
    this.#provider.catch(() => (this.#provider = undefined)); // asked again at the next try
    return {
      provider: await this.#provider,
      returnUrl: `${this.publicUrl}/api/v1/sessions/single-sign-on/return`,
    };
  }
}
