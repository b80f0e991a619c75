import { sqlFile } from '#kernel';
import type { Projection } from '#projection';
import type { FeedbackEvent } from '../feedback/feedback.events.js';
import { rowOf, seenOf, type FeedbackRow } from './feedback-row.js';
import { foldSeen } from './seen-feedback.js';

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
  'FeedbackTransferred',
  'FeedbackTakenOver',
];

/** Feedback, its state and its public answers. */
export const feedbackProjection: Projection = {
  name: 'feedback',
  version: 2,
  types: FEEDBACK_EVENTS,
  ddl: sqlFile('./feedback.sql', import.meta.url),
  async apply(db, events) {
    for (const [office, ofOffice] of Map.groupBy(events, (event) => event.office)) {
      const ids = [...new Set(ofOffice.map(({ subject }) => subject))];
      const { rows } = await db.query<{ row: FeedbackRow }>(
        "select to_jsonb(f) - 'office' as row from feedback f where office = $1 and feedback_id = any($2::uuid[])",
        [office, ids],
      );
      const known = new Map(rows.map(({ row }) => [row.feedback_id, seenOf(row)]));
      for (const event of ofOffice) {
        const next = foldSeen(known.get(event.subject), event);
        if (next) known.set(event.subject, next);
      }
      await db.query('delete from feedback where office = $1 and feedback_id = any($2::uuid[])', [
        office,
        ids,
      ]);
      await db.query(
        `insert into feedback select (jsonb_populate_record(null::feedback, r || jsonb_build_object('office', $1::text))).*
         from jsonb_array_elements($2::jsonb) r`,
        [office, JSON.stringify([...known.values()].map(rowOf))],
      );
    }
  },
};
