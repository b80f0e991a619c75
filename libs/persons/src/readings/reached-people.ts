import type { Pool } from 'pg';
import type { TellBreach } from './breach.js';

const PAGE = 500;
const MOST_WORDS = 50;

/** Somebody whose data were reached: what was read of them, how often, when and what for, and what was done to their record. */
export interface ReachedPerson {
  personId: string;
  readings: number;
  first: Date;
  last: Date;
  names: string[];
  purposes: string[];
  acts: string[];
  /** Whether the log vouches for each of these readings; the newest wait a minute for it. */
  sealed: boolean;
}

type Asked = Pick<TellBreach, 'by' | 'id' | 'from' | 'to'>;

/**
 * Whose data a person, a session or a token reached, from readings and from acts on people's records; page by page in the
 * order of ids. Acts are of who acted, a person or a token: which session an act came by is nowhere kept.
 */
export class ReachedPeople {
  constructor(private readonly pool: Pool) {}

  async *by(office: string, asked: Asked): AsyncGenerator<ReachedPerson[]> {
    for (let after: string | null = null; ;) {
      const page: ReachedPerson[] = await this.#page(office, asked, after);
      if (page.length > 0) yield page;
      after = page.at(-1)?.personId ?? after;
      if (page.length < PAGE) return;
    }
  }

  async #page(office: string, { by, id, from, to }: Asked, after: string | null): Promise<ReachedPerson[]> {
    const { rows } = await this.pool.query<ReachedPerson>(
      `with read as (
         select person_id, count(distinct id)::int as readings, min(at) as first, max(at) as last,
                (array_agg(distinct name))[:${MOST_WORDS}] as names,
                (array_agg(distinct purpose))[:${MOST_WORDS}] as purposes, bool_and(batch is not null) as sealed
         from vault.reading left join lateral unnest(names) name on true
         where office = $1 and at >= $3 and at < $4 and ($5::uuid is null or person_id > $5)
           and ${by === 'person' ? 'reader = $2' : 'via = $2::text::uuid'}
         group by person_id),
       done as (
         select subject as person_id, min(recorded_at) as first, max(recorded_at) as last,
                array_agg(distinct type) as acts
         from event
         where office = $1 and actor = $2::text and kind = 'person' and recorded_at >= $3 and recorded_at < $4
           and ($5::uuid is null or subject > $5)
         group by subject)
       select person_id as "personId", coalesce(readings, 0) as readings,
              least(read.first, done.first) as first, greatest(read.last, done.last) as last,
              coalesce(array_remove(names, null), '{}') as names, coalesce(purposes, '{}') as purposes,
              coalesce(acts, '{}') as acts, coalesce(sealed, true) as sealed
       from read full join done using (person_id) order by person_id limit ${PAGE}`,
      [office, id, from, to, after],
    );
    return rows;
  }
}
