import type { EventRow } from '#event-store';
import { invalidInput, pageOf } from '#kernel';
import { inTransaction } from '#projection';
import { isUUID } from 'class-validator';
import type { Pool } from 'pg';
import type { AuditFilter } from './audit-filter.js';
import type { AuditContext } from './conditions.js';
import { Question } from './question.js';
import { settledEnd } from './settled-end.js';

export interface AuditPage {
  rows: EventRow[];
  nextCursor: string | null;
}

/**
 * A page of the trail (nhật ký) in the order of positions: from the projected trail as far as that reaches, from the log
 * itself behind it, in one snapshot, so that nothing is missing and nothing comes twice. Refuses `invalid_input` for ids
 * and cursors that are none.
 */
export async function auditPage(
  pool: Pool,
  office: string,
  filter: AuditFilter,
  context: AuditContext = {},
): Promise<AuditPage> {
  const limit = filter.limit ?? 50;
  const question = new Question(office, checked(filter), context, limit + 1);
  // Going forward, a page ends where nothing can turn up behind a reader's cursor any more.
  if (question.ascending) question.endAt(await settledEnd(pool));
  const rows = await inTransaction(pool, async (db) => {
    await db.query('set transaction isolation level repeatable read read only');
    return question.ask(db);
  });
  const { items, nextCursor } = pageOf(rows, limit, ({ position }) => position);
  return { rows: items, nextCursor };
}

function checked(filter: AuditFilter): AuditFilter {
  for (const field of ['event', 'subject', 'delegation', 'correlation', 'causedBy'] as const)
    if (filter[field] !== undefined && !isUUID(filter[field])) throw notOne(field, 'expected a UUID');
  if (filter.cursor !== undefined && !/^\d{1,18}$/.test(filter.cursor))
    throw notOne('cursor', 'unknown cursor');
  return filter;
}

const notOne = (field: string, message: string) => invalidInput({ errors: [{ field, message }] });
