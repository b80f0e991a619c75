import { isOf, type StoredEvent } from '#event-store';
import { rowsByColumn, rowsFrom, sqlFile, type ColumnTypes } from '#kernel';
import type { Projection } from '#projection';
import type { Pool } from 'pg';
import { dossier } from '../dossier/dossier.js';

interface Received {
  office: string;
  subject: string;
  applicantId: string;
  name: string;
}
const RECEIVED: ColumnTypes<Received> = {
  office: 'text',
  subject: 'uuid',
  applicantId: 'uuid',
  name: 'text',
};

/** Components and results that are held digitised, by applicant (thành phần đã số hóa). */
export const componentProjection: Projection = {
  name: 'component',
  version: 1,
  types: ['DossierReceived', 'SupplementAnswered', 'ResultSigned', 'ResultDigitised'],
  ddl: sqlFile('./component.sql', import.meta.url),
  async apply(db, events) {
    const received = events.flatMap((event): Received[] => {
      if (!isOf(dossier, event) || event.type !== 'DossierReceived') return [];
      const { office, subject } = event;
      const { applicantId, procedure } = event.data;
      return [{ office, subject, applicantId, name: procedure.name }];
    });
    if (received.length > 0)
      await db.query(
        `insert into of_dossier select office, subject, "applicantId", name
         from ${rowsFrom(RECEIVED, 1)} on conflict do nothing`,
        rowsByColumn(RECEIVED, received),
      );
    const held = events.flatMap(heldBy);
    if (held.length > 0)
      await db.query(
        `insert into held
         select d.office, d.applicant_id, coalesce(x.name, d.procedure_name), x.file, d.dossier_id, x.at
         from json_to_recordset($1::json) as x(office text, subject uuid, name text, file uuid, at timestamptz)
         join of_dossier d on d.office = x.office and d.dossier_id = x.subject
         on conflict do nothing`,
        [JSON.stringify(held)],
      );
  },
};

interface Held {
  office: string;
  subject: string;
  name: string | null;
  file: string;
  at: string;
}

/** A result is held under its procedure's name: name null. */
function heldBy(event: StoredEvent): Held[] {
  if (!isOf(dossier, event)) return [];
  const { office, subject, recordedAt } = event;
  const at = recordedAt.toISOString();
  if (event.type === 'ResultSigned' || event.type === 'ResultDigitised') {
    const { fileId } = event.data;
    return fileId === null ? [] : [{ office, subject, name: null, file: fileId, at }];
  }
  if (event.type !== 'DossierReceived' && event.type !== 'SupplementAnswered') return [];
  return event.data.components.flatMap(({ name, form, fileId }) =>
    fileId === null || form === 'reused' ? [] : [{ office, subject, name, file: fileId, at }],
  );
}

export interface HeldComponent {
  name: string;
  fileId: string;
  dossierId: string;
  since: Date;
}

const MOST = 200;

/** What is held of an applicant, the newest of each name first. */
export async function heldOf(pool: Pool, office: string, applicantId: string): Promise<HeldComponent[]> {
  const { rows } = await pool.query<HeldComponent>(
    `select name, file_id as "fileId", dossier_id as "dossierId", since from rm_component.held
     where office = $1 and applicant_id = $2 order by name, since desc limit ${MOST}`,
    [office, applicantId],
  );
  return rows;
}

/**
 * Whether more may be held of an applicant than the list says: a dossier of theirs is set aside. Then nobody is told that
 * something is not held.
 */
export async function mayHoldMore(pool: Pool, office: string, applicantId: string): Promise<boolean> {
  const { rows } = await pool.query(
    `select from public.parked_work p
     join public.event e on e.office = p.office and e.subject = p.subject::uuid and e.type = 'DossierReceived'
     where p.office = $1 and p.worker = 'read/component' and e.data ->> 'applicantId' = $2 limit 1`,
    [office, applicantId],
  );
  return rows.length > 0;
}
