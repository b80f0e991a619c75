import { Page, Text, behind, cursorBehind, pageOf, sqlFile } from '#kernel';
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
  settledLate: 'settled and after_day',
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

/** Which dossiers of a figure to list: those of a field, or all. */
export class ListCounted extends Page {
  @Text({ description: 'Lĩnh vực · field', max: 200, optional: true })
  field?: string;
}

/** Where dossiers are looked for, so that the years before and after cost nothing, and by which instant they are listed. */
const seen = (where: string, listedBy: string): string =>
  `select *, ${listedBy} as listed_by from rm_dossier_history.standing where office = $1 and ${where}`;
const CAME = seen('received_at >= $2 and received_at < $3', 'received_at');
const SETTLED = seen('ended_at >= $2 and ended_at < $3', 'ended_at');
const openBy = (listedBy: string): string =>
  seen(
    'ended_at is null and (until_position is null or until_position > $4 or until_at >= $3)',
    `${listedBy}::timestamptz`,
  );
const OPEN = openBy('received_at');
const OPEN_LAST = openBy(`'infinity'`);
/** What is open is found first, for no index that orders it knows which is open still. */
const foundFirst = (open: string): string => `with open as materialized (${open}) select * from open`;
const TOLD = sqlFile('./control-figures.sql', import.meta.url);
const counted = (of: string): string => `with seen as (${of}), ${TOLD}`;

const countOf = (columns: Readonly<Record<string, string>>): string =>
  `${counted(`${SETTLED} union all ${OPEN_LAST}`)} select field, ${Object.entries(columns)
    .map(([name, counts]) => `count(*) filter (where ${counts})::int as "${name}"`)
    .join(', ')} from counted group by field order by field`;

/** Where a list's dossiers are looked for, one place after the other. */
const LISTS: Readonly<Record<ListedColumn, readonly string[]>> = {
  received: [SETTLED, foundFirst(OPEN_LAST)],
  receivedOnline: [CAME],
  receivedDirect: [CAME],
  carriedOver: [SETTLED, foundFirst(OPEN_LAST)],
  settled: [SETTLED],
  settledEarly: [SETTLED],
  settledOnTime: [SETTLED],
  settledLate: [SETTLED],
  open: [foundFirst(OPEN)],
  openInTime: [foundFirst(OPEN)],
  openOverdue: [foundFirst(OPEN)],
  papersOf: [CAME],
  papersNotHeld: [CAME],
  papersHeld: [CAME],
  papersReused: [CAME],
  resultsOf: [SETTLED],
  resultsNotHeld: [SETTLED],
  resultsHeld: [SETTLED],
};

/** The instant by which a list of a column is ordered; null: last. */
export const listedBy = (column: ListedColumn, { receivedAt, endedAt }: CountedRow): Date | null =>
  LISTS[column].includes(SETTLED) ? endedAt : receivedAt;

/** The cursor behind a row of a column's list. */
export const cursorOfListed =
  (column: ListedColumn) =>
  (row: CountedRow): string =>
    cursorBehind(listedBy(column, row), row.dossierId);

/** What table II.06a counts (kiểm soát thủ tục hành chính), at any past moment as it was then (R29). */
export class ControlFigures {
  constructor(private readonly pool: Pool) {}

  /** A row for each field, by its name; none for a field without dossiers. */
  async count(office: string, since: Date, asOf: AsOf): Promise<ControlRow[]> {
    const { rows } = await this.pool.query<ControlRow>(countOf(COLUMNS), valuesOf(office, since, asOf));
    return rows;
  }

  /** The table of digitisation in the same way. */
  async digitisation(office: string, since: Date, asOf: AsOf): Promise<DigitisationRow[]> {
    const { rows } = await this.pool.query<DigitisationRow>(
      countOf(DIGITISATION),
      valuesOf(office, since, asOf),
    );
    return rows.filter(({ papersOf, resultsOf }) => papersOf + resultsOf > 0);
  }

  /** The dossiers behind a figure, a page at a time: by reception, or by end where they are settled. */
  async list(
    office: string,
    since: Date,
    asOf: AsOf,
    column: ListedColumn,
    { field, limit = 50, cursor }: ListCounted,
  ) {
    const rows: CountedRow[] = [];
    for (const place of LISTS[column]) {
      const values = valuesOf(office, since, asOf);
      const of: string[] = [ALL[column]];
      if (field !== undefined) of.push(`field = $${values.push(field)}`);
      if (cursor !== undefined)
        of.push(behind(cursor, { key: 'listed_by', id: 'dossier_id', order: 'asc' }, values));
      const found = await this.pool.query<CountedRow>(
        `${counted(place)}
         select dossier_id as "dossierId", code, procedure_code as "procedureCode", field, channel,
                received_at as "receivedAt", due, ended_at as "endedAt", standing, late
         from counted where ${of.join(' and ')} order by listed_by, dossier_id
         limit $${values.push(limit + 1 - rows.length)}`,
        values,
      );
      rows.push(...found.rows);
      if (rows.length > limit) break;
    }
    return pageOf(rows, limit, cursorOfListed(column));
  }
}

const valuesOf = (
  office: string,
  since: Date,
  { instant, position, settledOnly = false }: AsOf,
): unknown[] => [office, since, instant, position, settledOnly];
