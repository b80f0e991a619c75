import {
  MOST_PARTS,
  OneOf,
  Page,
  QueryWhole,
  Text,
  dayOf,
  pageOf,
  textCursor,
  textIn,
  type Clock,
} from '#kernel';
import type { FoundLacking } from '#planning';
import type { Pool } from 'pg';
import type { Inspection } from '../inspection/inspection.js';
import type { OversightNote } from '../oversight/note.js';
import { INSPECTION_KINDS } from '../programme/programme.js';
import { placeOfInspection, placeOfNote } from './inspection-projection.js';

export class ListInspections extends Page {
  @QueryWhole({ description: 'Năm · year', min: 2020, max: 2100, optional: true })
  year?: number;

  @OneOf({ description: 'Loại kiểm tra · kind', values: INSPECTION_KINDS, optional: true })
  kind?: string;

  @Text({ description: 'Bộ phận được kiểm tra · the unit inspected', max: 36, optional: true })
  unit?: string;

  @OneOf({
    description: 'Trạng thái: open, overdue (có yêu cầu quá hạn), closed, all · state',
    values: ['open', 'overdue', 'closed', 'all'],
    optional: true,
  })
  status?: 'open' | 'overdue' | 'closed' | 'all';
}

export class ListNotes extends Page {
  @OneOf({
    description: 'Trạng thái · state',
    values: ['open', 'overdue', 'answered', 'all'],
    optional: true,
  })
  status?: 'open' | 'overdue' | 'answered' | 'all';
}

/** How far a unit has remedied what was required of it. */
export interface UnitRemedies {
  unitId: string;
  required: number;
  remedied: number;
  overdue: number;
}

/** A requirement of a unit, as its yearly grade looks at it. */
export interface RequiredOfUnit {
  inspectionId: string;
  text: string;
  remedied: boolean;
}

export interface Listed<S> {
  id: string;
  version: number;
  state: S;
}

/** A requirement that waits: to be remedied or, once that is reported, to be verified. */
export interface WaitingRequirement {
  inspectionId: string;
  unitId: string;
  text: string;
  status: 'open' | 'remedied';
  due: Date | null;
  team: string[];
}

const OPEN = `('opened', 'recorded', 'concluded')`;
const OPEN_NOTES = `('received', 'assigned')`;
const OVERDUE = `r.status = 'open' and (r.missed or r.due < `;

/** Questions about inspections, answered from the read model as of the office's now. */
export class InspectionQueries {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  thisYear(): number {
    return Number(dayOf(this.clock.now()).slice(0, 4));
  }

  /** A page, the latest first. */
  async list(office: string, filter: ListInspections) {
    const { year, kind, unit, status = 'all', limit = 50, cursor } = filter;
    const values: unknown[] = [office, limit + 1];
    const where = ['i.office = $1'];
    if (year !== undefined) where.push(`i.year = $${values.push(year)}`);
    if (kind !== undefined) where.push(`i.kind = $${values.push(kind)}`);
    if (unit !== undefined) where.push(`i.unit_id::text = $${values.push(unit)}`);
    if (status === 'open') where.push(`i.status in ${OPEN}`);
    if (status === 'closed') where.push(`i.status = 'closed'`);
    if (status === 'overdue')
      where.push(
        `exists (select from rm_inspection.requirement r where r.office = i.office
                 and r.inspection_id = i.inspection_id and ${OVERDUE}$${values.push(this.clock.now())}))`,
      );
    if (cursor !== undefined) where.push(`i.place < $${values.push(textIn(cursor))}`);
    const { rows } = await this.pool.query<Listed<Inspection>>(
      `select i.inspection_id as id, i.version, i.view as state from rm_inspection.inspection i
       where ${where.join(' and ')} order by i.place desc limit $2`,
      values,
    );
    return pageOf(rows, limit, ({ id, state }) => textCursor(placeOfInspection(id, state)));
  }

  /** Notes of oversight, the latest first. */
  async notes(office: string, { status = 'open', limit = 50, cursor }: ListNotes) {
    const values: unknown[] = [office, limit + 1];
    const where = ['office = $1'];
    if (status === 'open' || status === 'overdue') where.push(`status in ${OPEN_NOTES}`);
    if (status === 'answered') where.push(`status = 'answered'`);
    if (status === 'overdue') where.push(`due < $${values.push(this.clock.now())}`);
    if (cursor !== undefined) where.push(`place < $${values.push(textIn(cursor))}`);
    const { rows } = await this.pool.query<Listed<OversightNote>>(
      `select note_id as id, version, view as state from rm_inspection.oversight_note
       where ${where.join(' and ')} order by place desc limit $2`,
      values,
    );
    return pageOf(rows, limit, ({ id, state }) => textCursor(placeOfNote(id, state)));
  }

  /** What was required of each unit by a year's inspections, and how much of it is verified as remedied. */
  async remedies(office: string, year: number): Promise<UnitRemedies[]> {
    const { rows } = await this.pool.query<UnitRemedies>(
      `select r.unit_id as "unitId", count(*)::int as required,
              count(*) filter (where r.status = 'verified')::int as remedied,
              count(*) filter (where ${OVERDUE}$3))::int as overdue
       from rm_inspection.requirement r where r.office = $1 and r.year = $2 group by r.unit_id order by r.unit_id`,
      [office, year, this.clock.now()],
    );
    return rows;
  }

  /** What a year's inspections required of one unit, and whether it is verified as remedied. */
  async requiredOf(office: string, year: number, unitId: string): Promise<RequiredOfUnit[]> {
    const { rows } = await this.pool.query<RequiredOfUnit>(
      `select r.inspection_id as "inspectionId", r.text, r.status = 'verified' as remedied
       from rm_inspection.requirement r
       where r.office = $1 and r.year = $2 and r.unit_id = $3 order by r.inspection_id, r.due limit $4`,
      [office, year, unitId, MOST_PARTS],
    );
    return rows;
  }

  /** The units that a year's inspections have come to: a record was taken there. */
  async inspected(office: string, year: number): Promise<{ unitId: string; unannounced: boolean }[]> {
    const { rows } = await this.pool.query<{ unitId: string; unannounced: boolean }>(
      `select unit_id as "unitId", unannounced from rm_inspection.inspection
       where office = $1 and year = $2 and status in ('recorded', 'concluded', 'closed')`,
      [office, year],
    );
    return rows;
  }

  /** What inspections up to a year's end required and is not verified as remedied, what is due first before what is due later. */
  async lacking(office: string, year: number): Promise<FoundLacking[]> {
    const { rows } = await this.pool.query<Omit<FoundLacking, 'due'> & { due: Date | null }>(
      `select r.inspection_id as "inspectionId", r.unit_id as "unitId", r.text, nullif(r.due, 'infinity') as due, r.status
       from rm_inspection.requirement r
       where r.office = $1 and r.year <= $2 and r.status in ('open', 'remedied') order by r.due, r.inspection_id limit $3`,
      [office, year, MOST_PARTS],
    );
    return rows.map(({ due, ...one }) => ({ ...one, due: due?.toISOString() ?? null }));
  }

  /** Requirements that wait for somebody, what is due first before what is due later. */
  async waiting(office: string, limit: number): Promise<WaitingRequirement[]> {
    const { rows } = await this.pool.query<WaitingRequirement>(
      `select r.inspection_id as "inspectionId", r.unit_id as "unitId", r.text, r.status,
              nullif(r.due, 'infinity') as due, i.view -> 'team' as team
       from rm_inspection.requirement r join rm_inspection.inspection i using (office, inspection_id)
       where r.office = $1 and r.status <> 'verified' and i.status = 'concluded' order by r.due limit $2`,
      [office, limit],
    );
    return rows;
  }
}
