import { at, inOffice } from '#kernel';
import type { Pool } from 'pg';
import type { MonthOfProcedure } from '../dossiers.shapes.js';

const KEPT_MS = 10 * 60_000;

/** Figures that everybody may have (dữ liệu mở), computed at most once in ten minutes a year and office. */
export class OpenData {
  readonly #kept = new Map<string, { until: number; rows: Promise<MonthOfProcedure[]> }>();

  constructor(private readonly pool: Pool) {}

  /** By month of reception, and by month of the end; `lacks`: how many dossiers the list lacks, since that changes them. */
  months(office: string, year: number, lacks = 0, now: number = Date.now()): Promise<MonthOfProcedure[]> {
    const key = `${office}/${year}/${lacks}`;
    const known = this.#kept.get(key);
    if (known && known.until > now) return known.rows;
    const rows = inOffice(office, () => this.#compute(office, year));
    rows.catch(() => this.#kept.delete(key)); // asked again at the next request
    if (this.#kept.size > 1_000) this.#kept.clear();
    this.#kept.set(key, { until: now + KEPT_MS, rows });
    return rows;
  }

  async #compute(office: string, year: number): Promise<MonthOfProcedure[]> {
    const { rows } = await this.pool.query<MonthOfProcedure>(
      `with entry as (
         select procedure_code, procedure_name, received_at as at, channel, null::boolean as late, 'in' as way
         from rm_dossier.dossier where office = $1 and not past and received_at >= $2 and received_at < $3
         union all
         select procedure_code, procedure_name, ended_at, channel, late, 'out'
         from rm_dossier.dossier
         where office = $1 and not past and ended_at >= $2 and ended_at < $3 and received_at is not null and status <> 'withdrawn')
       select to_char(at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month, procedure_code as "procedureCode",
              max(procedure_name) as procedure,
              count(*) filter (where way = 'in')::int as received,
              count(*) filter (where way = 'in' and channel = 'online')::int as "receivedOnline",
              count(*) filter (where way = 'out')::int as settled,
              count(*) filter (where way = 'out' and not late)::int as "settledOnTime",
              count(*) filter (where way = 'out' and late)::int as "settledLate"
       from entry group by 1, 2 order by 1, 2`,
      [office, at(`${year}-01-01`), at(`${year + 1}-01-01`)],
    );
    return rows;
  }
}
