import { cursorBehind, behind, pageOf, type Page } from '#kernel';
import type { Pool } from 'pg';
import { COUNTED_HERE } from './counted-here.js';

/**
 * What set 766 counts of feedback that came in a period; what was passed on is another body's. What went along with an
 * office that ended counts once: where it was answered, or else where it is to be.
 */
const COUNTS = {
  due: `answered_at is not null or late or due < cut`,
  onTime: `answered_at is not null and not late`,
} as const;

export type FeedbackCount = keyof typeof COUNTS;
export const FEEDBACK_COUNTS = Object.keys(COUNTS).filter((name): name is FeedbackCount => name in COUNTS);
export type FeedbackCounts = Record<FeedbackCount, number>;

interface Span {
  since: Date;
  until: Date;
}

const KNOWN = `
  with asked as (
    select since, until, least(until, $4::timestamptz) as cut
    from unnest($2::timestamptz[], $3::timestamptz[]) as period(since, until)
  ),
  known as (
    select asked.since, cut, f.* from asked
    join rm_feedback.feedback f on f.office = $1 and f.received_at >= since and f.received_at < until
    where f.status <> 'passed_on' and ${COUNTED_HERE}
  )`;
const COUNT = `${KNOWN}
  select ${Object.entries(COUNTS)
    .map(([name, where]) => `count(*) filter (where ${where})::int as "${name}"`)
    .join(', ')}
  from asked left join known using (since, cut) group by asked.since order by asked.since`;

/** A piece of feedback behind a figure. */
export interface CountedFeedback {
  id: string;
  title: string | null;
  status: string;
  receivedAt: Date;
  late: boolean;
}

/** Counts of feedback (phản ánh, kiến nghị) by period, as its list knows it now. */
export class FeedbackFigures {
  constructor(private readonly pool: Pool) {}

  /** One row for each period, in their order: what is answered or should be, and what was in time. */
  async count(office: string, spans: readonly Span[], now: Date): Promise<FeedbackCounts[]> {
    const { rows } = await this.pool.query<FeedbackCounts>(COUNT, parameters(office, spans, now));
    return rows;
  }

  /** What feedback is about, where it says so, and since when. */
  async about(office: string): Promise<{ about: string; at: Date }[]> {
    const { rows } = await this.pool.query<{ about: string; at: Date }>(
      `select about, received_at as at from rm_feedback.feedback
       where office = $1 and about is not null`,
      [office],
    );
    return rows;
  }

  /** The feedback behind a figure of a period, the latest first, a page at a time. */
  async list(office: string, span: Span, now: Date, name: FeedbackCount, { limit = 50, cursor }: Page) {
    const values = [...parameters(office, [span], now), limit + 1];
    const from = cursor
      ? ` and ${behind(cursor, { key: 'received_at', id: 'feedback_id', order: 'desc' }, values)}`
      : '';
    const { rows } = await this.pool.query<CountedFeedback>(
      `${KNOWN} select feedback_id as id, title, status, received_at as "receivedAt", late or due < cut as late
       from known where (${COUNTS[name]})${from} order by received_at desc, feedback_id desc limit $5`,
      values,
    );
    return pageOf(rows, limit, ({ receivedAt, id }) => cursorBehind(receivedAt, id));
  }
}

const parameters = (office: string, spans: readonly Span[], now: Date): unknown[] => [
  office,
  spans.map(({ since }) => since),
  spans.map(({ until }) => until),
  now,
];
