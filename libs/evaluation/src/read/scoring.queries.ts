import { OneOf, Page, QueryWhole, pageOf, textCursor, textIn } from '#kernel';
import type { Pool } from 'pg';
import type { RoundStanding } from '../round/round.js';
import type { SheetKind } from '../sheet/sheet.js';

export class ListSheets extends Page {
  @QueryWhole({ description: 'Năm · year', min: 2020, max: 2100, optional: true })
  year?: number;
}

export class ListRounds extends Page {
  @OneOf({ description: 'Trạng thái · state', values: ['open', 'final', 'all'], optional: true })
  status?: 'open' | 'final' | 'all';
}

export interface ListedSheet {
  id: string;
  code: string;
  edition: number;
  name: string;
  kind: SheetKind;
  year: number;
}

export interface ListedRound {
  id: string;
  sheetId: string;
  name: string;
  unitId: string | null;
  from: string;
  to: string;
  stage: RoundStanding;
  index: number | null;
}

/** Questions about sheets and rounds, answered from the read model. */
export class ScoringQueries {
  constructor(private readonly pool: Pool) {}

  /** The latest year first. */
  async sheets(office: string, { year, limit = 50, cursor }: ListSheets) {
    const values: unknown[] = [office, limit + 1];
    const where = ['office = $1'];
    if (year !== undefined) where.push(`year = $${values.push(year)}`);
    if (cursor !== undefined)
      where.push(`year::text || ' ' || sheet_id::text < $${values.push(textIn(cursor))}`);
    const { rows } = await this.pool.query<ListedSheet>(
      `select sheet_id as id, code, edition, name, kind, year from rm_scoring.sheet
       where ${where.join(' and ')} order by year desc, sheet_id desc limit $2`,
      values,
    );
    return pageOf(rows, limit, ({ year: of, id }) => textCursor(`${of} ${id}`));
  }

  /** The latest first. */
  async rounds(office: string, { status = 'all', limit = 50, cursor }: ListRounds) {
    const values: unknown[] = [office, limit + 1];
    const where = ['office = $1'];
    if (status !== 'all')
      where.push(status === 'final' ? `stage = 'final'` : `stage not in ('final', 'closed')`);
    if (cursor !== undefined)
      where.push(`first::text || ' ' || round_id::text < $${values.push(textIn(cursor))}`);
    const { rows } = await this.pool.query<ListedRound>(
      `select round_id as id, sheet_id as "sheetId", name, unit_id as "unitId", first::text as "from",
              last::text as "to", stage, index::float8 as index
       from rm_scoring.round where ${where.join(' and ')} order by first desc, round_id desc limit $2`,
      values,
    );
    return pageOf(rows, limit, ({ from, id }) => textCursor(`${from} ${id}`));
  }
}
