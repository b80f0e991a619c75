import { auditPage } from '#ledger';
import type { Pool } from 'pg';
import type { TellBreach } from './breach.js';

const PAGE = 500;
const MOST_WORDS = 50;

/** Somebody whose data were reached: what was read of them, how often, when and what for, and what was done to their record. */
export interface ReachedPerson {
  personId: string;
  readings: number;
  first: Date;
  last: Date;
  names: string[];
  purposes: string[];
  acts: string[];
  /** Whether the log vouches for each of these readings; the newest wait a minute for it. */
  sealed: boolean;
}

type Asked = Pick<TellBreach, 'by' | 'id' | 'from' | 'to'>;

/** What somebody did to one person's record. */
interface Done {
  types: Set<string>;
  first: Date;
  last: Date;
}

/**
 * Whose data a person, a session or a token reached, from readings and from acts on people's records; page by page in the
 * order of ids. Acts are of who acted, a person or a token: which session an act came by is nowhere kept. Both are found by
 * who it was and when, however long the log: readings by their index, acts by the trail.
 */
export class ReachedPeople {
  constructor(private readonly pool: Pool) {}

  async *by(office: string, asked: Asked): AsyncGenerator<ReachedPerson[]> {
    const done = await this.#acts(office, asked);
    const left = [...done.keys()].toSorted();
    for (let after: string | null = null; ;) {
      const read = await this.#readings(office, asked, after);
      const last = read.length < PAGE ? undefined : read.at(-1)?.personId;
      const upTo = last === undefined ? left.length : left.findLastIndex((id) => id <= last) + 1;
      const page = together(read, left.splice(0, upTo), done);
      if (page.length > 0) yield page;
      if (last === undefined) return;
      after = last;
    }
  }

  async #readings(
    office: string,
    { by, id, from, to }: Asked,
    after: string | null,
  ): Promise<ReachedPerson[]> {
    const { rows } = await this.pool.query<ReachedPerson>(
      `select person_id as "personId", count(distinct id)::int as readings, min(at) as first, max(at) as last,
              coalesce((array_agg(distinct name) filter (where name is not null))[:${MOST_WORDS}], '{}') as names,
              (array_agg(distinct purpose))[:${MOST_WORDS}] as purposes, '{}'::text[] as acts,
              bool_and(batch is not null) as sealed
       from vault.reading left join lateral unnest(names) name on true
       where office = $1 and at >= $3 and at < $4 and ($5::uuid is null or person_id > $5)
         and ${by === 'person' ? 'reader = $2' : 'via = $2::text::uuid'}
       group by person_id order by person_id limit ${PAGE}`,
      [office, id, from, to, after],
    );
    return rows;
  }

  /** What was done to people's records, by the person's id; no more of it than the people that it was done to. */
  async #acts(office: string, { id: actor, from, to }: Asked): Promise<Map<string, Done>> {
    const done = new Map<string, Done>();
    for (let cursor: string | undefined; ;) {
      const filter = { actor, from, to, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const { rows, nextCursor } = await auditPage(this.pool, office, filter);
      for (const { kind, subject, type, recorded_at: at } of rows) {
        if (kind !== 'person') continue;
        const known = done.get(subject) ?? { types: new Set<string>(), first: at, last: at };
        const first = at < known.first ? at : known.first;
        const last = at > known.last ? at : known.last;
        done.set(subject, { types: known.types.add(type), first, last });
      }
      if (nextCursor === null) return done;
      cursor = nextCursor;
    }
  }
}

/** Those who were read and those to whose record something was done, each once, in the order of ids. */
function together(
  read: readonly ReachedPerson[],
  changed: readonly string[],
  done: ReadonlyMap<string, Done>,
): ReachedPerson[] {
  const byId = new Map(read.map((one) => [one.personId, one]));
  for (const personId of changed) {
    const ofThem = done.get(personId);
    if (!ofThem) continue;
    const { types, first, last } = ofThem;
    const own = byId.get(personId) ?? unread(personId, first, last);
    byId.set(personId, {
      ...own,
      acts: [...types].toSorted(),
      first: first < own.first ? first : own.first,
      last: last > own.last ? last : own.last,
    });
  }
  return [...byId.values()].toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
}

const unread = (personId: string, first: Date, last: Date): ReachedPerson => ({
  ...{ personId, readings: 0, first, last, names: [], purposes: [], acts: [], sealed: true },
});
