import { readFileSync } from 'node:fs';
import { office as officeAggregate, standing, type OfficeEvent } from '#organisation';
import { readTables } from '#sheet';
import { findPlanTables } from './find-head.js';
import { readPlanRows } from './plan-rows.js';
import { readPlan, type PlanFacts } from './read-plan.js';

/** The facts and the units of the commune's own plan, as the seeds hold them. */
export const facts = JSON.parse(readFileSync('seeds/thieu-van-2025-plan.json', 'utf8')) as PlanFacts & {
  units: string[];
};
export const seedCsv = readFileSync('seeds/thieu-van-2025-tasks.csv');

const history = facts.units
  .map((name): OfficeEvent => ({ type: 'UnitOpened', data: { unitId: name, name, headPostId: 'head' } }))
  .reduce((state, event) => officeAggregate.evolve(state, event, new Date(0)), officeAggregate.initial);
const office = standing(history, '2025-01-02');

/** The tables of a file that hold a plan. */
export const tablesOf = async (file: Buffer | string) => findPlanTables(await readTables(Buffer.from(file)));

/** What an import reads of a file. */
export async function readPlanFile(file: Buffer | string) {
  const tables = await tablesOf(file);
  return readPlan(readPlanRows(tables, facts.areas), facts, office, 'thieu-van', null);
}

/** A row of the seeds' plan, cell by cell. */
export interface SeedRow {
  section: string;
  no: string;
  title: string;
  deliverables: string;
  lead: string;
  coordinators: string;
  deadline: string;
}

export async function seedRows(): Promise<SeedRow[]> {
  const [, ...rows] = (await readTables(seedCsv)).tables[0]?.rows ?? [];
  return rows.map(
    ({ cells: [section = '', no = '', title = '', deliverables = '', lead = '', ...rest] }) => ({
      section,
      no,
      title,
      deliverables,
      lead,
      coordinators: rest[0] ?? '',
      deadline: rest[1] ?? '',
    }),
  );
}
