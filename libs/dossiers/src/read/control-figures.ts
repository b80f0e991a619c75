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

/**
 * The columns of the table of digitisation (tình hình số hóa hồ sơ, kết quả giải quyết): of the dossiers that came in the
 * period their papers, of the results that were signed in it what is held of them.
 */
const DIGITISATION = {
  papersOf: 'came',
  papersNotHeld: 'came and not papers_held',
  papersHeld: 'came and papers_held',
  papersReused: 'came and papers_reused',
  resultsOf: `standing = 'signed'`,
  resultsNotHeld: `standing = 'signed' and not result_held`,
  resultsHeld: `standing = 'signed' and result_held`,
} as const;
const ALL = { ...COLUMNS, ...DIGITISATION };

export type DigitisationColumn = keyof typeof DIGITISATION;
export type DigitisationCounts = Record<DigitisationColumn, number>;
export const DIGITISATION_COLUMNS = Object.keys(DIGITISATION).filter(
  (name): name is DigitisationColumn => name in DIGITISATION,
);
/** A row of that table: the field and its figures. */
export interface DigitisationRow extends DigitisationCounts {
  field: string;
}

export type ControlColumn = keyof typeof COLUMNS;
/** A figure whose dossiers can be listed. */
export type ListedColumn = ControlColumn | DigitisationColumn;
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
const countOf = (columns: Readonly<Record<string, string>>): string =>
  `${COUNTED} select field, ${Object.entries(columns)
    .map(([name, counts]) => `count(*) filter (where ${counts})::int as "${name}"`)
    .join(', ')} from counted group by field order by field`;
const listOf = (column: ListedColumn) => `${COUNTED}
  select dossier_id as "dossierId", code, procedure_code as "procedureCode", field, channel, received_at as "receivedAt",
         due, ended_at as "endedAt", standing, late
  from counted where ${ALL[column]} and ($6::text is null or field = $6) and ($7::text is null or code > $7)
  order by code limit $8`;

/** What table II.06a counts (kiểm soát thủ tục hành chính), at any past moment as it was then (R29). */
export class ControlFigures {
  constructor(private readonly pool: Pool) {}

  /** A row for each field, by its name; none for a field without dossiers. */
  async count(office: string, since: Date, asOf: AsOf): Promise<ControlRow[]> {
    const { rows } = await this.pool.query<ControlRow>(countOf(COLUMNS), counted(office, since, asOf));
    return rows;
  }

  /** The table of digitisation in the same way. */
  async digitisation(office: string, since: Date, asOf: AsOf): Promise<DigitisationRow[]> {
    const { rows } = await this.pool.query<DigitisationRow>(
      countOf(DIGITISATION),
      counted(office, since, asOf),
    );
    return rows.filter(({ papersOf, resultsOf }) => papersOf + resultsOf > 0);
  }

  /** The dossiers behind a figure, by their codes, a page at a time. */
  async list(
    office: string,
    since: Date,
    asOf: AsOf,
    column: ListedColumn,
    { field, limit = 50, cursor }: ListCounted,
  ) {
    const { rows } = await this.pool.query<CountedRow>(listOf(column), [
      ...counted(office, since, asOf),
      field ?? null,
      cursor === undefined ? null : textIn(cursor),
      limit + 1,
    ]);
    return pageOf(rows, limit, ({ code }) => textCursor(code));
  }
}

const counted = (
  office: string,
  since: Date,
  { instant, position, settledOnly = false }: AsOf,
): unknown[] => [office, since, instant, position, settledOnly];
