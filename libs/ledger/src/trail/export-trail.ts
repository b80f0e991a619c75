import type { EventRow } from '#event-store';
import { csvCell } from '#kernel';
import type { Pool } from 'pg';
import { AuditFilter } from './audit-filter.js';
import { auditPage, type AuditContext } from './audit-query.js';

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

/** The trail as lines, page by page: memory stays flat however long it is. */
export async function* exportTrail(
  pool: Pool,
  office: string,
  filter: AuditFilter,
  format: 'ndjson' | 'csv',
  context: AuditContext = {},
): AsyncGenerator<string> {
  if (format === 'csv') yield `\ufeff${COLUMNS.join(',')}\r\n`;
  const request = Object.assign(new AuditFilter(), filter, { order: 'asc', limit: 500 });
  for (;;) {
    const { rows, nextCursor } = await auditPage(pool, office, request, context);
    yield rows
      .map((row) => (format === 'csv' ? csvLine(row) : ndjsonLine(row, context.addresses ?? false)))
      .join('');
    if (nextCursor === null) return;
    request.cursor = nextCursor;
  }
}

function ndjsonLine({ salt, meta, ...row }: EventRow, addresses: boolean): string {
  const { clientAddress, ...rest } = meta;
  const shown = addresses && clientAddress !== undefined ? { clientAddress, ...rest } : rest;
  return `${JSON.stringify({ ...row, meta: shown, ...(salt === null ? {} : { salt: salt.toString('hex') }) })}\n`;
}

const csvLine = (row: EventRow): string => `${COLUMNS.map((column) => csvCell(row[column])).join(',')}\r\n`;
