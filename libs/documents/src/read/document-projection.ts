import { isOf } from '#event-store';
import { beingMended, notFound, rowsByColumn, rowsFrom, sqlFile, type ColumnTypes } from '#kernel';
import type { Lacking, Projection } from '#projection';
import type { Pool } from 'pg';
import { documentBook, type Numbered } from '../document/document.js';

type Row = Numbered & { office: string; at: Date };
const ROW: ColumnTypes<Row> = {
  office: 'text',
  documentId: 'uuid',
  kind: 'text',
  year: 'int',
  number: 'int',
  about: 'uuid',
  aboutVersion: 'int',
  details: 'jsonb',
  at: 'timestamptz',
};

/** Documents by what they are about. */
export const documentProjection: Projection = {
  name: 'document',
  version: 1,
  types: ['DocumentNumbered'],
  // One that can't be shown holds up no other of the same book.
  subjectOf: (event) => (isOf(documentBook, event) ? event.data.documentId : event.subject),
  ddl: sqlFile('./document.sql', import.meta.url),
  async apply(db, events) {
    const rows = events.flatMap((event): Row[] =>
      isOf(documentBook, event) ? [{ office: event.office, at: event.recordedAt, ...event.data }] : [],
    );
    await db.query(
      `insert into document
       select office, "documentId", kind, year, number, about, "aboutVersion", coalesce(details, '{}'), at
       from ${rowsFrom(ROW, 1)}
       on conflict do nothing`,
      rowsByColumn(ROW, rows),
    );
  },
};

export interface DocumentRow extends Numbered {
  numberedAt: Date;
}

const SHOWN = `document_id as "documentId", kind, year, number, about, about_version as "aboutVersion", details, numbered_at as "numberedAt"`;
const MOST = 200;

/** Questions about documents, answered from the read model. */
export class DocumentQueries {
  constructor(
    private readonly pool: Pool,
    private readonly lacking: Lacking,
  ) {}

  /** The documents about a subject, oldest first. */
  async about(office: string, subject: string): Promise<DocumentRow[]> {
    const { rows } = await this.pool.query<DocumentRow>(
      `select ${SHOWN} from rm_document.document where office = $1 and about = $2 order by numbered_at, number limit ${MOST}`,
      [office, subject],
    );
    return rows;
  }

  /** One document; refuses `not_found`, and `being_mended` while the list can’t hold it. */
  async one(office: string, documentId: string): Promise<DocumentRow> {
    const { rows } = await this.pool.query<DocumentRow>(
      `select ${SHOWN} from rm_document.document where office = $1 and document_id = $2`,
      [office, documentId],
    );
    if (!rows[0]) throw (await this.lacking.has(office, 'document', documentId)) ? beingMended() : notFound();
    return rows[0];
  }
}
