import type { Pool } from 'pg';

/**
 * The offices that there are: each is followed from the end of its founding on, and stays so, for an office may end but
 * was founded all the same.
 */
export class FollowedOffices {
  readonly #known = new Set<string>();

  constructor(private readonly pool: Pool) {}

  all(): Promise<string[]> {
    return followedOffices(this.pool);
  }

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

/** Lets readers, the sealer and the sweep look at an office: the last step of its founding. */
export async function followOffice(db: Pool, office: string): Promise<void> {
  await db.query('insert into public.followed_office (office) values ($1) on conflict do nothing', [office]);
}

export async function howManyOffices(db: Pool): Promise<number> {
  const { rows } = await db.query<{ n: number }>('select count(*)::int as n from public.followed_office');
  return rows[0]?.n ?? 0;
}

export async function followedOffices(db: Pool): Promise<string[]> {
  const { rows } = await db.query<{ office: string }>(
    'select office from public.followed_office order by office',
  );
  return rows.map(({ office }) => office);
}
