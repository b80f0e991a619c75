import { derivedId, refusal, whenRefused } from '#kernel';
import type { Vault } from '#vault';
import { Secret, TOTP } from 'otpauth';
import type { Pool } from 'pg';

export const secondFactorNeeded = refusal(
  'second_factor_needed',
  401,
  { vi: 'Cần mã xác thực', en: 'A one-time code is needed' },
  {
    vi: 'Nhập mã 6 số trong ứng dụng xác thực ("code").',
    en: 'Send the six digits of your authenticator as "code".',
  },
);
export const wrongCode = refusal(
  'wrong_code',
  401,
  { vi: 'Mã xác thực không đúng hoặc đã dùng', en: 'The one-time code is wrong or was used' },
  { vi: 'Chờ mã tiếp theo rồi nhập lại.', en: 'Wait for the next code and enter it.' },
);
export const secondFactorRequired = refusal(
  'second_factor_required',
  403,
  { vi: 'Vị trí lãnh đạo phải bật xác thực hai lớp', en: 'A leader’s post needs a second factor' },
  {
    vi: 'Đăng ký ứng dụng xác thực ở /api/v1/sessions/me/second-factor rồi đăng nhập lại.',
    en: 'Enrol an authenticator at /api/v1/sessions/me/second-factor and sign in with it.',
  },
);

const PERIOD = 30;
/** The name of the fact under which the vault keeps the secret. */
export const SECOND_FACTOR_FACT = 'secondFactor';

/** Whose key the vault keeps an account's secret under: an account's own, which goes with no person's erasure. */
const accountOf = (office: string, personId: string): string => derivedId(office, personId, 'account');

/** One-time codes by time (TOTP, RFC 6238); the secret lies in the vault under its account's key. */
export class SecondFactor {
  constructor(
    private readonly pool: Pool,
    private readonly vault: Vault,
  ) {}

  /** A new secret, in force once a code of it is confirmed; the one in force stays until then. */
  async enrol(office: string, personId: string, username: string): Promise<{ secret: string; uri: string }> {
    const secret = new Secret({ size: 20 });
    await this.vault.put(office, accountOf(office, personId), {
      [`${SECOND_FACTOR_FACT}Next`]: secret.base32,
    });
    return { secret: secret.base32, uri: totp(secret.base32, username).toString() };
  }

  /** Puts a new secret in force by one of its codes; refuses `wrong_code`. */
  async confirm(office: string, personId: string, code: string): Promise<void> {
    const secret = await this.#secret(office, personId, `${SECOND_FACTOR_FACT}Next`);
    const step = secret === undefined ? null : stepOf(secret, code);
    if (secret === undefined || step === null) throw wrongCode();
    await this.vault.put(office, accountOf(office, personId), { [SECOND_FACTOR_FACT]: secret });
    await this.pool.query(
      `update account set totp_since = now(), totp_last_step = $3, factor_to_enrol = false
       where office = $1 and person_id = $2`,
      [office, personId, step],
    );
  }

  /** Takes a code once; refuses `wrong_code` for a wrong, an old and a repeated one. */
  async check(office: string, personId: string, code: string): Promise<void> {
    const secret = await this.#secret(office, personId, SECOND_FACTOR_FACT);
    const step = secret === undefined ? null : stepOf(secret, code);
    if (step === null) throw wrongCode();
    const { rowCount } = await this.pool.query(
      'update account set totp_last_step = $3 where office = $1 and person_id = $2 and totp_last_step < $3',
      [office, personId, step],
    );
    if (rowCount === 0) throw wrongCode();
  }

  async #secret(office: string, personId: string, fact: string): Promise<string | undefined> {
    return (
      (await this.#kept(office, accountOf(office, personId), personId, fact)) ??
      (await this.#kept(office, personId, personId, fact)) // enrolled before accounts had keys of their own
    );
  }

  async #kept(office: string, subject: string, reader: string, fact: string): Promise<string | undefined> {
    const reading = { reader, purpose: 'sign-in', at: new Date() };
    const none: Record<string, string> = {};
    return (await this.vault.read(office, subject, [fact], reading).catch(whenRefused(none)))[fact];
  }
}

const totp = (secret: string, username: string): TOTP =>
  new TOTP({ issuer: 'Minh Bạch', label: username, secret, period: PERIOD, digits: 6, algorithm: 'SHA1' });

/** The step of time a code belongs to, the present one or a neighbour; null for none of them. */
function stepOf(secret: string, written: string): number | null {
  const code = written.normalize('NFKC').replace(/\s/g, ''); // authenticators show it in two halves
  if (!/^\d{6}$/.test(code)) return null; // the library compares bytes, and breaks on others than it expects
  const delta = totp(secret, 'x').validate({ token: code, window: 1 });
  return delta === null ? null : Math.floor(Date.now() / 1_000 / PERIOD) + delta;
}
