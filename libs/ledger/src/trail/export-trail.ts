import type { EventRow } from '#event-store';
import { csvCell } from '#kernel';
import type { Pool } from 'pg';
import { AuditFilter } from './audit-filter.js';
import { auditPage } from './audit-query.js';
import type { AuditContext } from './conditions.js';

const COLUMNS = [
  'position',
  'event_id',
  'recorded_at',
  'type',
  'kind',
  'subject',
  'version',
  'actor',
  'on_behalf_of',
  'command_id',
  'correlation_id',
  'causation_id',
  'rule',
  'data',
] as const;

/** What some entries say, for people. */
export type Told = (rows: EventRow[]) => Promise<(row: EventRow) => string>;

/** The trail as lines, page by page: memory stays flat however long it is. A sheet for people says each entry too. */
export async function* exportTrail(
  pool: Pool,
  office: string,
  filter: AuditFilter,
  format: 'ndjson' | 'csv',
  context: AuditContext,
  told: Told,
): AsyncGenerator<string> {
  // With the first page, so that nothing is said before it was asked for.
  let head = format === 'csv' ? `\ufeff${COLUMNS.join(',')},sentence\r\n` : '';
  const request = Object.assign(new AuditFilter(), filter, { order: 'asc', limit: 500 });
  for (;;) {
    const { rows, nextCursor } = await auditPage(pool, office, request, context);
    const sentence = format === 'csv' ? await told(rows) : undefined;
    const lines = rows.map((row) =>
      sentence ? csvLine(row, sentence(row)) : ndjsonLine(row, context.addresses ?? false),
    );
    yield head + lines.join('');
    head = '';
    if (nextCursor === null) return;
    request.cursor = nextCursor;
  }
}

function ndjsonLine({ salt, meta, ...row }: EventRow, addresses: boolean): string {
  const { clientAddress, ...rest } = meta;
  const shown = addresses && clientAddress !== undefined ? { clientAddress, ...rest } : rest;
  return `${JSON.stringify({ ...row, meta: shown, ...(salt === null ? {} : { salt: salt.toString('hex') }) })}\n`;
}

const csvLine = (row: EventRow, sentence: string): string =>
  `${[...COLUMNS.map((column) => row[column]), sentence].map(csvCell).join(',')}\r\n`;
