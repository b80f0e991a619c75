import { pageOf, sqlFile, textCursor, textIn, type Page } from '#kernel';
import type { Pool } from 'pg';
import type { CountedRow } from './control-figures.js';

/** What set 766 counts of dossiers, each with which of them. */
const DOSSIERS = {
  received: 'came',
  onTime: 'came and not over',
  late: 'came and over',
  displeased: 'came and displeased',
  online: 'came and online',
  papersHeld: 'came and papers_held',
  papersReused: 'came and papers_reused',
  priced: 'came and priced',
  paidOnline: `came and priced and paid_by = 'online'`,
  signed: 'not came',
  resultsHeld: 'not came and digitised',
} as const;

/** What it counts of procedures by their dossiers: each once. */
const PROCEDURES = {
  proceduresUsedOnline: 'came and online and offered_online',
  proceduresPaidOnline: DOSSIERS.paidOnline,
} as const;

export type ServiceDossiers = keyof typeof DOSSIERS;
export type ServiceProcedures = keyof typeof PROCEDURES;
export type ServiceCounts = Record<ServiceDossiers | ServiceProcedures, number>;
export const SERVICE_DOSSIERS = Object.keys(DOSSIERS).filter(
  (name): name is ServiceDossiers => name in DOSSIERS,
);

/** A time: from an instant on, until before another. */
export interface Span {
  since: Date;
  until: Date;
}

/** What is known from elsewhere: what feedback came about, and which procedures are offered online. */
export interface ServiceContext {
  now: Date;
  complaints: readonly { about: string; at: Date }[];
  offered: readonly string[];
}

const columns = (of: object, expression: (name: string) => string): string[] =>
  Object.keys(of).map((name) => `${expression(name)}::int as "${name}"`);
const where: Readonly<Record<string, string>> = { ...DOSSIERS, ...PROCEDURES };

const COUNTED = sqlFile('./service-counts.sql', import.meta.url);
/** By procedure first: each that has any is one, with no sorting of the dossiers. */
const COUNT = `${COUNTED},
  of_procedure as (
    select since, procedure_code, ${columns(where, (name) => `count(*) filter (where ${where[name]})`).join(', ')}
    from counted group by since, procedure_code
  )
  select asked.since, ${[
    ...columns(DOSSIERS, (name) => `coalesce(sum("${name}"), 0)`),
    ...columns(PROCEDURES, (name) => `count(*) filter (where "${name}" > 0)`),
  ].join(', ')}
  from asked left join of_procedure on of_procedure.since = asked.since group by asked.since order by asked.since`;
const STANDING = `case when status = 'in_progress' then 'running' when status in ('awaiting_supplement', 'paused') then 'waiting'
  when status in ('result_ready', 'returned') then 'signed' else status end`;
const listOf = (name: ServiceDossiers) => `${COUNTED}
  select dossier_id as "dossierId", code, procedure_code as "procedureCode", field, channel, received_at as "receivedAt",
         service_due as due, ended_at as "endedAt", ${STANDING} as standing, over as late
  from counted where ${DOSSIERS[name]} and ($8::text is null or code > $8) order by code limit $9`;

/** Counts of set 766 (Bộ chỉ số phục vụ người dân, doanh nghiệp), as the list of dossiers knows them now; late by its own clock. */
export class ServiceFigures {
  constructor(private readonly pool: Pool) {}

  /** One row for each period, in their order. */
  async count(office: string, spans: readonly Span[], context: ServiceContext): Promise<ServiceCounts[]> {
    const { rows } = await this.pool.query<ServiceCounts & { since: Date }>(
      COUNT,
      parameters(office, spans, context),
    );
    return rows.map(({ since: _since, ...counts }) => counts);
  }

  /** The dossiers behind a figure of a period, by their codes, a page at a time. */
  async list(
    office: string,
    span: Span,
    context: ServiceContext,
    name: ServiceDossiers,
    { limit = 50, cursor }: Page,
  ) {
    const { rows } = await this.pool.query<CountedRow>(listOf(name), [
      ...parameters(office, [span], context),
      cursor === undefined ? null : textIn(cursor),
      limit + 1,
    ]);
    return pageOf(rows, limit, ({ code }) => textCursor(code));
  }

  /** The procedures behind a figure of a period, by their codes. */
  async procedures(office: string, span: Span, context: ServiceContext, name: ServiceProcedures) {
    const { rows } = await this.pool.query<{ code: string }>(
      `${COUNTED} select distinct procedure_code as code from counted where ${PROCEDURES[name]} order by code`,
      parameters(office, [span], context),
    );
    return rows.map(({ code }) => code);
  }
}

const parameters = (office: string, spans: readonly Span[], context: ServiceContext): unknown[] => [
  office,
  spans.map(({ since }) => since),
  spans.map(({ until }) => until),
  context.now,
  context.complaints.map(({ about }) => about),
  context.complaints.map(({ at }) => at),
  [...context.offered],
];
