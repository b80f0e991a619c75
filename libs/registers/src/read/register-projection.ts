import { isOf, type StoredEvent } from '#event-store';
import { sqlFile } from '#kernel';
import type { Projection } from '#projection';
import type { PoolClient } from 'pg';
import { entry, type Entry } from '../entry/entry.js';
import { choiceOf } from '../entry/totals.js';
import { registersSentences } from '../registers.sentences.js';

/** An entry with its id and version. */
export interface Listed {
  id: string;
  version: number;
  state: Entry;
}

/** Entries of registers, for lists and figures. */
export const registerProjection: Projection = {
  name: 'register',
  version: 1,
  types: Object.keys(registersSentences),
  ddl: sqlFile('./register.sql', import.meta.url),
  async apply(db, events) {
    const byOffice = Map.groupBy(
      events.filter((event) => isOf(entry, event)),
      ({ office }) => office,
    );
    for (const [office, own] of byOffice) await applyTo(db, office, own);
  },
};

async function applyTo(db: PoolClient, office: string, events: readonly StoredEvent[]): Promise<void> {
  const ids = [...new Set(events.map(({ subject }) => subject))];
  const { rows } = await db.query<Listed>(
    'select entry_id as id, version, view as state from entry where office = $1 and entry_id = any($2::uuid[])',
    [office, ids],
  );
  const seen = new Map(rows.map((row) => [row.id, row]));
  for (const event of events) {
    if (!isOf(entry, event)) continue;
    const { subject: id, version } = event;
    const state = entry.evolve(seen.get(id)?.state ?? entry.initial, event, event.recordedAt);
    seen.set(id, { id, version, state });
  }
  await db.query(
    `insert into entry select (jsonb_populate_record(null::entry, r || jsonb_build_object('office', $1::text))).*
     from jsonb_array_elements($2::jsonb) r
     on conflict (office, entry_id) do update set version = excluded.version, choice = excluded.choice,
       day = excluded.day, unit_id = excluded.unit_id, task_id = excluded.task_id, withdrawn = excluded.withdrawn,
       place = excluded.place, facts = excluded.facts, view = excluded.view`,
    [office, JSON.stringify([...seen.values()].map(rowOf))],
  );
}

/** Where it stands in lists, the latest last. */
export const placeOf = ({ id, state }: Pick<Listed, 'id' | 'state'>): string => `${state.day} ${id}`;

const rowOf = ({ id, version, state }: Listed) => ({
  entry_id: id,
  version,
  kind: state.kind,
  choice: choiceOf(state) ?? '',
  day: state.day,
  unit_id: state.unitId,
  task_id: state.taskId,
  withdrawn: state.status === 'withdrawn',
  place: placeOf({ id, state }),
  facts: state.facts,
  view: state,
});
