import type { DueInstant } from '#deadline';
import type { StoredEvent } from '#event-store';
import { sqlFile } from '#kernel';
import type { Projection } from '#projection';
import type { FeedbackEvent, Of } from '../feedback/feedback.events.js';
import { lateBy } from './late-row.js';

/** A line of the read model; instants as ISO texts. */
interface Row {
  feedback_id: string;
  version: number;
  status: string;
  kind: string | null;
  field: string | null;
  title: string | null;
  about: string | null;
  channel: string;
  author_id: string;
  unit_id: string | null;
  received_at: string;
  /** `infinity` while it waits for a calendar: such a one is late at no instant and comes last in every order. */
  due: string;
  answered_at: string | null;
  published_at: string | null;
  question: string | null;
  answer: string | null;
  done: string | null;
  done_on: string | null;
  digest: string | null;
  late: boolean;
  overdue: boolean;
  extended: boolean;
  reopened: boolean;
}

const FEEDBACK_EVENTS: readonly FeedbackEvent['type'][] = [
  'FeedbackReceived',
  'FeedbackClassified',
  'FeedbackAssigned',
  'FeedbackPassedOn',
  'FeedbackExtended',
  'FeedbackAnswered',
  'FeedbackPublished',
  'FeedbackReopened',
  'FeedbackDueSet',
  'FeedbackWarned',
  'FeedbackOverdue',
  'FeedbackEscalated',
];

/** Feedback, its state and its public answers. */
export const feedbackProjection: Projection = {
  name: 'feedback',
  types: FEEDBACK_EVENTS,
  ddl: sqlFile('./feedback.sql', import.meta.url),
  async apply(db, events) {
    for (const [office, ofOffice] of Map.groupBy(events, (event) => event.office)) {
      const ids = [...new Set(ofOffice.map(({ subject }) => subject))];
      const { rows } = await db.query<{ row: Row }>(
        "select to_jsonb(f) - 'office' as row from feedback f where office = $1 and feedback_id = any($2::uuid[])",
        [office, ids],
      );
      const known = new Map(rows.map(({ row }) => [row.feedback_id, row]));
      for (const event of ofOffice) {
        const next = fold(known.get(event.subject), event);
        if (next) known.set(event.subject, next);
      }
      await db.query('delete from feedback where office = $1 and feedback_id = any($2::uuid[])', [
        office,
        ids,
      ]);
      await db.query(
        `insert into feedback select (jsonb_populate_record(null::feedback, r || jsonb_build_object('office', $1::text))).*
         from jsonb_array_elements($2::jsonb) r`,
        [office, JSON.stringify([...known.values()])],
      );
    }
  },
};

function fold(row: Row | undefined, event: StoredEvent): Row | undefined {
  const at = event.recordedAt.toISOString();
  const { type, data } = { type: event.type, data: event.data } as unknown as FeedbackEvent;
  if (type === 'FeedbackReceived') return received(event.subject, data, at, event.version);
  if (!row) return undefined;
  const found = lateBy(row, event.recordedAt);
  return { ...found, ...changeOf(found, { type, data } as FeedbackEvent, at), version: event.version };
}

const received = (id: string, data: Of<'FeedbackReceived'>, at: string, version: number): Row => ({
  feedback_id: id,
  version,
  status: 'received',
  kind: data.kind,
  field: null,
  title: null,
  about: data.about,
  channel: data.channel,
  author_id: data.authorId,
  unit_id: null,
  received_at: at,
  due: dueColumn(data),
  answered_at: null,
  published_at: null,
  question: null,
  answer: null,
  done: null,
  done_on: null,
  digest: null,
  late: false,
  overdue: false,
  extended: false,
  reopened: false,
});

const dueColumn = ({ due }: DueInstant): string => due ?? 'infinity';

function changeOf(row: Row, { type, data }: FeedbackEvent, at: string): Partial<Row> {
  switch (type) {
    case 'FeedbackClassified':
      return { kind: data.kind, field: data.field, title: data.title };
    case 'FeedbackAssigned':
      return { status: 'assigned', unit_id: data.unitId };
    case 'FeedbackPassedOn':
      return { status: 'passed_on' };
    case 'FeedbackExtended':
      return { due: dueColumn(data), extended: true };
    case 'FeedbackAnswered':
      return {
        status: 'answered',
        answered_at: at,
        answer: data.text,
        done: data.done,
        done_on: data.on,
        digest: data.digest,
        unit_id: data.unitId,
        late: row.late || data.late,
        overdue: false,
      };
    case 'FeedbackPublished':
      return { status: 'published', published_at: at, question: data.question };
    case 'FeedbackReopened':
      return { status: 'assigned', due: dueColumn(data), reopened: true, published_at: null };
    case 'FeedbackDueSet':
      return { due: dueColumn(data) };
    case 'FeedbackOverdue':
      return { overdue: true, late: true };
    case 'FeedbackReceived':
    case 'FeedbackWarned':
    case 'FeedbackEscalated':
      return {};
  }
}
