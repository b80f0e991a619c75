import { loadCalendars, type SharedCalendar } from '#calendar';
import { keepOfficeHours } from '#ledger';
import type { Pool } from 'pg';

/** How a process keeps to the calendar that all share. */
export interface Calendars {
  /** Takes over what any process has brought in. */
  refresh(): Promise<unknown>;
  /**
   * Brings in what the folder holds by now, for all processes; `anew`: also years that another content has replaced since,
   * which only a person may ask for.
   */
  bring(anew?: boolean): Promise<void>;
}

export const calendarsOf = (
  shared: SharedCalendar,
  pool: Pool,
  office: string,
  folder: string,
): Calendars => ({
  refresh: () => shared.current(office),
  async bring(anew = false) {
    const changed = await shared.bring(loadCalendars(folder), anew);
    if (changed.length > 0) await keepOfficeHours(pool, shared.calendar.days());
  },
});
