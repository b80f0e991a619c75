import { isOf, type EventStore, type StoredEvent } from '#event-store';
import { addDays, at, dayOf, refusal, type Clock, type Day } from '#kernel';
import type { Timing } from '#overdue';
import type { Pool } from 'pg';
import { dossier } from '../dossier/dossier.js';
import { stintsOf } from '../forms/stints.js';

/** A dossier of which the office's part ended, and how it was handled (kết quả giải quyết hồ sơ); no person's data is in it. */
export interface HandledDossier {
  id: string;
  code: string;
  procedureCode: string;
  procedureName: string;
  /** The post that had it when it ended. */
  postId: string;
  endedAt: string;
  /** Early and on time are told by day, late by R16. */
  timing: Exclude<Timing, 'open'>;
  /** Each time in which somebody had it, as the control slip says. */
  stints: readonly { step: string; postId: string; timing: Timing }[];
  supplements: number;
  /** Why it was paused: what it waited for from elsewhere. */
  pauses: readonly string[];
  satisfied: boolean | null;
}

interface Row extends Omit<HandledDossier, 'endedAt' | 'timing' | 'stints' | 'supplements' | 'pauses'> {
  endedAt: Date;
  due: Date | null;
  late: boolean;
}

/** How many dossiers' streams are read with one query. */
const TOGETHER = 200;
/** More than a commune of 150 dossiers a day has in a quarter; of more, nothing is told rather than a part. */
const MOST_HANDLED = 15_000;
const tooManyHandled = refusal(
  'too_many_handled',
  400,
  {
    vi: 'Kỳ này có quá nhiều hồ sơ để chấm một lần',
    en: 'Too many dossiers ended in this period to be scored at once',
  },
  { vi: 'Chọn từng quý (tối đa {most} hồ sơ).', en: 'Choose a quarter (at most {most} dossiers).' },
);

const ENDED = `
  select dossier_id as id, code, procedure_code as "procedureCode", procedure_name as "procedureName",
         holder_post as "postId", ended_at as "endedAt", nullif(due, 'infinity') as due, late,
         satisfied_procedures as satisfied
  from rm_dossier.dossier
  where office = $1 and not past and code is not null and holder_post is not null and status <> 'withdrawn'
    and ended_at >= $2 and ended_at < $3`;

/** How dossiers were handled: which ones from the list, how from the streams themselves. */
export class HandledDossiers {
  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Those that ended in a period and were not withdrawn, the first to end first; `posts`: had by one of these at the end. Refuses `too_many_handled`. */
  async ended(
    office: string,
    { from, to }: { from: Day; to: Day },
    posts?: readonly string[],
  ): Promise<HandledDossier[]> {
    const { rows } = await this.pool.query<Row>(
      `${ENDED} and ($4::uuid[] is null or holder_post = any($4)) order by ended_at, dossier_id limit ${MOST_HANDLED + 1}`,
      [office, at(from), at(addDays(to, 1)), posts ?? null],
    );
    if (rows.length > MOST_HANDLED) throw tooManyHandled({ most: MOST_HANDLED });
    const all: HandledDossier[] = [];
    for (let first = 0; first < rows.length; first += TOGETHER) {
      const some = rows.slice(first, first + TOGETHER);
      const events = await this.store.readStreams(
        office,
        some.map(({ id }) => id),
      );
      const bySubject = Map.groupBy(events, ({ subject }) => subject);
      all.push(...some.map((row) => handled(row, bySubject.get(row.id) ?? [], this.clock.now())));
    }
    return all;
  }
}

function handled(
  { due, late, endedAt, ...row }: Row,
  events: readonly StoredEvent[],
  now: Date,
): HandledDossier {
  const isEarly = due !== null && dayOf(endedAt) < dayOf(due);
  const pauses = events.flatMap((event) =>
    isOf(dossier, event) && event.type === 'DossierPaused' ? [event.data.reason] : [],
  );
  return {
    ...{ ...row, endedAt: endedAt.toISOString(), timing: late ? 'late' : isEarly ? 'early' : 'on time' },
    stints: stintsOf(events, now).map(({ step, holder, timing }) => ({
      step,
      postId: holder.postId,
      timing,
    })),
    supplements: events.filter(({ type }) => type === 'SupplementRequested').length,
    pauses,
  };
}
