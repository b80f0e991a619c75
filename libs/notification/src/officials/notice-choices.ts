import type { Pool } from 'pg';
import { NOTHING_CHOSEN, type NoticeChannel, type NoticeChoice } from './notice-group.js';

interface Row {
  person_id: string;
  deadlines: NoticeChannel[];
  work: NoticeChannel[];
  digest: boolean;
  language: 'vi' | 'en';
}

/** Somebody whose digest is due, and up to which notice they have been told. */
export interface DueDigest {
  personId: string;
  toldSeq: number;
  language: 'vi' | 'en';
}

/** How officials want to be told: settings of people, not acts of the office; asked for anew whenever something is told. */
export class NoticeChoices {
  constructor(private readonly pool: Pool) {}

  async of(office: string, people: readonly string[]): Promise<Map<string, NoticeChoice>> {
    if (people.length === 0) return new Map();
    const { rows } = await this.pool.query<Row>(
      `select person_id, deadlines, work, digest, language from notice_choice
       where office = $1 and person_id = any($2::uuid[])`,
      [office, people],
    );
    return new Map(rows.map(({ person_id: personId, ...choice }) => [personId, choice]));
  }

  async one(office: string, personId: string): Promise<NoticeChoice> {
    return (await this.of(office, [personId])).get(personId) ?? NOTHING_CHOSEN;
  }

  /** A digest begins with what comes from now on. */
  async choose(office: string, personId: string, choice: NoticeChoice, nextDigest: Date): Promise<void> {
    const { deadlines, work, digest, language } = choice;
    await this.pool.query(
      `insert into notice_choice (office, person_id, deadlines, work, digest, language, told_seq, next_digest)
       values ($1, $2, $3, $4, $5, $6,
               coalesce((select max(seq) from outbox where office = $1 and channel = 'in-app' and recipient = $8), 0), $7)
       on conflict (office, person_id) do update
       set deadlines = excluded.deadlines, work = excluded.work, digest = excluded.digest, language = excluded.language,
           told_seq = case when notice_choice.digest then notice_choice.told_seq else excluded.told_seq end,
           next_digest = case when notice_choice.digest then notice_choice.next_digest else excluded.next_digest end`,
      [office, personId, deadlines, work, digest, language, nextDigest, personId],
    );
  }

  async officesDue(by: Date): Promise<string[]> {
    const { rows } = await this.pool.query<{ office: string }>(
      'select offices_with_notice_digests($1) as office',
      [by],
    );
    return rows.map(({ office }) => office);
  }

  async due(office: string, by: Date): Promise<DueDigest[]> {
    const { rows } = await this.pool.query<DueDigest>(
      `select person_id as "personId", told_seq::int as "toldSeq", language from notice_choice
       where office = $1 and digest and next_digest <= $2 order by next_digest, person_id limit 1000`,
      [office, by],
    );
    return rows;
  }

  async told(office: string, personId: string, toldSeq: number, nextDigest: Date): Promise<void> {
    await this.pool.query(
      `update notice_choice set told_seq = greatest(told_seq, $3), next_digest = $4
       where office = $1 and person_id = $2`,
      [office, personId, toldSeq, nextDigest],
    );
  }
}
