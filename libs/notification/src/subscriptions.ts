import { inTransaction } from '#projection';
import { addDays, at, dayOf, type Language } from '#kernel';
import type { Pool } from 'pg';

/** A person's wish to be told by e-mail of what enters the trail (đăng ký nhận nhật ký). */
export interface Subscription {
  id: string;
  personId: string;
  filter: Record<string, string>;
  language: Language;
  /** The log position up to which they have been told. */
  position: number;
  nextAt: Date;
}

interface Row {
  id: string;
  person_id: string;
  filter: Record<string, string>;
  language: Language;
  position: string;
  next_at: Date;
}

const toSubscription = ({ person_id: personId, next_at: nextAt, position, ...row }: Row): Subscription => ({
  ...row,
  personId,
  nextAt,
  position: Number(position),
});

/** A digest comes once a day, as the office opens: the next one after an instant. */
export const nextDigest = (now: Date): Date => at(addDays(dayOf(now), 1), '07:30');

/** Subscriptions to the trail: settings of people, not acts of the office. */
export class Subscriptions {
  constructor(private readonly pool: Pool) {}

  /** From the log's end on: what was before is in the trail. */
  async add(
    office: string,
    { id, personId, filter, language, nextAt }: Omit<Subscription, 'position'>,
  ): Promise<void> {
    await this.pool.query(
      `insert into trail_subscription (office, id, person_id, filter, language, position, next_at)
       values ($1, $2, $3, $4, $5, coalesce((select max(position) from event where office = $1), 0), $6) on conflict do nothing`,
      [office, id, personId, filter, language, nextAt],
    );
  }

  async of(office: string, personId: string): Promise<Subscription[]> {
    const { rows } = await this.pool.query<Row>(
      'select id, person_id, filter, language, position, next_at from trail_subscription where office = $1 and person_id = $2 order by id limit 100',
      [office, personId],
    );
    return rows.map(toSubscription);
  }

  async has(office: string, id: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'select from trail_subscription where office = $1 and id = $2::uuid',
      [office, id],
    );
    return rowCount === 1;
  }

  /** Whether there was one of this person. */
  async remove(office: string, personId: string, id: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'delete from trail_subscription where office = $1 and person_id = $2 and id = $3',
      [office, personId, id],
    );
    return rowCount === 1;
  }

  /** Offices where somebody is to be told by an instant, by name: those after `after`, at most `limit`. */
  async officesDue(by: Date, after: string, limit: number): Promise<string[]> {
    const { rows } = await this.pool.query<{ office: string }>(
      'select offices_with_digests($1, $2, $3) as office',
      [by, after, limit],
    );
    return rows.map(({ office }) => office);
  }

  /**
   * Serves one due subscription, held meanwhile so that no other worker does; `serve` answers up to where it told and
   * when to come again. False when none is due.
   */
  async serveDue(
    office: string,
    now: Date,
    serve: (subscription: Subscription) => Promise<Pick<Subscription, 'position' | 'nextAt'>>,
  ): Promise<boolean> {
    return inTransaction(this.pool, async (db) => {
      const { rows } = await db.query<Row>(
        `select id, person_id, filter, language, position, next_at from trail_subscription
         where office = $1 and next_at <= $2 order by next_at limit 1 for update skip locked`,
        [office, now],
      );
      if (!rows[0]) return false;
      const { position, nextAt } = await serve(toSubscription(rows[0]));
      await db.query(
        'update trail_subscription set position = $3, next_at = $4 where office = $1 and id = $2',
        [office, rows[0].id, position, nextAt],
      );
      return true;
    });
  }
}
