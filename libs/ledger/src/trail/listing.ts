/** A list of positions in the trail: those of a type, of an actor, of people's acts outside office hours, of one's among those. */
export interface List {
  list: 'type' | 'actor' | 'outside' | 'outside-actor';
  key: string;
}

/** What is to be taken into a list, in the order of positions. */
export interface Taken extends List {
  positions: number[];
}

/** The last row of a list: its first position, how many rows stand before it, how many positions it holds, and the highest. */
export interface LastRow extends List {
  first: number;
  nth: number;
  held: number;
  highest: number;
}

export interface Listing {
  /** Rows that are there, by their first position, and what they get more. */
  grown: (List & { first: number; positions: string })[];
  begun: (List & { first: number; nth: number; positions: string })[];
  /** Committed after what was drawn behind them. */
  late: (List & { position: number })[];
}

/** So many positions share a row. */
const ROW = 200;

export const nameOf = ({ list, key }: List): string => `${list} ${key}`;
const literal = (positions: number[]): string => `{${positions.join(',')}}`;

/**
 * Where positions go: into the last row of their list as long as that has room for all of them, into new rows otherwise; so
 * rows of a list never overlap, in whatever order positions are committed.
 */
export function listing(taken: Taken[], rows: LastRow[]): Listing {
  const last = new Map(rows.map((row) => [nameOf(row), row]));
  const { grown, begun, late }: Listing = { grown: [], begun: [], late: [] };
  for (const { list, key, positions } of taken) {
    const row = last.get(nameOf({ list, key }));
    const fresh = row ? positions.filter((position) => position > row.highest) : positions;
    if (row && fresh.length < positions.length)
      for (const position of positions) if (position < row.highest) late.push({ list, key, position });
    if (fresh.length === 0) continue;
    if (row && row.held + fresh.length <= ROW)
      grown.push({ list, key, first: row.first, positions: literal(fresh) });
    else
      for (let at = 0; at < fresh.length; at += ROW) {
        const own = fresh.slice(at, at + ROW);
        begun.push({
          ...{ list, key, first: own[0] ?? 0, nth: (row?.nth ?? -1) + 1 + at / ROW },
          positions: literal(own),
        });
      }
  }
  return { grown, begun, late };
}
