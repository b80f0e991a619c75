import type { LogPosition } from '#event-store';
import { TemporaryFailure, inOffice, temporaryFailure } from '#kernel';
import { ASSIGN_ON_APPROVAL } from '#planning';
import { unreadOffices } from '#projection';
import type { Pool } from 'pg';
import { projections } from '../../runtime/src/index.js';

const notReady = temporaryFailure(
  'not_ready',
  503,
  { vi: 'Hệ thống đang khởi động', en: 'The service is starting' },
  {
    vi: 'Đợi vài giây rồi hỏi lại: danh sách và sổ cái đang được đọc cho kịp nhật ký. Nếu mãi không xong, xem "mb doctor".',
    en: 'Ask again in a few seconds: the lists and the ledger are catching up with the log. If that does not end, see "mb doctor".',
  },
);

/** A reader that has not seen what it must. */
export interface Unseen {
  office: string;
  reader: string;
}

const READ_MODELS = projections.map(({ name }) => name);
/** What was approved is assigned first: read models then show what came of it. */
const STAGES = [[...READ_MODELS, ASSIGN_ON_APPROVAL], READ_MODELS];
const LEDGER = 'ledger';
const MOST_OFFICES = 10_000;

/**
 * Whether all that the log held when this process started could be seen once: in the read models, assigned where it was
 * approved, sealed in the ledger. What stands still in sight is not waited for.
 */
export class SeenSinceStart {
  #stage = 0;
  #heads: Head[] | undefined;

  constructor(private readonly pool: Pool) {}

  /** Refuses `not_ready` until then. */
  async require(): Promise<void> {
    const waitsFor = await this.unseen();
    if (waitsFor.length > 0) throw new TemporaryFailure(notReady.kind, { waitsFor: waitsFor.slice(0, 20) });
  }

  async unseen(): Promise<Unseen[]> {
    for (const readers of STAGES.slice(this.#stage)) {
      this.#heads ??= await headsOf(this.pool);
      const behind = await readersBehind(this.pool, this.#heads, readers);
      if (behind.length > 0) {
        // What has been seen once need not be looked at again.
        const offices = new Set(behind.map(({ office }) => office));
        this.#heads = this.#heads.filter(({ office }) => offices.has(office));
        return behind;
      }
      this.#stage += 1;
      this.#heads = undefined;
    }
    return [];
  }
}

interface Head extends LogPosition {
  office: string;
}

/** The end of the log of each office where something is unread. */
async function headsOf(pool: Pool): Promise<Head[]> {
  const heads: Head[] = [];
  for (const office of await unreadOffices(pool, '', MOST_OFFICES)) {
    const { rows } = await inOffice(office, () =>
      pool.query<{ transaction_id: string; position: string }>(
        `select transaction_id, position from event where office = $1
         order by transaction_id desc, position desc limit 1`,
        [office],
      ),
    );
    for (const { transaction_id: transactionId, position } of rows)
      heads.push({ office, transactionId, position: Number(position) });
  }
  return heads;
}

async function readersBehind(pool: Pool, heads: Head[], readers: string[]): Promise<Unseen[]> {
  const { rows } = await pool.query<Unseen>(
    `with head as (select * from unnest($1::text[], $2::xid8[], $3::bigint[]) as h(office, transaction_id, position))
     select h.office, r.name as reader from head h cross join unnest($4::text[]) as r(name)
     left join checkpoint c on c.office = h.office and c.projection = r.name and c.generation = 'live'
     where c.office is null
        or c.stopped_at is null and (c.transaction_id, c.position) < (h.transaction_id, h.position)
     union all
     select h.office, $5 from head h left join ledger.head l using (office)
     where l.office is null or l.alarm is null and (l.transaction_id, l.position) < (h.transaction_id, h.position)`,
    [
      heads.map(({ office }) => office),
      heads.map(({ transactionId }) => transactionId),
      heads.map(({ position }) => position),
      readers,
      LEDGER,
    ],
  );
  return rows;
}
