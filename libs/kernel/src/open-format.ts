import { toCsv } from './csv.js';
import { OneOf } from './fields.js';

/** How data for everybody to use again (dữ liệu mở) is asked for. */
export class InOpenFormat {
  @OneOf({ description: 'Định dạng · format', values: ['json', 'csv'], optional: true })
  format?: 'json' | 'csv';
}

/** A reply whose headers can be set. */
export interface OpenReply {
  header(name: string, value: string): OpenReply;
}

/**
 * Rows as they were asked for; whoever is on the way may keep them for ten minutes, unless a reader has set some of what
 * they are made of aside (`lacks`).
 */
export function inOpenFormat<T extends object>(
  reply: OpenReply,
  {
    name,
    rows,
    columns,
    lacks,
  }: { name: string; rows: T[]; columns: readonly (string & keyof T)[]; lacks: number },
  format: 'json' | 'csv' = 'json',
): { items: T[] } | string {
  reply.header('cache-control', lacks > 0 ? 'no-store' : 'public, max-age=600');
  if (format === 'json') return { items: rows };
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`);
  return toCsv(rows, columns);
}
