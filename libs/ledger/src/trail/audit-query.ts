import type { EventRow } from '#event-store';
import { InstantField, OneOf, Text, QueryWhole, invalidInput } from '#kernel';
import { isUUID } from 'class-validator';
import type { Pool } from 'pg';

/** What to look for in the trail (nhật ký). */
export class AuditFilter {
  @Text({ description: 'Đối tượng (mã) · subject id', max: 60, optional: true })
  subject?: string;

  @Text({ description: 'Người hoặc tiến trình · actor', max: 60, optional: true })
  actor?: string;

  @Text({ description: 'Thay mặt ai · on whose behalf', max: 60, optional: true })
  onBehalfOf?: string;

  @Text({ description: 'Theo uỷ quyền nào · under which delegation', max: 60, optional: true })
  delegation?: string;

  @OneOf({
    description: 'Chỉ hành vi của người ngoài giờ hành chính · only people’s acts outside office hours',
    values: ['outside'],
    optional: true,
  })
  hours?: 'outside';

  @OneOf({
    description: 'Kèm vị trí trong sổ cái · with each entry’s place in the ledger',
    values: ['yes'],
    optional: true,
  })
  seal?: 'yes';

  @Text({ description: 'Đơn vị của người thực hiện · the actor’s unit', max: 60, optional: true })
  unit?: string;

  @Text({ description: 'Loại sự kiện · event type', max: 60, optional: true })
  type?: string;

  @Text({ description: 'Chuỗi việc · correlation', max: 60, optional: true })
  correlation?: string;

  @Text({ description: 'Do sự kiện nào gây ra · what this event caused', max: 60, optional: true })
  causedBy?: string;

  @InstantField({ description: 'Từ lúc · from', optional: true })
  from?: string;

  @InstantField({ description: 'Đến trước lúc · to, exclusive', optional: true })
  to?: string;

  @OneOf({ description: 'Thứ tự · order', values: ['asc', 'desc'], optional: true })
  order?: 'asc' | 'desc';

  @QueryWhole({ description: 'Số dòng · how many', min: 1, max: 500, optional: true })
  limit?: number;

  @Text({ description: 'Con trỏ · cursor', max: 30, optional: true })
  cursor?: string;
}

export interface AuditPage {
  rows: EventRow[];
  nextCursor: string | null;
}

/** What a filter's words stand for, which the log itself does not know. */
export interface AuditContext {
  /** The people of the unit that was asked for. */
  actors?: string[] | undefined;
  /** Office hours, as a PostgreSQL `tstzmultirange`, and the span of time for which they are known. */
  officeHours?: { hours: string; known: string };
  /** An export says whence acts came that are from before addresses were kept apart from the log. */
  addresses?: boolean;
}

/** A page of the trail, straight from the log. */
export async function auditPage(
  pool: Pool,
  office: string,
  filter: AuditFilter,
  context: AuditContext = {},
): Promise<AuditPage> {
  const limit = filter.limit ?? 50;
  const ascending = filter.order === 'asc';
  const { where, values } = conditions(office, filter, context);
  if (filter.cursor !== undefined) {
    if (!/^\d{1,18}$/.test(filter.cursor))
      throw invalidInput({ errors: [{ field: 'cursor', message: 'unknown cursor' }] });
    values.push(filter.cursor);
    where.push(`position ${ascending ? '>' : '<'} $${values.length}`);
  }
  // Going forward, a page ends below what may still be appended: nothing turns up behind a reader's cursor.
  if (ascending) where.push('transaction_id < (select log_horizon(pg_current_snapshot()))');
  values.push(limit + 1);
  const { rows } = await pool.query<EventRow>(
    `select * from event where ${where.join(' and ')} order by position ${ascending ? 'asc' : 'desc'} limit $${values.length}`,
    values,
  );
  const page = rows.slice(0, limit);
  return { rows: page, nextCursor: rows.length > limit ? (page.at(-1)?.position ?? null) : null };
}

function conditions(office: string, filter: AuditFilter, { actors, officeHours }: AuditContext) {
  const values: unknown[] = [office];
  const where = ['office = $1'];
  const add = (sql: (n: number) => string, value: unknown) => {
    values.push(value);
    where.push(sql(values.length));
  };
  if (filter.subject !== undefined) add((n) => `subject = $${n}`, id('subject', filter.subject));
  if (filter.actor !== undefined) add((n) => `actor = $${n}`, filter.actor);
  if (actors !== undefined) add((n) => `actor = any($${n}::text[])`, actors);
  if (filter.onBehalfOf !== undefined) add((n) => `on_behalf_of = $${n}`, filter.onBehalfOf);
  if (filter.delegation !== undefined) {
    where.push('on_behalf_of is not null');
    add((n) => `meta ->> 'delegation' = $${n}`, id('delegation', filter.delegation));
  }
  if (filter.hours !== undefined && officeHours) {
    where.push(`actor not like 'worker:%'`);
    add((n) => `recorded_at <@ $${n}::tstzmultirange`, officeHours.known);
    add((n) => `not recorded_at <@ $${n}::tstzmultirange`, officeHours.hours);
  }
  if (filter.type !== undefined) add((n) => `type = $${n}`, filter.type);
  if (filter.correlation !== undefined)
    add((n) => `(correlation_id = $${n} or command_id = $${n})`, id('correlation', filter.correlation));
  if (filter.causedBy !== undefined) add((n) => `causation_id = $${n}`, id('causedBy', filter.causedBy));
  if (filter.from !== undefined) add((n) => `recorded_at >= $${n}`, filter.from);
  if (filter.to !== undefined) add((n) => `recorded_at < $${n}`, filter.to);
  return { where, values };
}

function id(field: string, value: string): string {
  if (!isUUID(value)) throw invalidInput({ errors: [{ field, message: 'expected a UUID' }] });
  return value;
}
