import type { EventStore, LogPosition, LogSlice } from '#event-store';
import { inOffice } from '#kernel';
import type { Pool } from 'pg';
import type { PlacedReader } from './checkpoints.js';
import type { Follower, Projection, Reaction } from './projection.js';
import { isSamePlace, type Projector } from './projector.js';
import { workerOf } from './set-aside.js';
import { forgetRead } from './unread.js';

/** Events that are read at once for all: more are read by each reader for itself. */
const AT_ONCE = 2_000;

export interface Readers {
  projections: readonly Projection[];
  reactions: readonly Reaction[];
  followers?: readonly Follower[];
}

/** Of one office: no office keeps the others from reading. */
const BESIDE_EACH_OTHER = 3;

interface Standing extends LogPosition {
  name: string;
}

interface Standings {
  places: Standing[];
  /** Readers that are to try again what they set aside, by the names they park it under. */
  due: string[];
}

/**
 * Lets all readers of an office see what is new, for which the log is looked at once: most of them stand at the same
 * place most of the time. Those that find nothing of theirs in it are moved on by one statement; those that stand
 * elsewhere read for themselves. Answers how many events each took in, by name; throws what one of them threw once the
 * others are done.
 */
export class ReadTogether {
  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly projector: Projector,
  ) {}

  run(office: string, readers: Readers): Promise<Map<string, number>> {
    return inOffice(office, async () => {
      const counts = new Map<string, number>();
      const { places, due } = await this.#standings(office);
      const takenUp = await this.#takeUpAgain(office, readers, due, counts);
      for (let at = places; await this.#round(office, readers, at, counts);)
        at = (await this.#standings(office)).places;
      throwFirst(takenUp);
      return counts;
    });
  }

  /** Nothing is unread any more of what all of them have seen by now. */
  forgetRead(office: string, { projections, reactions, followers = [] }: Readers): Promise<void> {
    return inOffice(office, async () => {
      const places = await Promise.all(followers.map((one) => one.placeIn(office)));
      const names = [...projections, ...reactions].map(({ name }) => name);
      await forgetRead(
        this.pool,
        office,
        names,
        places.filter((place) => place !== undefined),
      );
    });
  }

  /** One slice for all; answers whether there is more. */
  async #round(
    office: string,
    { projections, reactions, followers = [] }: Readers,
    places: Standing[],
    counts: Map<string, number>,
  ): Promise<boolean> {
    const start = commonest(places);
    const shared = start && (await this.store.reader.readAll(this.pool, office, start, AT_ONCE));
    const at = new Map(places.map((place) => [place.name, place]));
    const stand = (name: string) => start !== undefined && isSamePlace(at.get(name) ?? NOWHERE, start);
    const idle = new Map<string, PlacedReader>();
    const part = (reader: Projection | Reaction): LogSlice | undefined => {
      const { name, types } = reader;
      if (!shared || !stand(name)) return undefined;
      const events = types ? shared.events.filter(({ type }) => types.includes(type)) : shared.events;
      if (events.length === 0) idle.set(name, reader);
      return { ...shared, events };
    };
    const parts = new Map([...projections, ...reactions].map((reader) => [reader.name, part(reader)]));
    let taken = 0;
    const take = async (name: string, read: (ahead: LogSlice | undefined) => Promise<number>) => {
      if (idle.has(name)) return;
      const own = await read(parts.get(name));
      add(counts, name, own);
      taken += own;
    };
    if (shared && idle.size > 0) await this.#moveOn(office, [...idle.values()], shared);
    const results = await inTurn([
      ...followers.map((one) => () => one.follow(office, shared)),
      ...projections.map(
        (one) => () => take(one.name, (ahead) => this.projector.catchUp(one, office, 'live', ahead)),
      ),
      ...reactions.map((one) => () => take(one.name, (ahead) => this.projector.reactTo(one, office, ahead))),
    ]);
    throwFirst(results);
    // Where other workers hold all of them there is nothing to go on with.
    return (shared?.more ?? false) && (taken > 0 || idle.size > 0);
  }

  /** What was set aside and is due; before what is new, so that less of it waits behind. */
  #takeUpAgain(
    office: string,
    { projections, reactions }: Readers,
    due: readonly string[],
    counts: Map<string, number>,
  ): Promise<PromiseSettledResult<void>[]> {
    const isDue = ({ name }: Projection | Reaction) => due.includes(workerOf(name));
    return inTurn([
      ...projections
        .filter(isDue)
        .map((one) => async () => add(counts, one.name, await this.projector.mend(one, office))),
      ...reactions
        .filter(isDue)
        .map((one) => async () => add(counts, one.name, await this.projector.makeGood(one, office))),
    ]);
  }

  async #standings(office: string): Promise<Standings> {
    const { rows } = await this.pool.query<{
      name: string;
      transaction_id: string;
      position: string;
      due: string[] | null;
    }>({
      name: 'standings_of_readers',
      text: `select projection as name, transaction_id, position,
                    (select array_agg(distinct worker) from public.parked_work
                     where office = $1 and next_try <= clock_timestamp()) as due
             from public.checkpoint where office = $1 and generation = 'live'`,
      values: [office],
    });
    const places = rows.map(({ name, transaction_id: transactionId, position }) => ({
      name,
      transactionId,
      position: Number(position),
    }));
    return { places, due: rows[0]?.due ?? [] };
  }

  /** Only those that still stand there, by tables of this version: another worker may have moved one meanwhile. */
  async #moveOn(office: string, readers: PlacedReader[], { start, end, size }: LogSlice): Promise<void> {
    if (size === 0) return;
    await this.pool.query({
      name: 'move_idle_readers',
      text: `update public.checkpoint c
             set transaction_id = $6, position = $7, stopped_at = null, error = null, moved_at = now()
             from unnest($2::text[], $3::int[]) as reader(name, version)
             where c.office = $1 and c.projection = reader.name and c.version <= reader.version
               and c.generation = 'live' and c.transaction_id = $4 and c.position = $5`,
      values: [
        office,
        readers.map(({ name }) => name),
        readers.map(({ version = 0 }) => version),
        start.transactionId,
        start.position,
        end.transactionId,
        end.position,
      ],
    });
  }
}

function add(counts: Map<string, number>, name: string, n: number): void {
  counts.set(name, (counts.get(name) ?? 0) + n);
}

function throwFirst(results: readonly PromiseSettledResult<void>[]): void {
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function inTurn(tasks: (() => Promise<void>)[]): Promise<PromiseSettledResult<void>[]> {
  const results: PromiseSettledResult<void>[] = [];
  for (let i = 0; i < tasks.length; i += BESIDE_EACH_OTHER)
    results.push(...(await Promise.allSettled(tasks.slice(i, i + BESIDE_EACH_OTHER).map((task) => task()))));
  return results;
}

const NOWHERE: LogPosition = { transactionId: '-1', position: -1 };

/** The place where most of them stand; undefined where there are none. */
function commonest(places: readonly Standing[]): LogPosition | undefined {
  const groups = Map.groupBy(places, ({ transactionId, position }) => `${transactionId}/${position}`);
  const [most] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  return most?.[0];
}
