import { rowsByColumn, rowsFrom, sqlFile, type ColumnTypes } from '#kernel';
import type { Projection } from '#projection';
import { dossiersSentences } from '../dossiers.sentences.js';
import { rowOf, seenOf } from './dossier-row.js';
import type { DossierRow } from './dossier-row.types.js';
import { foldSeen } from './seen-dossier.js';

const COLUMNS: ColumnTypes<Omit<DossierRow, 'id' | 'steps'>> = {
  version: 'int',
  code: 'text',
  status: 'text',
  procedure_code: 'text',
  procedure_name: 'text',
  field: 'text',
  channel: 'text',
  applicant_id: 'uuid',
  submitted_at: 'timestamptz',
  received_at: 'timestamptz',
  due: 'timestamptz',
  ended_at: 'timestamptz',
  returned_at: 'timestamptz',
  step: 'int',
  step_name: 'text',
  holder: 'uuid',
  holder_post: 'uuid',
  offered: 'uuid',
  overdue: 'boolean',
  late: 'boolean',
  apology: 'text',
  apologised_at: 'timestamptz',
  apology_late: 'boolean',
  reappointed: 'timestamptz',
  supplement: 'text',
  supplement_late: 'boolean',
  fee: 'bigint',
  paid_by: 'text',
  refunds_owed: 'int',
  digitised: 'boolean',
  archived: 'boolean',
  score: 'smallint',
  rated_at: 'timestamptz',
  answers: 'jsonb',
  satisfied_service: 'boolean',
  satisfied_procedures: 'boolean',
  papers_held: 'boolean',
  papers_reused: 'boolean',
  service_due: 'timestamptz',
  stood_since: 'timestamptz',
  service_late_at: 'timestamptz',
  past: 'boolean',
};
const NAMES = Object.keys(COLUMNS);
const ROW: ColumnTypes<DossierRow> = { id: 'uuid', steps: 'jsonb', ...COLUMNS };
const UPSERT = `
  insert into dossier (office, dossier_id, steps, ${NAMES.join(', ')})
  select $1, id, steps, ${NAMES.join(', ')}
  from ${rowsFrom(ROW, 2)}
  on conflict (office, dossier_id) do update set steps = excluded.steps, ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}`;
const SELECT = `select dossier_id as id, steps, ${Object.entries(COLUMNS)
  .map(([name, type]) => {
    if (type === 'bigint') return `${name}::float8 as ${name}`;
    return type === 'timestamptz'
      ? `case when ${name} = 'infinity' then 'infinity'
              else to_char(${name} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end as ${name}`
      : name;
  })
  .join(', ')} from dossier where office = $1 and dossier_id = any($2::uuid[])`;

/** Dossiers as the desk's lists, the public registers and the figures need them. */
export const dossierProjection: Projection = {
  name: 'dossier',
  version: 7,
  types: Object.keys(dossiersSentences),
  ddl: sqlFile('./dossier.sql', import.meta.url),
  async apply(db, events) {
    const byOffice = Map.groupBy(
      events.filter(({ kind }) => kind === 'dossier'),
      ({ office }) => office,
    );
    for (const [office, own] of byOffice) {
      const ids = [...new Set(own.map(({ subject }) => subject))];
      const { rows } = await db.query<DossierRow>(SELECT, [office, ids]);
      const seen = new Map(rows.map((row) => [row.id, seenOf(row)]));
      for (const event of own) seen.set(event.subject, foldSeen(seen.get(event.subject), event));
      await db.query(UPSERT, [office, ...rowsByColumn(ROW, [...seen.values()].map(rowOf))]);
    }
  },
};
