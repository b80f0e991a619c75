import { refusal } from '#kernel';
import { officeOfToken } from '#organisation';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a request proves who it is from with. */
export interface Credential {
  token: string;
  /** The office that the token names; whether it is its own, the database says. */
  office: string;
  /** A browser sends cookies by itself, also for pages of strangers; a bearer token is sent on purpose. */
  byCookie: boolean;
}

export const crossSite = refusal(
  'cross_site',
  403,
  { vi: 'Yêu cầu đến từ trang khác', en: 'The request comes from another site' },
  { vi: 'Thao tác ngay trên trang của hệ thống.', en: 'Act on the pages of this service.' },
);

export const signedInAsAnother = refusal(
  'signed_in_as_another',
  403,
  { vi: 'Trên máy này đã có người khác đăng nhập', en: 'Somebody else has signed in on this PC' },
  {
    vi: 'Tải lại trang. Việc của người trước không được làm dưới tên người sau.',
    en: 'Load the page again. What one person began is not done in another’s name.',
  },
);

/** By which a page says whom it was opened for: all windows of a browser share one session. */
const OPENED_FOR = 'signed-in-as';

/** Refuses what a page sends that was opened for somebody else than whose session it comes by. */
export function requireOpenedFor({ headers }: Pick<FastifyRequest, 'headers'>, personId: string): void {
  const openedFor = headers[OPENED_FOR];
  if (openedFor !== undefined && openedFor !== personId) throw signedInAsAnother();
}

export const SESSION_COOKIE = '__Host-minh-bach';

/** `__Host-`: only this host, only by HTTPS (or the machine itself), never readable by scripts. */
const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Strict';

export function credentialOf({ headers }: FastifyRequest): Credential | undefined {
  const { authorization } = headers;
  return authorization === undefined
    ? named(cookieOf(headers.cookie, SESSION_COOKIE), true)
    : named(/^Bearer (\S{20,300})$/i.exec(authorization)?.[1], false);
}

function named(token: string | undefined, byCookie: boolean): Credential | undefined {
  const office = token === undefined ? undefined : officeOfToken(token);
  return token === undefined || office === undefined ? undefined : { token, office, byCookie };
}

export const cookieOf = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([key]) => key === name)?.[1];

export const giveSessionCookie = (reply: FastifyReply, token: string, expiresAt: Date): FastifyReply =>
  reply.header('set-cookie', `${SESSION_COOKIE}=${token}; ${FLAGS}; Expires=${expiresAt.toUTCString()}`);

export const takeSessionCookie = (reply: FastifyReply): FastifyReply =>
  reply.header('set-cookie', `${SESSION_COOKIE}=; ${FLAGS}; Max-Age=0`);

/**
 * Refuses `cross_site` for a change that a stranger's page may have sent along with the cookie: the browser says where a
 * request comes from (Fetch Metadata), and before it could, by its Origin.
 */
export function requireSameSite(request: FastifyRequest): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') requireFrom(request, ['same-origin']);
}

/** The same for a form: somebody who sends one anew themselves comes from nowhere. */
export const requireOwnForm = (request: FastifyRequest): void =>
  requireFrom(request, ['same-origin', 'none']);

function requireFrom({ headers, host }: FastifyRequest, sites: readonly string[]): void {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string' && sites.includes(site)) return;
  const { origin } = headers;
  if (site === undefined && origin !== undefined && URL.canParse(origin) && new URL(origin).host === host)
    return;
  throw crossSite();
}
