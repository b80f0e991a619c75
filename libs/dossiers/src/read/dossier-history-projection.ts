import { rowsByColumn, rowsFrom, sqlFile, type ColumnTypes } from '#kernel';
import type { Projection } from '#projection';
import { COUNTED_EVENTS, countedAfter, type CountedDossier } from './dossier-history.js';

const INSTANT = (name: string) =>
  `to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${name}`;
const LAST = `
  select dossier_id, code, procedure_code, field, channel, standing, late,
         papers_held, papers_reused, result_held, ${INSTANT('received_at')}, ${INSTANT('due')}, ${INSTANT('ended_at')}
  from standing where office = $1 and dossier_id = any($2::uuid[]) and until_position is null`;
const END = `
  update standing s set until_position = e.position, until_at = e.at
  from json_to_recordset($2::json) as e(dossier_id uuid, position bigint, at timestamptz)
  where s.office = $1 and s.dossier_id = e.dossier_id and s.until_position is null`;
const STOOD: ColumnTypes<Stood> = {
  dossier_id: 'uuid',
  since_position: 'bigint',
  since_at: 'timestamptz',
  until_position: 'bigint',
  until_at: 'timestamptz',
  code: 'text',
  procedure_code: 'text',
  field: 'text',
  channel: 'text',
  received_at: 'timestamptz',
  due: 'timestamptz',
  ended_at: 'timestamptz',
  standing: 'text',
  late: 'boolean',
  papers_held: 'boolean',
  papers_reused: 'boolean',
  result_held: 'boolean',
};
const BEGIN = `
  insert into standing (office, dossier_id, since_position, since_at, until_position, until_at, code, procedure_code, field,
                        channel, received_at, due, ended_at, standing, late, papers_held, papers_reused, result_held)
  select $1, dossier_id, since_position, since_at, until_position, until_at, code, procedure_code, field,
         channel, received_at, due, ended_at, standing, late, papers_held, papers_reused, result_held
  from ${rowsFrom(STOOD, 2)}`;

interface Stood extends CountedDossier {
  dossier_id: string;
  since_position: number;
  since_at: Date;
  until_position: number | null;
  until_at: Date | null;
}

/** How dossiers stood after each event that changed what is counted of them, so that any past moment can be counted again (R29). */
export const dossierHistoryProjection: Projection = {
  name: 'dossier_history',
  version: 3,
  types: COUNTED_EVENTS,
  ddl: sqlFile('./dossier-history.sql', import.meta.url),
  async apply(db, events) {
    for (const [office, ofOffice] of Map.groupBy(events, (event) => event.office)) {
      const own = Map.groupBy(ofOffice, ({ subject }) => subject);
      const { rows } = await db.query<CountedDossier & { dossier_id: string }>(LAST, [
        office,
        [...own.keys()],
      ]);
      const known = new Map(rows.map(({ dossier_id, ...counted }) => [dossier_id, counted]));
      const stood: Stood[] = [];
      for (const [dossier_id, changes] of own) {
        let counted: CountedDossier | undefined = known.get(dossier_id);
        for (const [index, event] of changes.entries()) {
          counted = countedAfter(counted, event);
          const next = changes[index + 1];
          stood.push({
            ...counted,
            dossier_id,
            since_position: event.position,
            since_at: event.recordedAt,
            until_position: next?.position ?? null,
            until_at: next?.recordedAt ?? null,
          });
        }
      }
      const ended = [...own]
        .filter(([dossier_id]) => known.has(dossier_id))
        .map(([dossier_id, [next]]) => ({ dossier_id, position: next?.position, at: next?.recordedAt }));
      if (ended.length > 0) await db.query(END, [office, JSON.stringify(ended)]);
      await db.query(BEGIN, [office, ...rowsByColumn(STOOD, stood)]);
    }
  },
};
