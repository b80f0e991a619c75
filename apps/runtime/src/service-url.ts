import { createHmac } from 'node:crypto';

/** PostgreSQL's longest name is of 63 bytes. */
const SUFFIX = '_service';
const loginOf = (database: string): string => `${database.slice(0, 63 - SUFFIX.length)}${SUFFIX}`;

/**
 * Where the running service logs in (tài khoản dịch vụ): as a role of its own, which may do what `minh_bach_app` may and
 * can become nobody else. Its password comes from the owner's, one way: whoever has the service's learns nothing more.
 * Undefined where the owner's address holds no password to make it from.
 */
export function serviceUrlOf(databaseUrl: string): string | undefined {
  const url = new URL(databaseUrl);
  if (url.password === '') return undefined;
  const login = loginOf(decodeURIComponent(url.pathname.slice(1)));
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(login).digest('base64url');
  url.username = encodeURIComponent(login);
  return url.href;
}
