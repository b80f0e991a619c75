import type { AggregateStore } from '#event-store';
import { dayOf } from '#kernel';
import type { InspectionQueries } from '#inspection';
import type { Office } from '#organisation';
import type { Planning } from '#planning';
import { evaluationStates } from '../read/evaluation-states.js';
import type { EvaluationQueries } from '../read/evaluation.queries.js';
import type { EvaluationYear } from '../year/year.js';
import type { UnitRule } from './unit-rules.js';
import { failed, officialRow, taskRow, type FailingPart, type UnitRow, type UnitWork } from './unit-work.js';

/** A year of a unit, with what it is asked of. */
interface Asked {
  office: string;
  year: number;
  unitId: string;
  rule: UnitRule;
}

/** What a unit did in a year (kết quả của tập thể), read from its tasks, its officials' years and its inspections. */
export class UnitYears {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly planning: Planning,
    private readonly inspections: InspectionQueries,
    private readonly evaluations: EvaluationQueries,
  ) {}

  /** As it stands now, or at the year's end. */
  async of(asked: Asked, standing: Office, state: EvaluationYear): Promise<UnitWork> {
    const { office, year, unitId } = asked;
    const [tasks, officials, findings] = await Promise.all([
      this.#tasks(asked),
      this.#officials(asked, state),
      this.inspections.requiredOf(office, year, unitId),
    ]);
    const [today, last] = [dayOf(this.evaluations.now()), `${year}-12-31`];
    return {
      until: today < last ? today : last,
      rows: [...tasks, ...officials.rows],
      findings,
      failing: [...officials.failing, ...failingUnits(standing, state, unitId)],
    };
  }

  /** The tasks of the year's plan that the unit leads now. */
  async #tasks({ office, year, unitId, rule }: Asked): Promise<UnitRow[]> {
    const { tasks } = await this.planning.yearsWork(office, year);
    const now = this.evaluations.now();
    return [...tasks].flatMap(([taskId, state]) => {
      const row = state.lead?.unitId === unitId ? taskRow(taskId, state, { year, now }, rule) : null;
      return row ? [row] : [];
    });
  }

  async #officials({ office, year, unitId, rule }: Asked, { grades }: EvaluationYear) {
    const own = (await this.evaluations.ofYear(office, year)).filter((one) => one.unitId === unitId);
    const ids = own.map(({ id }) => id);
    const states = await evaluationStates(this.aggregates, office, ids);
    const all = own.flatMap(({ id, personId }, nth) => {
      const state = states[nth];
      return state ? [{ id, personId, state }] : [];
    });
    return {
      rows: all.flatMap(({ id, state }) => officialRow(id, state, rule) ?? []),
      failing: all.flatMap(({ personId, state }): FailingPart[] =>
        failed(state, grades[personId]?.grade) ? [{ kind: 'official', id: personId }] : [],
      ),
    };
  }
}

const failingUnits = ({ units }: Office, { unitGrades }: EvaluationYear, unitId: string): FailingPart[] =>
  [...units.values()].flatMap((unit): FailingPart[] =>
    unit.parentUnitId === unitId && unitGrades[unit.unitId] === 'not-completed'
      ? [{ kind: 'unit', id: unit.unitId }]
      : [],
  );
