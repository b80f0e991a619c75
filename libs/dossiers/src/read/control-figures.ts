import { Page, Text, pageOf, sqlFile, textCursor, textIn } from '#kernel';
import type { Pool } from 'pg';

/** Up to when and up to which place of the log something is counted (thời điểm chốt số liệu). */
export interface AsOf {
  instant: Date;
  position: number;
  /** Of an office that ended only what it had settled is counted there: what was open is its successor's. */
  settledOnly?: boolean;
}

/**
 * The columns of table II.06a (Thông tư 01/2020/TT-VPCP; mẫu II.06a) by their numbers there, each with what it counts.
 * Early, on time and late are told by day; what was rejected, withdrawn or stopped counts as on time; what waits for a
 * supplement or is paused is within its time.
 */
const COLUMNS = {
  received: 'true',
  receivedOnline: 'online',
  receivedDirect: 'direct',
  carriedOver: 'carried',
  settled: 'settled',
  settledEarly: 'settled and early',
  settledOnTime: 'settled and not early and not coalesce(after_day, false)',
  settledLate: 'settled and coalesce(after_day, false)',
  open: 'not settled',
  openInTime: 'not settled and not coalesce(overdue, false)',
  openOverdue: 'not settled and coalesce(overdue, false)',
} as const;

export type ControlColumn = keyof typeof COLUMNS;
export type ControlCounts = Record<ControlColumn, number>;
/** The columns in their order; the first is column (3). */
export const CONTROL_COLUMNS = Object.keys(COLUMNS).filter((name): name is ControlColumn => name in COLUMNS);

/** A row of the table: the field (lĩnh vực) and its figures. */
export interface ControlRow extends ControlCounts {
  field: string;
}

/** A dossier behind a figure, as it stood when it was counted. */
export interface CountedRow {
  dossierId: string;
  code: string;
  procedureCode: string;
  field: string;
  channel: string;
  receivedAt: Date;
  due: Date | null;
  endedAt: Date | null;
  standing: string;
  late: boolean;
}

/** Which dossiers of a figure to list: those of a field, from one code on. */
export class ListCounted extends Page {
  @Text({ description: 'Lĩnh vực · field', max: 200, optional: true })
  field?: string;
}

const COUNTED = sqlFile('./control-figures.sql', import.meta.url);
const COUNT = `${COUNTED} select field, ${Object.entries(COLUMNS)
  .map(([name, counts]) => `count(*) filter (where ${counts})::int as "${name}"`)
  .join(', ')} from counted group by field order by field`;
const listOf = (column: ControlColumn) => `${COUNTED}
  select dossier_id as "dossierId", code, procedure_code as "procedureCode", field, channel, received_at as "receivedAt",
         due, ended_at as "endedAt", standing, late
  from counted where ${COLUMNS[column]} and ($6::text is null or field = $6) and ($7::text is null or code > $7)
  order by code limit $8`;

/** What table II.06a counts (kiểm soát thủ tục hành chính), at any past moment as it was then (R29). */
export class ControlFigures {
  constructor(private readonly pool: Pool) {}

  /** A row for each field, by its name; none for a field without dossiers. */
  async count(office: string, since: Date, asOf: AsOf): Promise<ControlRow[]> {
    const { instant, position, settledOnly = false } = asOf;
    const { rows } = await this.pool.query<ControlRow>(COUNT, [
      office,
      since,
      instant,
      position,
      settledOnly,
    ]);
    return rows;
  }

  /** The dossiers behind a figure, by their codes, a page at a time. */
  async list(
    office: string,
    since: Date,
    { instant, position, settledOnly = false }: AsOf,
    column: ControlColumn,
    { field, limit = 50, cursor }: ListCounted,
  ) {
    const { rows } = await this.pool.query<CountedRow>(listOf(column), [
      office,
      since,
      instant,
      position,
      settledOnly,
      field ?? null,
      cursor === undefined ? null : textIn(cursor),
      limit + 1,
    ]);
    return pageOf(rows, limit, ({ code }) => textCursor(code));
  }
}
