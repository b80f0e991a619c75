import {
  beingMended,
  Id,
  OneOf,
  Page,
  addDays,
  at,
  behind,
  cursorBehind,
  pageOf,
  type Clock,
  type Day,
} from '#kernel';
import type { Lacking } from '#projection';
import type { Pool } from 'pg';
import type { FeedbackChannel, FeedbackKind } from '../feedback/feedback.events.js';
import type { Feedback } from '../feedback/feedback.js';
import { COUNTED_HERE } from './counted-here.js';
import { lateBy, ranOut } from './late-row.js';

export class ListFeedback extends Page {
  @OneOf({
    description: 'Trạng thái · state',
    values: ['open', 'overdue', 'answered', 'published', 'passed_on', 'transferred', 'all'],
    optional: true,
  })
  status?: 'open' | 'overdue' | 'answered' | 'published' | 'passed_on' | 'transferred' | 'all';

  @Id({ description: 'Bộ phận trả lời · answering unit', optional: true })
  unit?: string;
}

export interface FeedbackRow {
  id: string;
  version: number;
  status: Feedback['status'];
  kind: FeedbackKind | null;
  field: string | null;
  title: string | null;
  about: string | null;
  channel: FeedbackChannel;
  authorId: string;
  unitId: string | null;
  receivedAt: Date;
  /** Null while it waits for the calendar of a year. */
  due: Date | null;
  awaitsCalendar: number | null;
  answeredAt: Date | null;
  publishedAt: Date | null;
  question: string | null;
  answer: string | null;
  done: string | null;
  doneOn: string | null;
  late: boolean;
  overdue: boolean;
  extended: boolean;
  reopened: boolean;
}

const SHOWN = `feedback_id as id, version, status, kind, field, title, about, channel, author_id as "authorId",
  unit_id as "unitId", received_at as "receivedAt", nullif(due, 'infinity') as due,
  (select min(year) from rm_awaited.awaited a where a.office = f.office and a.subject = f.feedback_id and f.due = 'infinity') as "awaitsCalendar", answered_at as "answeredAt", published_at as "publishedAt",
  question, answer, done, to_char(done_on, 'YYYY-MM-DD') as "doneOn", late, overdue, extended, reopened`;
const OPEN = `status in ('received', 'assigned')`;

/** How much of what a unit had to answer it answered in time. */
export interface AnsweredInTime {
  unitId: string;
  due: number;
  inTime: number;
}

/** An answer of the same words in the log itself. */
const SAME_ANSWER = `e.office = $1 and e.type = 'FeedbackAnswered' and e.data ->> 'digest' = $2 and e.subject <> $3`;

/** Questions about feedback, answered from the read model as of the office's now. */
export class FeedbackQueries {
  constructor(
    private readonly pool: Pool,
    private readonly lacking: Lacking,
    private readonly clock: Clock,
  ) {}

  /** A page: open ones by what is due first, the others by the latest. */
  async list(office: string, { status = 'open', unit, limit = 50, cursor }: ListFeedback) {
    const byDue = status === 'open' || status === 'overdue';
    const [key, order] = byDue ? (['due', 'asc'] as const) : (['received_at', 'desc'] as const);
    const values: unknown[] = [office, limit + 1];
    const where = ['office = $1'];
    if (byDue) where.push(OPEN);
    if (status === 'overdue') where.push(`(overdue or ${ranOut(`$${values.push(this.clock.now())}`)})`);
    if (!byDue && status !== 'all') where.push(`status = $${values.push(status)}`);
    if (unit) where.push(`unit_id = $${values.push(unit)}::uuid`);
    if (cursor) where.push(behind(cursor, { key: `f.${key}`, id: 'feedback_id', order }, values));
    const { rows } = await this.pool.query<FeedbackRow>(
      `select ${SHOWN} from rm_feedback.feedback f where ${where.join(' and ')} order by f.${key} ${order}, feedback_id ${order} limit $2`,
      values,
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ due, receivedAt, id }) =>
      cursorBehind(byDue ? due : receivedAt, id),
    );
    return { items: items.map((row) => lateBy(row, this.clock.now())), nextCursor };
  }

  /** One as it is listed; refuses `being_mended` while the list can’t hold it. */
  async one(office: string, id: string): Promise<FeedbackRow | undefined> {
    if (await this.lacking.has(office, 'feedback', id)) throw beingMended();
    const { rows } = await this.pool.query<FeedbackRow>(
      `select ${SHOWN} from rm_feedback.feedback f where office = $1 and feedback_id = $2`,
      [office, id],
    );
    return rows[0] && lateBy(rows[0], this.clock.now());
  }

  /** Which of these subjects somebody complained of the conduct about, within the time that is kept of them. */
  async conductAbout(office: string, subjects: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ about: string }>(
      `select distinct about from rm_feedback.feedback where office = $1 and kind = 'conduct' and about = any($2)`,
      [office, subjects],
    );
    return new Set(rows.map(({ about }) => about));
  }

  /** What each unit had to answer by the ends that lie in a period and have passed, and how much of it in time. */
  async answeredInTime(office: string, { from, to }: { from: Day; to: Day }): Promise<AnsweredInTime[]> {
    const { rows } = await this.pool.query<AnsweredInTime>(
      `select unit_id as "unitId", count(*)::int as due,
              count(*) filter (where answered_at is not null and answered_at <= due and not late)::int as "inTime"
       from rm_feedback.feedback f
       where office = $1 and unit_id is not null and due >= $2 and due < $3 and (due < $4 or answered_at is not null)
         and ${COUNTED_HERE}
       group by unit_id`,
      [office, at(from), at(addDays(to, 1)), this.clock.now()],
    );
    return rows;
  }

  /** What was published last. */
  async published(office: string, limit: number): Promise<FeedbackRow[]> {
    const { rows } = await this.pool.query<FeedbackRow>(
      `select ${SHOWN} from rm_feedback.feedback f where office = $1 and published_at is not null order by published_at desc limit $2`,
      [office, limit],
    );
    return rows;
  }

  /** Whether the same answer was given to other feedback (R26): also to what the list has set aside or not yet read. */
  async wasGiven(office: string, digest: string, exceptId: string): Promise<boolean> {
    const { rows } = await this.pool.query(
      `select from rm_feedback.feedback where office = $1 and digest = $2 and feedback_id <> $3
       union all
       select from public.event e where ${SAME_ANSWER}
         and e.subject in (select subject::uuid from public.parked_work where office = $1 and worker = 'read/feedback')
       union all
       select from public.event e where ${SAME_ANSWER} and (e.transaction_id, e.position) >
         (select transaction_id, position from public.checkpoint
          where office = $1 and projection = 'feedback' and generation = 'live')
       limit 1`,
      [office, digest, exceptId],
    );
    return rows.length > 0;
  }
}
