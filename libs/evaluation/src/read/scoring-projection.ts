import { isOf, type StoredEvent } from '#event-store';
import { sqlFile } from '#kernel';
import type { Projection } from '#projection';
import type { PoolClient } from 'pg';
import { scoringRound } from '../round/round.js';
import { scoringSheet } from '../sheet/sheet.js';

/** Scoring sheets and rounds. */
export const scoringProjection: Projection = {
  name: 'scoring',
  version: 2,
  types: [
    'ScoringSheetIssued',
    'ScoringRoundOpened',
    'ScoringRoundAdvanced',
    'ScoringRoundUnlocked',
    'ScoringRoundClosed',
  ],
  ddl: sqlFile('./scoring.sql', import.meta.url),
  async apply(db, events) {
    for (const event of events) await keep(db, event);
  },
};

/** Few a year, and each after the other: a round is opened, then moved on. */
async function keep(db: PoolClient, event: StoredEvent): Promise<void> {
  const { office, subject } = event;
  if (isOf(scoringSheet, event) && event.type === 'ScoringSheetIssued') {
    const { code, edition, name, kind, year } = event.data;
    await db.query(
      `insert into sheet (office, sheet_id, code, edition, name, kind, year) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (office, sheet_id) do update
       set edition = excluded.edition, name = excluded.name, kind = excluded.kind, year = excluded.year`,
      [office, subject, code, edition, name, kind, year],
    );
  }
  if (!isOf(scoringRound, event)) return;
  if (event.type === 'ScoringRoundOpened') {
    const { sheetId, name, unitId, from, to } = event.data;
    await db.query(
      `insert into round (office, round_id, sheet_id, name, unit_id, first, last, stage)
       values ($1, $2, $3, $4, $5, $6, $7, 'self') on conflict do nothing`,
      [office, subject, sheetId, name, unitId, from, to],
    );
  }
  if (event.type === 'ScoringRoundAdvanced' || event.type === 'ScoringRoundUnlocked') {
    const index = event.type === 'ScoringRoundAdvanced' ? event.data.index : null;
    await db.query('update round set stage = $3, index = $4 where office = $1 and round_id = $2', [
      ...[office, subject, event.data.stage, index],
    ]);
  }
  if (event.type === 'ScoringRoundClosed')
    await db.query(`update round set stage = 'closed' where office = $1 and round_id = $2`, [
      ...[office, subject],
    ]);
}
