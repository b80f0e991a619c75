import { addDays, at, type Day } from '#kernel';
import type { Pool } from 'pg';

/** From how many different people on, whose data one reader has read, an inspector is shown it (xem dữ liệu bất thường). */
export const UNUSUAL = { inADay: 40, atOnce: 10, minutes: 10 } as const;

/** Readers who are shown; whoever read most comes first. */
const MOST_READERS = 100;
const MOST_PURPOSES = 10;

/** Somebody who read the data of unusually many people on a day. */
export interface UnusualReader {
  reader: string;
  /** How many people that day, and the most of them within `UNUSUAL.minutes`. */
  people: number;
  atOnce: number;
  /** What they said that it was for, some of it. */
  purposes: string[];
}

/** What an inspector is shown of who reads whose data (R34): figures and purposes, never the data. */
export class UnusualReadings {
  constructor(private readonly pool: Pool) {}

  /** Those of a day; workers, who read under a rule, are left out. Reading somebody again counts once. */
  async on(office: string, day: Day): Promise<UnusualReader[]> {
    const { rows } = await this.pool.query<UnusualReader>(
      `with first as (
         select reader, person_id, min(at) as at, min(purpose) as purpose from vault.reading
         where office = $1 and at >= $2 and at < $3 and reader not like 'worker:%'
         group by reader, person_id),
       paced as (
         select *, count(*) over (partition by reader order by at
                                  range between make_interval(mins => $4) preceding and current row) as at_once
         from first)
       select reader, count(*)::int as people, max(at_once)::int as "atOnce",
              (array_agg(distinct purpose))[:$5] as purposes
       from paced group by reader having count(*) >= $6 or max(at_once) >= $7
       order by count(*) desc, reader limit $8`,
      [
        office,
        at(day),
        at(addDays(day, 1)),
        UNUSUAL.minutes,
        MOST_PURPOSES,
        UNUSUAL.inADay,
        UNUSUAL.atOnce,
        MOST_READERS,
      ],
    );
    return rows;
  }
}
