import { Gathering, LEASE_MS, digestOf, leasesRunOut } from '#kernel';
import type { Pool } from 'pg';
import type { CalendarYear } from './calendar-year.js';
import { WorkCalendar } from './work-calendar.js';

/** The one calendar of all processes of an installation: what one of them brings in, the others decide by (lịch làm việc chung). */
export class SharedCalendar {
  /** Itself never replaced: who holds it sees what comes. */
  readonly calendar = new WorkCalendar([]);
  #years: readonly CalendarYear[] = [];
  #seen = '';
  #askedAt = -Infinity;
  readonly #brought = new Set<string>();
  readonly #asking = new Gathering<string, true>(async () => {
    await this.#ask();
    return new Map();
  });

  /** `leases`: whether what was asked for a moment ago will do; not for who reacts to events, which come before that answer. */
  constructor(
    private readonly pool: Pool,
    private readonly leases: boolean,
  ) {}

  /** The years that it holds now; another list once they are others. */
  get held(): readonly CalendarYear[] {
    return this.#years;
  }

  /** The calendar as it is committed, no older than this call; under a lease, than `LEASE_MS` before it. */
  async current(office: string): Promise<WorkCalendar> {
    if (!this.leased()) await this.#asking.get(office, 'calendar');
    return this.calendar;
  }

  /** The same without asking, where it was asked for within its lease. */
  leased(): WorkCalendar | undefined {
    return this.leases && performance.now() - this.#askedAt < LEASE_MS ? this.calendar : undefined;
  }

  /**
   * Brings years in; answers which are others now. What was brought in before and replaced since does not come back by
   * itself, as with a process that starts with an old folder: only `anew`. Returns when no process decides by what was before.
   */
  async bring(years: readonly CalendarYear[], anew = false): Promise<number[]> {
    const brought = years
      .map((content) => ({ year: content.year, digest: digestOf(content), content }))
      .filter(({ digest }) => anew || !this.#brought.has(digest));
    if (brought.length === 0) return [];
    const { rows } = await this.pool.query<{ year: number }>(anew ? BRING_ANEW : BRING, [
      JSON.stringify(brought),
    ]);
    for (const { digest } of brought) this.#brought.add(digest);
    await this.#ask();
    if (rows.length > 0) await leasesRunOut();
    return rows.map(({ year }) => year);
  }

  async #ask(): Promise<void> {
    const asked = performance.now();
    const { rows } = await this.pool.query<{ seen: string }>({
      name: 'calendar_seen',
      text: 'select coalesce(sum(revision), 0)::text as seen from calendar_year',
    });
    const [{ seen } = { seen: '' }] = rows;
    if (seen !== this.#seen) await this.#take();
    this.#askedAt = asked;
  }

  async #take(): Promise<void> {
    const { rows } = await this.pool.query<{ seen: string; years: CalendarYear[] }>(HELD);
    const [held] = rows;
    if (!held) throw new Error('no answer on the calendar');
    this.calendar.hold(held.years);
    this.#years = held.years;
    this.#seen = held.seen;
  }
}

const BROUGHT = 'from jsonb_to_recordset($1::jsonb) as x(year int, digest text, content jsonb)';
const BRING = `insert into calendar_year (year, digest, content) select year, digest, content ${BROUGHT}
  on conflict do nothing returning year`;
const BRING_ANEW = `insert into calendar_year as c (year, digest, content) select year, digest, content ${BROUGHT}
  on conflict (year, digest) do update set revision = default
    where c.revision < (select max(revision) from calendar_year where year = excluded.year)
  returning year`;
const HELD = `select (select sum(revision)::text from calendar_year) as seen,
  (select coalesce(jsonb_agg(content order by year), '[]')
   from (select distinct on (year) year, content from calendar_year order by year, revision desc) held) as years`;
