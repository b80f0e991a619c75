import type { ControlColumn, ControlFigures, ListCounted } from '#dossiers';
import { beingMended, inOffice, type Clock } from '#kernel';
import { settledEnd } from '#ledger';
import { planSubject, type PlanStanding } from '#planning';
import { requireReached, type Lacking } from '#projection';
import type { Pool } from 'pg';
import { instantsOf } from './definition/periods.js';
import { tablesOf, type CutOff, type Figures } from './figures/figures.js';
import { definitionBehind } from './report/drafting.js';
import { endOf, type Report } from './report/report.js';

/** Counts in the office whose report it is: where that one ended, its log is still there (R28). */
const within = <T>(office: string, { of }: Report, count: (own: string) => Promise<T>): Promise<T> =>
  of === null ? count(office) : inOffice(of.office, () => count(of.office));

const MODEL = 'dossier_history';

/** A report's figures as they are counted for a cut-off. */
export interface Counted {
  cutOff: CutOff;
  figures: Figures;
}

/** Counts what reports tell, and opens each figure to what is behind it. */
export class ReportFigures {
  constructor(
    private readonly pool: Pool,
    private readonly control: ControlFigures,
    private readonly plan: PlanStanding,
    private readonly lacking: Lacking,
    private readonly clock: Clock,
  ) {}

  /**
   * All that has happened by now or, once the period is over, by its end, as far as the log holds it; refuses `unavailable`
   * and `being_mended` while a read model can't tell.
   */
  async now(office: string, state: Report): Promise<Counted> {
    const cutOff = await this.cutOffNow(office, state);
    return { cutOff, figures: await within(office, state, (own) => this.#count(own, state, cutOff)) };
  }

  /** The cut-off of what would be handed in now. */
  async cutOffNow(office: string, state: Report): Promise<CutOff> {
    const position = await within(office, state, (own) => this.#settled(own));
    const now = this.clock.now();
    const end = endOf(state);
    return { instant: (now < end ? now : end).toISOString(), position, provisional: now < end };
  }

  /** The dossiers behind a figure of table II.06a, as they stood at its cut-off: for ever the same (R29). */
  behind(
    office: string,
    state: Report,
    { instant, position }: CutOff,
    column: ControlColumn,
    filter: ListCounted,
  ) {
    const asOf = { instant: new Date(instant), position };
    const { since } = instantsOf(state.period);
    return within(office, state, (own) => this.control.list(own, since, asOf, column, filter));
  }

  async #count(office: string, state: Report, { instant, position }: CutOff): Promise<Figures> {
    const tables = tablesOf(definitionBehind(state).outline);
    const asOf = { instant: new Date(instant), position };
    const { since } = instantsOf(state.period);
    return {
      ...(tables.includes('control') ? { control: await this.control.count(office, since, asOf) } : {}),
      ...(tables.includes('plan')
        ? { plan: await this.plan.asOf(office, planSubject(office, state.year), asOf) }
        : {}),
    };
  }

  /** A place in the log behind which nothing more comes, once the read model has come there. */
  async #settled(office: string): Promise<number> {
    if ((await this.lacking.of(office, MODEL)) > 0) throw beingMended();
    const end = await settledEnd(this.pool);
    const { rows } = await this.pool.query<{ position: string }>(
      `select position from public.event where office = $1 and position <= $2
       order by transaction_id desc, position desc limit 1`,
      [office, end],
    );
    const last = rows[0]?.position;
    if (last === undefined) return Number(end);
    await requireReached(this.pool, office, MODEL, Number(last));
    return Number(end);
  }
}
