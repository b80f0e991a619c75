import { Turnstile, temporaryFailure } from '#kernel';
import { hash, verify } from '@node-rs/argon2';

export const manySignIn = temporaryFailure(
  'many_sign_in',
  503,
  { vi: 'Đang có quá nhiều người đăng nhập cùng lúc', en: 'Too many people are signing in at this moment' },
  { vi: 'Chờ vài giây rồi thử lại.', en: 'Wait a few seconds and try again.' },
);

/** Argon2id with 19 MiB, two passes, one lane: OWASP's Password Storage Cheat Sheet. */
const ARGON2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AS_WE_HASH = `$argon2id$v=19$m=${ARGON2.memoryCost},t=${ARGON2.timeCost},p=${ARGON2.parallelism}$`;

/** Each takes a core and 19 MiB for some 20 ms; what else the process does needs the rest. */
const AT_ONCE = 2;
const MOST_WAITING = 100;
const turnstile = new Turnstile(AT_ONCE, MOST_WAITING, manySignIn);

/** The same letters are the same password, however a keyboard composes them (Unicode NFKC). */
const hashedForm = (password: string): string => password.normalize('NFKC');

/** The hash to keep of a password; refuses `many_sign_in` while too many wait. */
export const hashPassword = (password: string): Promise<string> =>
  turnstile.pass(() => hash(hashedForm(password), ARGON2));

/** A hash of before may be of the letters as some keyboard composed them, which nobody can know any more. */
const formsOf = (password: string): string[] => [
  ...new Set([hashedForm(password), password, password.normalize('NFD')]),
];

/** Whether a password is the one that a hash was made of, also of its letters in another form, as it was before. */
export async function provesPassword(kept: string, password: string): Promise<boolean> {
  for (const form of formsOf(password)) if (await turnstile.pass(() => verify(kept, form))) return true;
  return false;
}

/** Whether a hash that a password proved is to be made anew: by other parameters, or of another form of the letters. */
export const isOutdated = async (kept: string, password: string): Promise<boolean> =>
  !kept.startsWith(AS_WE_HASH) ||
  (formsOf(password).length > 1 && !(await turnstile.pass(() => verify(kept, hashedForm(password)))));
