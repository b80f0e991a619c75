import type { CountGroup, Dossiers, EndedCounts, EndedDossiers } from '#dossiers';
import type { Clock, Day } from '#kernel';
import type { Organisation } from '#organisation';
import { planSubject, type PlanStanding, type Planning, type Target } from '#planning';
import { hasPassed } from '#overdue';
import type { Period } from '../definition/periods.js';
import type { Reports } from '../reports.service.js';
import { INDICES, type IndexDefinition, type Measures } from './definitions.js';
import { indexValue, type IndexValue } from './value.js';

/** By what indices are told apart. */
export const INDEX_GROUPS = ['none', 'month', 'procedure', 'field', 'channel', 'official', 'unit'] as const;
export type IndexGroup = (typeof INDEX_GROUPS)[number];

/** An index of a plan's target, with its value for each group. */
export interface ToldIndex {
  target: Target;
  index: IndexDefinition | undefined;
  values: (IndexValue & { group: string | null })[];
}

type Counted = Measures & { group: string | null };

/** The targets of a year's plan (chỉ tiêu), as a period leaves them. */
export class Indices {
  constructor(
    private readonly ended: EndedDossiers,
    private readonly dossiers: Dossiers,
    private readonly planning: Planning,
    private readonly reports: Reports,
    private readonly standing: PlanStanding,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  /** Every target of the plan of the year in which the period ends; none where there is no plan. */
  async of(office: string, period: Period, by: IndexGroup): Promise<ToldIndex[]> {
    const year = Number(period.to.slice(0, 4));
    const [{ state }, counted] = await Promise.all([
      this.planning.loadPlan(office, planSubject(office, year)),
      this.#counted(office, period, by),
    ]);
    return (state.header?.targets ?? []).map((target) => {
      const index = INDICES.find(({ codes }) => codes.includes(target.code));
      return { target, index, values: index ? valuesOf(index, target, counted) : [] };
    });
  }

  async #counted(office: string, period: Period, by: IndexGroup): Promise<Counted[]> {
    const wholeOnline = (await this.dossiers.inForce(office))
      .filter(({ service }) => service === 'full-online')
      .map(({ code }) => code);
    const group: CountGroup = by === 'unit' ? 'post' : by;
    const rows = await this.ended.count(office, period, group, wholeOnline);
    const besides = by === 'none' ? await this.#besides(office, period) : NOTHING_BESIDES;
    // A whole period is told of where no dossier ended in it too.
    const told = rows.length === 0 && by === 'none' ? [{ ...NO_DOSSIERS, group: null }] : rows;
    const counted = told.map((row) => ({ ...row, ...besides }));
    return by === 'unit' ? this.#byUnit(office, counted) : counted;
  }

  /** A post's dossiers are its unit's. */
  async #byUnit(office: string, rows: Counted[]): Promise<Counted[]> {
    const { posts } = await this.organisation.current(office);
    const unitOf = ({ group }: Counted) => posts.get(group ?? '')?.unitId ?? null;
    return [...Map.groupBy(rows, unitOf)].map(([group, own]) => ({ ...sumOf(own), group }));
  }

  /** What is counted beside dossiers, of the whole period alone. */
  async #besides(office: string, period: Period) {
    const [reports, work] = await Promise.all([
      this.#reports(office, period),
      this.standing.workDue(office, period),
    ]);
    return { ...reports, ...work };
  }

  /** Those whose due day lies in the period and has passed, and which of them were handed in. */
  async #reports(office: string, { from, to }: Period) {
    const now = this.clock.now();
    const years = [...new Set([from, to].map((day: Day) => Number(day.slice(0, 4))))];
    const all = (await Promise.all(years.map((year) => this.reports.ofYear(office, year)))).flat();
    const due = all.filter(
      ({ state }) => state.dueDay >= from && state.dueDay <= to && hasPassed(state.due, now),
    );
    return {
      reportsDue: due.length,
      reportsHandedIn: due.filter(({ state }) => state.submissions.length > 0).length,
    };
  }
}

const NOTHING_BESIDES = { reportsDue: 0, reportsHandedIn: 0, workDue: 0, workOnline: 0 };

const sumOf = (rows: readonly Counted[]): Measures =>
  rows.reduce<Measures>((sum, row) => {
    const added = { ...sum };
    for (const name of MEASURES) added[name] += row[name];
    return added;
  }, NOTHING);

const NO_DOSSIERS: EndedCounts = {
  settled: 0,
  settledOnTime: 0,
  settledEligible: 0,
  settledEligibleOnline: 0,
  signed: 0,
  digitised: 0,
  paid: 0,
  paidOnline: 0,
  rated: 0,
  satisfiedService: 0,
  satisfiedProcedures: 0,
};
const NOTHING: Measures = { ...NO_DOSSIERS, ...NOTHING_BESIDES };
const MEASURES = Object.keys(NOTHING).filter((name): name is keyof Measures => name in NOTHING);

function valuesOf(index: IndexDefinition, target: Target, counted: Counted[]) {
  if ('unmeasured' in index) return [];
  return counted.map((row) => ({
    group: row.group,
    ...indexValue(row[index.part], row[index.whole], target),
  }));
}
