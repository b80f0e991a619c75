import type { Organisation } from '#organisation';
import type { Lacking } from '#projection';
import type { Day } from '#kernel';
import { planSubject } from '../plan/plan.js';
import type { PlanningQueries } from '../planning.queries.js';
import type { Planning } from '../planning.service.js';

/** How the plan of a day's year stood at its end, as everybody may know it (công khai tiến độ); `lacks` counts what a reader set aside. */
export class PublicProgress {
  constructor(
    private readonly planning: Planning,
    private readonly queries: PlanningQueries,
    private readonly organisation: Organisation,
    private readonly lacking: Lacking,
  ) {}

  async onDay(office: string, day: Day) {
    const year = Number(day.slice(0, 4));
    const [{ state }, { units }, rows, lacks] = await Promise.all([
      this.planning.loadPlan(office, planSubject(office, year)),
      this.organisation.current(office),
      this.queries.progress(office, day, 'public'),
      this.lacking.of(office, 'task'),
    ]);
    return { year, state, units, rows, lacks };
  }
}
