import { isOf } from '#event-store';
import { sqlFile } from '#kernel';
import type { Projection } from '#projection';
import { officialEvaluation } from '../official/official.js';

/** Who is evaluated in which year. */
export const evaluationProjection: Projection = {
  name: 'evaluation',
  version: 1,
  types: ['EvaluationOpened'],
  ddl: sqlFile('./evaluation.sql', import.meta.url),
  async apply(db, events) {
    const rows = events.flatMap((event) => {
      if (!isOf(officialEvaluation, event) || event.type !== 'EvaluationOpened') return [];
      const { office, subject } = event;
      const { year, personId, postId, unitId, leader } = event.data;
      return [
        {
          ...{ office, evaluation_id: subject, year, leader },
          ...{ person_id: personId, post_id: postId, unit_id: unitId },
        },
      ];
    });
    await db.query(
      `insert into official select * from jsonb_populate_recordset(null::official, $1::jsonb)
       on conflict do nothing`,
      [JSON.stringify(rows)],
    );
  },
};
