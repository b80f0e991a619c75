import {
  cursorOfListed,
  listedBy,
  type AsOf,
  type ControlFigures,
  type ControlRow,
  type CountedRow,
  type DigitisationRow,
  type Dossiers,
  type ListCounted,
  type ListedColumn,
} from '#dossiers';
import { beingMended, dayOf, inOffice, pageOf, type Clock } from '#kernel';
import { settledEnd } from '#ledger';
import { planSubject, type PlanStanding } from '#planning';
import { requireReached, type Lacking } from '#projection';
import type { RegisterQueries } from '#registers';
import type { Pool } from 'pg';
import { instantsOf, type Period } from './definition/periods.js';
import { summed } from './figures/control-table.js';
import { summedDigitisation } from './figures/digitisation-table.js';
import { countedProcedure, type CountedProcedure } from './figures/procedure-table.js';
import { tablesOf, type CutOff, type Figures } from './figures/figures.js';
import type { Predecessors } from './predecessors.js';
import { definitionBehind } from './report/drafting.js';
import { endOf, type Report } from './report/report.js';

/** Counts in the office whose report it is: where that one ended, its log is still there (R28). */
const within = <T>(office: string, { of }: Report, count: (own: string) => Promise<T>): Promise<T> =>
  of === null ? count(office) : inOffice(of.office, () => count(of.office));

/** The read models that figures are counted with. */
const MODELS = ['dossier_history', 'register'];

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
    private readonly dossiers: Dossiers,
    private readonly plan: PlanStanding,
    private readonly registers: RegisterQueries,
    private readonly predecessors: Predecessors,
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

  /** The dossiers behind a figure of table II.06a or of digitisation, as they stood at its cut-off: for ever the same (R29). */
  behind(
    office: string,
    state: Report,
    { instant, position }: CutOff,
    column: ListedColumn,
    filter: ListCounted,
  ) {
    const asOf = { instant: new Date(instant), position };
    const { since } = instantsOf(state.period);
    return within(office, state, async (own) => {
      const counted = await this.#countedIn(own, since, asOf);
      const pages = await Promise.all(
        counted.map((one) =>
          inOffice(one.office, () => this.control.list(one.office, since, one.asOf, column, filter)),
        ),
      );
      return merged(column, pages, filter.limit ?? ONE_PAGE);
    });
  }

  async #count(office: string, state: Report, { instant, position }: CutOff): Promise<Figures> {
    const tables = tablesOf(definitionBehind(state).outline);
    const asOf = { instant: new Date(instant), position };
    const { since } = instantsOf(state.period);
    return {
      ...(tables.includes('control') ? { control: await this.#control(office, since, asOf) } : {}),
      ...(tables.includes('plan')
        ? { plan: await this.plan.asOf(office, planSubject(office, state.year), asOf) }
        : {}),
      ...(tables.includes('registers')
        ? { registers: await this.registers.totalsAsOf(office, state.period, asOf) }
        : {}),
      ...(tables.includes('procedures')
        ? { procedures: await this.#procedures(office, state.period, asOf) }
        : {}),
      ...(tables.includes('digitisation')
        ? { digitisation: await this.#digitisation(office, since, asOf) }
        : {}),
    };
  }

  async #control(office: string, since: Date, asOf: AsOf): Promise<ControlRow[]> {
    const rows = await this.#eachOf(office, since, asOf, (own, at) => this.control.count(own, since, at));
    return summed(rows);
  }

  async #digitisation(office: string, since: Date, asOf: AsOf): Promise<DigitisationRow[]> {
    const rows = await this.#eachOf(office, since, asOf, (own, at) =>
      this.control.digitisation(own, since, at),
    );
    return summedDigitisation(rows);
  }

  /** The procedures in force on the cut-off's day or, once the period is over, on its last. */
  async #procedures(office: string, { to }: Period, { instant }: AsOf): Promise<CountedProcedure[]> {
    const day = dayOf(instant);
    return (await this.dossiers.inForce(office, day < to ? day : to)).map(countedProcedure);
  }

  async #eachOf<T>(
    office: string,
    since: Date,
    asOf: AsOf,
    rowsOf: (office: string, asOf: AsOf) => Promise<T[]>,
  ): Promise<T[]> {
    const counted = await this.#countedIn(office, since, asOf);
    const rows = await Promise.all(
      counted.map((one) => inOffice(one.office, () => rowsOf(one.office, one.asOf))),
    );
    return rows.flat();
  }

  /**
   * Where dossiers are counted: in the office itself, and in those that went into it before the cut-off what they had settled
   * in the period. What was open there went along and is counted here, so none is counted twice or nowhere.
   */
  async #countedIn(office: string, since: Date, asOf: AsOf): Promise<{ office: string; asOf: AsOf }[]> {
    const ended = (await this.predecessors.of(office)).filter(({ at }) => at > since && at < asOf.instant);
    for (const one of ended) await inOffice(one.office, () => this.#settled(one.office));
    return [
      { office, asOf },
      ...ended.map(({ office: one, position }) => ({
        office: one,
        asOf: { ...asOf, position: Math.min(position, asOf.position), settledOnly: true },
      })),
    ];
  }

  /** A place in the log behind which nothing more comes, once the read models have come there. */
  async #settled(office: string): Promise<number> {
    const lacking = await Promise.all(MODELS.map((model) => this.lacking.of(office, model)));
    if (lacking.some((subjects) => subjects > 0)) throw beingMended();
    const end = await settledEnd(this.pool);
    const { rows } = await this.pool.query<{ position: string }>(
      `select position from public.event where office = $1 and position <= $2
       order by transaction_id desc, position desc limit 1`,
      [office, end],
    );
    const last = rows[0]?.position;
    if (last === undefined) return Number(end);
    for (const model of MODELS) await requireReached(this.pool, office, model, Number(last));
    return Number(end);
  }
}

const ONE_PAGE = 50;

/** A page of the dossiers of several offices, in the order of each of theirs. */
function merged(
  column: ListedColumn,
  pages: readonly { items: CountedRow[]; nextCursor: string | null }[],
  limit: number,
) {
  const key = (row: CountedRow): string =>
    `${listedBy(column, row)?.toISOString() ?? 'infinity'} ${row.dossierId}`;
  const all = pages.flatMap(({ items }) => items).toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  const { items, nextCursor } = pageOf(all, limit, cursorOfListed(column));
  return {
    items,
    nextCursor: nextCursor ?? pages.find((page) => page.nextCursor !== null)?.nextCursor ?? null,
  };
}
