import type { Pool } from 'pg';

/** Keeps that an office has calendars of its own of some years. */
export const keepOfficeYears = (pool: Pool, office: string, years: readonly number[]): Promise<unknown> =>
  pool.query('insert into office_year select $1, unnest($2::int[]) on conflict do nothing', [office, years]);

/** Those of some years that at least one office has no calendar of, neither the installation's nor its own. */
export async function yearsLackedBySome(pool: Pool, years: readonly number[]): Promise<number[]> {
  if (years.length === 0) return [];
  const { rows } = await pool.query<{ year: number }>(
    `select year from unnest($1::int[]) year where exists (
       select from followed_office f where not exists (
         select from office_year own where own.office = f.office and own.year = year.year)) order by year`,
    [years],
  );
  return rows.map(({ year }) => year);
}
