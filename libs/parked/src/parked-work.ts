import type { Pool, PoolClient } from 'pg';

type Queryable = Pick<Pool | PoolClient, 'query'>;

/** Which work failed. */
export interface Work {
  office: string;
  /** Who was at it, e.g. `read/dossier`, `sweep`. */
  worker: string;
  /** What it was about: a stream's id as a rule. */
  subject: string;
  /** Which of the subject's things, where there are several: an event's position, a step of an occurrence. */
  item?: string;
}

/** Work that failed, as operators see it (việc treo). */
export interface ParkedWork extends Required<Work> {
  /** The event or step, by its name. */
  what: string;
  error: string;
  attempts: number;
  firstFailedAt: Date;
  lastFailedAt: Date;
  /** When it is tried again; null once it was tried in vain so often that only a person may ask for it. */
  nextTry: Date | null;
}

/** How much failed in an office: `waiting` is tried again by itself, `parked` is not any more. */
export interface ParkedFigure {
  office: string;
  worker: string;
  waiting: number;
  parked: number;
  failingSince: Date;
}

/** So often it is tried by itself: for about half a day. */
export const TRIES = 20;
/** Pauses double from five seconds to an hour. */
const FIRST_PAUSE_S = 5;
const LONGEST_PAUSE_S = 3_600;
/** Whoever takes something up again has it for so long; a crash gives it back. */
const CLAIM = "interval '60 seconds'";
const LONGEST_ERROR = 500;
const MOST_SHOWN = 200;

const SEEN = `office, worker, subject, item, what, error, attempts, first_failed_at as "firstFailedAt",
  last_failed_at as "lastFailedAt", next_try as "nextTry"`;

/**
 * What failed: kept with its subject, tried again with growing pauses, and parked in sight once that was in vain. By the
 * server's real time, whatever clock an office lives by. Within an office (`inOffice`), but for what says otherwise.
 */
export class Parked {
  constructor(
    private readonly pool: Pool,
    /** Hears of each failure as it is noted. */
    private readonly onFailure: (failed: ParkedWork, error: unknown) => void = () => undefined,
  ) {}

  /** Notes a failure, the first or one more; with `db`, within the caller's transaction. */
  async note(
    { office, worker, subject, item = '' }: Work,
    what: string,
    error: unknown,
    db: Queryable = this.pool,
  ): Promise<ParkedWork> {
    const { rows } = await db.query<ParkedWork>(
      `insert into public.parked_work as w (office, worker, subject, item, what, error, next_try)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7))
       on conflict (office, worker, subject, item) do update
         set what = excluded.what, error = excluded.error, attempts = w.attempts + 1,
             last_failed_at = clock_timestamp(),
             next_try = case when w.attempts + 1 < $8 then
               clock_timestamp() + make_interval(secs => least($7 * power(2, w.attempts), $9)) end
       returning ${SEEN}`,
      [office, worker, subject, item, what, sentenceOf(error), FIRST_PAUSE_S, TRIES, LONGEST_PAUSE_S],
    );
    const [failed] = rows;
    if (!failed) throw new Error(`nothing noted of ${worker} on ${subject}`);
    this.onFailure(failed, error);
    return failed;
  }

  /** Takes up what is to be tried again by now, the longest due first: another worker skips it for a minute. */
  async takeDue(
    office: string,
    worker: string,
    limit: number,
    db: Queryable = this.pool,
  ): Promise<ParkedWork[]> {
    const { rows } = await db.query<ParkedWork>(
      `with due as (
         select office, worker, subject, item from public.parked_work
         where office = $1 and worker = $2 and next_try <= clock_timestamp()
         order by next_try limit $3 for update skip locked)
       update public.parked_work w set next_try = clock_timestamp() + ${CLAIM}
       from due where (w.office, w.worker, w.subject, w.item) = (due.office, due.worker, due.subject, due.item)
       returning ${SEEN.replace(/\b(office|worker|subject|item)\b/g, 'w.$1')}`,
      [office, worker, limit],
    );
    return rows;
  }

  /** It is done: nothing is left to be seen of it. Without `item`, all of the subject. */
  async settle({ office, worker, subject, item }: Work, db: Queryable = this.pool): Promise<void> {
    await db.query(
      `delete from public.parked_work
       where office = $1 and worker = $2 and subject = $3 and ($4::text is null or item = $4)`,
      [office, worker, subject, item ?? null],
    );
  }

  /** What failed in an office, the newest failure first, of one worker or of all; no more than `limit`, at most 200. */
  async list(office: string, limit = MOST_SHOWN, worker?: string): Promise<ParkedWork[]> {
    const { rows } = await this.pool.query<ParkedWork>(
      `select ${SEEN} from public.parked_work where office = $1 and ($3::text is null or worker = $3)
       order by last_failed_at desc, worker, subject, item limit $2`,
      [office, Math.min(limit, MOST_SHOWN), worker ?? null],
    );
    return rows;
  }

  /** Has an office's work tried again at once, all of it or a worker's or a subject's; answers how much that is. */
  async retry(office: string, worker?: string, subject?: string): Promise<number> {
    const { rowCount } = await this.pool.query(
      `update public.parked_work set next_try = clock_timestamp()
       where office = $1 and ($2::text is null or worker = $2) and ($3::text is null or subject = $3)`,
      [office, worker ?? null, subject ?? null],
    );
    return rowCount ?? 0;
  }

  /** How much failed, by office and worker, of all offices. */
  async figures(): Promise<ParkedFigure[]> {
    const { rows } = await this.pool.query<ParkedFigure>(
      `select office, worker, waiting, parked, failing_since as "failingSince" from parked_figures()`,
    );
    return rows;
  }

  /** Where something is to be tried again by now, of all offices. */
  async due(): Promise<{ office: string; worker: string }[]> {
    const { rows } = await this.pool.query<{ office: string; worker: string }>(
      'select office, worker from parked_due()',
    );
    return rows;
  }
}

const sentenceOf = (error: unknown): string =>
  // A NUL has no place in the database's texts.
  (error instanceof Error ? error.message : String(error)).replaceAll('\0', '').slice(0, LONGEST_ERROR);
