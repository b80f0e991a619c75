import { isOf, type Aggregate, type NewEvent, type StoredEvent } from '#event-store';
import { sqlFile } from '#kernel';
import type { Projection } from '#projection';
import type { PoolClient } from 'pg';
import { inspection, isToRemedy, type Inspection } from '../inspection/inspection.js';
import { inspectionSentences } from '../inspection.sentences.js';
import { oversightNote, type OversightNote } from '../oversight/note.js';

/** A state as the read model keeps it between events. */
interface Seen<S> {
  id: string;
  version: number;
  state: S;
}

/** Inspections with what they require, and notes of oversight. */
export const inspectionProjection: Projection = {
  name: 'inspection',
  version: 1,
  types: Object.keys(inspectionSentences),
  ddl: sqlFile('./inspection.sql', import.meta.url),
  async apply(db, events) {
    for (const [office, own] of Map.groupBy(events, (event) => event.office)) {
      await keepInspections(db, office, own);
      await keepNotes(db, office, own);
    }
  },
};

async function keepInspections(db: PoolClient, office: string, events: StoredEvent[]): Promise<void> {
  const seen = await fold(db, inspection, office, events, 'inspection', 'inspection_id');
  if (seen.length === 0) return;
  const ids = seen.map(({ id }) => id);
  await db.query('delete from inspection where office = $1 and inspection_id = any($2::uuid[])', [
    office,
    ids,
  ]);
  await db.query('delete from requirement where office = $1 and inspection_id = any($2::uuid[])', [
    office,
    ids,
  ]);
  await insert(db, 'inspection', office, seen.map(inspectionRow));
  await insert(db, 'requirement', office, seen.flatMap(requirementRows));
}

async function keepNotes(db: PoolClient, office: string, events: StoredEvent[]): Promise<void> {
  const seen = await fold(db, oversightNote, office, events, 'oversight_note', 'note_id');
  if (seen.length === 0) return;
  const ids = seen.map(({ id }) => id);
  await db.query('delete from oversight_note where office = $1 and note_id = any($2::uuid[])', [office, ids]);
  await insert(db, 'oversight_note', office, seen.map(noteRow));
}

/** The states of the streams of a kind that some events change, from what is kept of them. */
async function fold<S, E extends NewEvent>(
  db: PoolClient,
  aggregate: Aggregate<S, E>,
  office: string,
  events: StoredEvent[],
  table: string,
  key: string,
): Promise<Seen<S>[]> {
  const own = events.filter((event) => isOf(aggregate, event));
  if (own.length === 0) return [];
  const { rows } = await db.query<Seen<S>>(
    `select ${key} as id, version, view as state from ${table} where office = $1 and ${key} = any($2::uuid[])`,
    [office, [...new Set(own.map(({ subject }) => subject))]],
  );
  const seen = new Map(rows.map((row) => [row.id, row]));
  for (const event of own) {
    if (!isOf(aggregate, event)) continue;
    const { subject: id, version } = event;
    const before = seen.get(id)?.state ?? aggregate.initial;
    seen.set(id, { id, version, state: aggregate.evolve(before, event, event.recordedAt) });
  }
  return [...seen.values()];
}

const insert = (db: PoolClient, table: string, office: string, rows: object[]) =>
  db.query(
    `insert into ${table} select (jsonb_populate_record(null::${table}, r || jsonb_build_object('office', $1::text))).*
     from jsonb_array_elements($2::jsonb) r`,
    [office, JSON.stringify(rows)],
  );

/** Where it stands in lists, the latest last. */
export const placeOfInspection = (id: string, { from }: Inspection): string => `${from} ${id}`;
export const placeOfNote = (id: string, { receivedAt }: OversightNote): string => `${receivedAt ?? ''} ${id}`;

const inspectionRow = ({ id, version, state }: Seen<Inspection>) => ({
  inspection_id: id,
  version,
  year: state.year,
  kind: state.kind,
  unannounced: state.unannounced,
  unit_id: state.unitId,
  status: state.status,
  place: placeOfInspection(id, state),
  faults: state.findings.filter(isToRemedy).length,
  view: state,
});

/** What went to another office is required there, and not here any more. */
const requirementRows = ({ id, state }: Seen<Inspection>) =>
  state.status === 'transferred'
    ? []
    : state.requirements.map(({ requirementId, text, status, due, missed, late }) => ({
        requirement_id: requirementId,
        inspection_id: id,
        year: state.year,
        unit_id: state.unitId,
        text,
        status,
        due: due ?? 'infinity',
        missed: missed || late,
      }));

const noteRow = ({ id, version, state }: Seen<OversightNote>) => ({
  note_id: id,
  version,
  status: state.status,
  unit_id: state.unitId,
  place: placeOfNote(id, state),
  due: state.due ?? 'infinity',
  view: state,
});
