import { leasesRunOut, notFound, refusal } from '#kernel';
import type { Reaction } from '#projection';
import type { Pool } from 'pg';

export const noSecondFactor = refusal(
  'no_second_factor',
  409,
  { vi: 'Tài khoản này chưa bật xác thực hai lớp', en: 'This account has no second factor' },
  {
    vi: 'Không có gì phải gỡ: người đó đăng nhập bằng mật khẩu.',
    en: 'Nothing is to be removed: its owner signs in with the password.',
  },
);
export const secondFactorToEnrol = refusal(
  'second_factor_to_enrol',
  403,
  {
    vi: 'Xác thực hai lớp của bạn đã được gỡ, phải đăng ký lại trước khi làm việc',
    en: 'Your second factor was removed and must be enrolled anew first',
  },
  {
    vi: 'Đăng ký ứng dụng xác thực ở /api/v1/sessions/me/second-factor rồi làm tiếp.',
    en: 'Enrol an authenticator at /api/v1/sessions/me/second-factor and go on.',
  },
);

/** What two people agreed to, carried out beside the log (gỡ xác thực hai lớp). */
export class LostFactors {
  constructor(private readonly pool: Pool) {}

  /** Refuses `no_second_factor`, and `not_found` where nobody has the account. */
  async requireFactor(office: string, personId: string): Promise<void> {
    const { rows } = await this.pool.query<{ enrolled: boolean }>(
      `select totp_since is not null as enrolled from account
       where office = $1 and person_id = $2 and ended_at is null`,
      [office, personId],
    );
    if (!rows[0]) throw notFound();
    if (!rows[0].enrolled) throw noSecondFactor();
  }

  /**
   * Removes the factor and ends the person's sessions, once for each removal, which its version in the log tells apart: a
   * repetition touches nothing that was enrolled since.
   */
  async remove(office: string, personId: string, version: number): Promise<void> {
    await this.pool.query(
      `with removed as (
         update account set totp_since = null, factor_to_enrol = true, factor_removals = $3
         where office = $1 and person_id = $2 and factor_removals < $3
         returning person_id)
       delete from session s using removed where s.office = $1 and s.person_id = removed.person_id`,
      [office, personId, version],
    );
  }

  /** The same, answered once nobody in any process is let in by a session of before. */
  async removeEverywhere(office: string, personId: string, version: number): Promise<void> {
    await this.remove(office, personId, version);
    await leasesRunOut();
  }
}

/** Where a process broke off between the agreement and its carrying out, it is carried out all the same. */
export const removeAgreedFactors = (factors: LostFactors): Reaction => ({
  name: 'remove_agreed_factors',
  types: ['SecondFactorRemoved'],
  async react(events) {
    for (const { office, data, version } of events)
      await factors.remove(office, String(data.personId), version);
  },
});
