import { refusal } from '#kernel';
import { createHash, randomBytes } from 'node:crypto';

/** A person who has signed in, and how far their proof goes. */
export interface SignedIn {
  office: string;
  personId: string;
  username: string;
  name: string;
  /** The session they are signed in by; a token is none. */
  sessionId?: string;
  /** Proved by a second factor too. */
  secondFactor: boolean;
  /** Signed in with a password that somebody else chose: to be changed before anything else. */
  passwordToChange?: boolean;
  /** Two others removed the second factor that this person had lost: to be enrolled anew before anything else. */
  factorToEnrol?: boolean;
  /** For a system's token, who acts by it as one of its own: its id and the acts it may do. */
  token?: { id: string; scopes: readonly string[] };
}

export const wrongCredentials = refusal(
  'wrong_credentials',
  401,
  { vi: 'Sai tên đăng nhập hoặc mật khẩu', en: 'Wrong username or password' },
  { vi: 'Kiểm tra lại rồi đăng nhập lại.', en: 'Check both and sign in again.' },
);

/** A fresh secret that says whose office it is for: the office selects what is looked at, and proves nothing. */
export const newToken = (office: string, prefix = ''): string =>
  `${office}.${prefix}${randomBytes(32).toString('base64url')}`;

/** The office that a token names; undefined for what is no token. */
export const officeOfToken = (token: string): string | undefined =>
  /^([a-z0-9][a-z0-9-]{0,60})\.[\w-]{20,200}$/.exec(token)?.[1];

/** Only this is kept of a token: 256 random bits need no salt and no slow hash. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
