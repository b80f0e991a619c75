import { addDays, at, type Day } from '#kernel';
import type { Pool } from 'pg';

/** What indices count of the dossiers that ended in a period. */
export interface EndedCounts {
  /** Signed, rejected or stopped: what was withdrawn is nobody's result. */
  settled: number;
  settledOnTime: number;
  /** Of those settled, the ones whose procedure is offered wholly online, and which of them came that way. */
  settledEligible: number;
  settledEligibleOnline: number;
  /** Those with a result, and how many of these are held digitised. */
  signed: number;
  digitised: number;
  paid: number;
  paidOnline: number;
  rated: number;
  /** Of those that were rated: satisfied with the service, with how the procedure was settled. */
  satisfiedService: number;
  satisfiedProcedures: number;
}

const GROUP = {
  none: 'null::text',
  month: `to_char(ended_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')`,
  procedure: 'procedure_code',
  field: 'field',
  channel: 'channel',
  official: 'holder::text',
  post: 'holder_post::text',
} as const;

/** By what the counts of indices are told apart: not at all, or by one of these. */
export type CountGroup = keyof typeof GROUP;

const countOf = (group: CountGroup): string => `
  with ended as (
    select *, status <> 'withdrawn' as settled, procedure_code = any($4) as eligible,
           status in ('result_ready', 'returned') as signed
    from rm_dossier.dossier
    where office = $1 and not past and received_at is not null and ended_at >= $2 and ended_at < $3)
  select ${GROUP[group]} as "group",
         count(*) filter (where settled)::int as settled,
         count(*) filter (where settled and not late)::int as "settledOnTime",
         count(*) filter (where settled and eligible)::int as "settledEligible",
         count(*) filter (where settled and eligible and channel = 'online')::int as "settledEligibleOnline",
         count(*) filter (where signed)::int as signed,
         count(*) filter (where signed and digitised)::int as digitised,
         count(*) filter (where paid_by in ('cash', 'online'))::int as paid,
         count(*) filter (where paid_by = 'online')::int as "paidOnline",
         count(score)::int as rated,
         count(*) filter (where satisfied_service)::int as "satisfiedService",
         count(*) filter (where satisfied_procedures)::int as "satisfiedProcedures"
  from ended group by 1 order by 1`;

/** Counts of the dossiers that ended in a period, as the list of dossiers knows them now; late by R16. */
export class EndedDossiers {
  constructor(private readonly pool: Pool) {}

  /** One row for each group there is; of no group a single row, all zero where nothing ended. */
  async count(
    office: string,
    { from, to }: { from: Day; to: Day },
    group: CountGroup,
    wholeOnline: readonly string[],
  ): Promise<(EndedCounts & { group: string | null })[]> {
    const { rows } = await this.pool.query<EndedCounts & { group: string | null }>(countOf(group), [
      office,
      at(from),
      at(addDays(to, 1)),
      wholeOnline,
    ]);
    return rows;
  }
}
