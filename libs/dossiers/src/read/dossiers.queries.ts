import type { EventStore } from '#event-store';
import {
  Gathering,
  addDays,
  at,
  behind,
  beingMended,
  cursorBehind,
  notFound,
  pageOf,
  type Clock,
  type Day,
} from '#kernel';
import { workerOf, type Lacking } from '#projection';
import type { Pool } from 'pg';
import { isByDue, type Figures, type ListDossiers, type Period } from './dossier-filters.js';
import { rowOf } from './dossier-row.js';
import type { DossierRow } from './dossier-row.types.js';
import { lateBy, ranOut } from './late-row.js';
import { narrowedTo } from './narrowed.js';
import { foldSeen, type SeenDossier } from './seen-dossier.js';

const SHOWN = `dossier_id as id, version, code, status, procedure_code, procedure_name, field, channel, applicant_id,
  submitted_at, received_at, nullif(d.due, 'infinity') as due, ended_at, returned_at, step, step_name, holder, holder_post, offered, overdue, late, apology,
  apologised_at, apology_late, reappointed, supplement, fee::float8 as fee, paid_by, digitised, past,
  case when d.due = 'infinity' then (select min(year) from rm_awaited.awaited a
    where a.office = d.office and a.subject = d.dossier_id) end as awaits_calendar`;

/** A row as the database gives it: instants as dates. */
export type ShownDossier = Omit<
  DossierRow,
  | 'submitted_at'
  | 'received_at'
  | 'due'
  | 'ended_at'
  | 'returned_at'
  | 'apologised_at'
  | 'reappointed'
  | 'rated_at'
  | 'steps'
> &
  Record<
    'submitted_at' | 'received_at' | 'due' | 'ended_at' | 'returned_at' | 'apologised_at' | 'reappointed',
    Date | null
  > & {
    /** The year whose calendar its due instant waits for. */
    awaits_calendar: number | null;
  };

interface ShownApology {
  code: string;
  procedure: string;
  at: Date;
  newDue: Date | null;
}

/** Questions about dossiers, answered from the read model as of the office's now. */
export class DossierQueries {
  readonly #byCode = new Gathering((office, codes: string[]) => this.#withCodes(office, codes));

  constructor(
    private readonly pool: Pool,
    private readonly store: Pick<EventStore, 'readStream'>,
    private readonly lacking: Lacking,
    private readonly clock: Clock,
  ) {}

  #asOfNow = (rows: ShownDossier[]): ShownDossier[] => rows.map((row) => lateBy(row, this.clock.now()));

  /** What was received in a period, in the order of reception; refuses `being_mended` where some might be missing. */
  async receivedBetween(office: string, from: Day, to: Day, limit: number): Promise<ShownDossier[]> {
    if ((await this.lacking.of(office, 'dossier')) > 0) throw beingMended();
    const { rows } = await this.pool.query<ShownDossier>(
      `select ${SHOWN} from rm_dossier.dossier d where office = $1 and received_at >= $2 and received_at < $3
       order by received_at, dossier_id limit $4`,
      [office, at(from), at(addDays(to, 1)), limit],
    );
    return this.#asOfNow(rows);
  }

  /** A page: open ones by what is due first, others by the latest reception. */
  async list(
    office: string,
    me: string,
    filter: ListDossiers,
  ): Promise<{ rows: ShownDossier[]; nextCursor: string | null }> {
    const { where, values } = narrowedTo(filter, { office, me, now: this.clock.now() });
    const byDue = isByDue(filter);
    const key = byDue ? 'due' : filter.status === 'submitted' ? 'submitted_at' : 'received_at';
    const order = byDue || key === 'submitted_at' ? 'asc' : 'desc';
    if (filter.cursor)
      where.push(behind(filter.cursor, { key: `d.${key}`, id: 'dossier_id', order }, values));
    const limit = filter.limit ?? 50;
    const { rows } = await this.pool.query<ShownDossier>(
      `select ${SHOWN} from rm_dossier.dossier d where ${where.join(' and ')}
       order by d.${key} ${order}, dossier_id ${order} limit ${limit + 1}`,
      values,
    );
    const { items, nextCursor } = pageOf(rows, limit, (last) => cursorBehind(last[key], last.id));
    return { rows: this.#asOfNow(items), nextCursor };
  }

  /** Those on which money is owed back. */
  async owingRefunds(office: string, limit: number): Promise<ShownDossier[]> {
    const owing = `d where office = $1 and refunds_owed > 0 order by dossier_id limit ${limit}`;
    const sql = `select ${SHOWN} from rm_dossier.dossier ${owing}`;
    return (await this.pool.query<ShownDossier>(sql, [office])).rows;
  }

  async one(office: string, dossierId: string): Promise<ShownDossier> {
    if (await this.lacking.has(office, 'dossier', dossierId))
      return lateBy(await this.#fromLog(office, dossierId), this.clock.now());
    const { rows } = await this.pool.query<ShownDossier>({
      name: 'dossier_by_id',
      text: `select ${SHOWN} from rm_dossier.dossier d where office = $1 and dossier_id = $2`,
      values: [office, dossierId],
    });
    if (!rows[0]) throw notFound();
    return lateBy(rows[0], this.clock.now());
  }

  /** The dossier with a code, however many ask at once. */
  byCode(office: string, code: string): Promise<ShownDossier | undefined> {
    return this.#byCode.get(office, code);
  }

  async #withCodes(office: string, codes: string[]): Promise<Map<string, ShownDossier>> {
    const { rows } = await this.pool.query<ShownDossier & { code: string }>({
      name: 'dossiers_by_code',
      text: `select ${SHOWN} from rm_dossier.dossier d where office = $1 and code = any($2)`,
      values: [office, codes],
    });
    const now = this.clock.now();
    const found = new Map(rows.map((row) => [row.code, lateBy(row, now)]));
    // Look-ups are what strangers ask for most, and a read model trails the log by more than this.
    if ((await this.lacking.lately(office, 'dossier')) > 0)
      for (const { code, id } of await this.#setAsideWith(office, codes))
        found.set(code, lateBy({ ...(await this.#fromLog(office, id)), code }, now));
    return found;
  }

  /** Dossiers with these codes that the read model has set aside. */
  async #setAsideWith(office: string, codes: string[]): Promise<{ code: string; id: string }[]> {
    const { rows } = await this.pool.query<{ code: string; id: string }>(
      `select e.data ->> 'code' as code, e.subject as id from public.parked_work p
       join public.event e on e.office = p.office and e.subject = p.subject::uuid and e.type = 'DossierReceived'
       where p.office = $1 and p.worker = $3 and e.data ->> 'code' = any($2)`,
      [office, codes, workerOf('dossier')],
    );
    return rows;
  }

  /** A dossier as its own stream tells it. */
  async #fromLog(office: string, dossierId: string): Promise<ShownDossier> {
    const events = await this.store.readStream(office, dossierId);
    const seen = events.reduce<SeenDossier | undefined>(foldSeen, undefined);
    if (!seen) throw notFound();
    const row = rowOf(seen);
    const { steps: _steps, ...shown } = row;
    const awaits =
      row.due === 'infinity' ? events.findLast(({ data }) => typeof data.awaits === 'number') : undefined;
    const instant = (text: string | null) => (text === null ? null : new Date(text));
    return {
      ...shown,
      submitted_at: instant(row.submitted_at),
      received_at: instant(row.received_at),
      due: awaits ? null : instant(row.due),
      awaits_calendar: awaits ? Number(awaits.data.awaits) : null,
      ended_at: instant(row.ended_at),
      returned_at: instant(row.returned_at),
      apologised_at: instant(row.apologised_at),
      reappointed: instant(row.reappointed),
    };
  }

  async figures(office: string, { from, to }: Period): Promise<Figures> {
    const { rows } = await this.pool.query<
      Omit<Figures, 'onTimePercent' | 'satisfiedPercent'> & { satisfied: number }
    >(
      `with own as (select * from rm_dossier.dossier where office = $1 and not past),
            came as (select * from own where received_at >= $2 and received_at < $3),
            ended as (select * from own where ended_at >= $2 and ended_at < $3 and received_at is not null)
       select (select count(*)::int from came) as received,
              (select count(*)::int from came where channel = 'online') as "receivedOnline",
              (select count(*)::int from came where supplement <> 'never') as supplements,
              count(*) filter (where status <> 'withdrawn')::int as settled,
              count(*) filter (where status <> 'withdrawn' and not late)::int as "settledOnTime",
              count(*) filter (where status <> 'withdrawn' and late)::int as "settledLate",
              count(*) filter (where status = 'withdrawn')::int as withdrawn,
              count(*) filter (where digitised)::int as digitised,
              count(*) filter (where paid_by = 'online')::int as "paidOnline",
              count(score)::int as rated, count(*) filter (where score >= 4)::int as satisfied,
              (select count(*)::int from own where received_at < $3 and (ended_at is null or ended_at >= $3)) as open,
              (select count(*)::int from own where received_at < $3 and ended_at is null and (overdue or ${ranOut('$4')}))
                as "openOverdue",
              (select count(*)::int from own where apology = 'owed' or (apology = 'none' and ${ranOut('$4')})) as "apologiesOwed",
              (select count(*)::int from own where apologised_at >= $2 and apologised_at < $3) as "apologiesGiven",
              (select count(*)::int from own where apologised_at >= $2 and apologised_at < $3 and apology_late) as "apologiesLate"
       from ended`,
      [office, at(from), at(addDays(to, 1)), this.clock.now()],
    );
    const row = rows[0];
    if (!row) throw notFound();
    const { satisfied, ...figures } = row;
    const percent = (part: number, whole: number) =>
      whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;
    return {
      ...figures,
      onTimePercent: percent(figures.settledOnTime, figures.settled),
      satisfiedPercent: percent(satisfied, figures.rated),
    };
  }

  /** Apologies of the latest first, for everyone to see: without a person. */
  async apologies(office: string, limit: number): Promise<ShownApology[]> {
    const { rows } = await this.pool.query<ShownApology>(
      `select code, procedure_name as procedure, apologised_at as at, reappointed as "newDue" from rm_dossier.dossier
       where office = $1 and apologised_at is not null order by apologised_at desc, dossier_id desc limit $2`,
      [office, limit],
    );
    return rows;
  }

  /** Results of the latest first, for everyone to see: without a person. */
  async results(
    office: string,
    limit: number,
  ): Promise<{ code: string; procedure: string; status: string; endedAt: Date; late: boolean }[]> {
    const { rows } = await this.pool.query<{
      code: string;
      procedure: string;
      status: string;
      endedAt: Date;
      late: boolean;
    }>(
      `select code, procedure_name as procedure, status, ended_at as "endedAt", late from rm_dossier.dossier
       where office = $1 and ended_at is not null and code is not null and not past order by ended_at desc limit $2`,
      [office, limit],
    );
    return rows;
  }
}
