import type { Pool } from 'pg';

/**
 * The offices that there are: each is followed from the end of its founding on, and stays so, for an office may end but
 * was founded all the same.
 */
export class FollowedOffices {
  readonly #known = new Set<string>();

  constructor(private readonly pool: Pool) {}

  async has(office: string): Promise<boolean> {
    if (this.#known.has(office)) return true;
    const { rows } = await this.pool.query({
      name: 'is_followed',
      text: 'select from public.followed_office where office = $1',
      values: [office],
    });
    if (rows.length > 0) this.#known.add(office);
    return rows.length > 0;
  }
}
