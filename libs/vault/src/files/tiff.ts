/** How many bytes a value of each type takes (TIFF 6.0, section 2), by its number. */
const BYTES_OF = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const ENTRY = 12;
/** Where strips and tiles begin, and how many bytes each has. */
const DATA: readonly (readonly [offsets: number, counts: number])[] = [
  [273, 279],
  [324, 325],
];
/** A scanner's feeder holds some hundred sheets. */
const MOST_PAGES = 1_000;

interface Entry {
  tag: number;
  type: number;
  count: number;
  /** Where its values stand. */
  at: number;
}

/**
 * TIFF 6.0, as scanners write it, of one page or many: every directory, value, strip and tile lies within the file, and
 * behind the last of them nothing but zeros.
 */
export function isWholeTiff(bytes: Buffer): boolean {
  const little = bytes.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  try {
    if (short(2) !== 42) return false;
    let end = 8;
    const seen = new Set<number>();
    for (let at = long(4); at !== 0;) {
      if (seen.has(at) || seen.size >= MOST_PAGES) return false;
      seen.add(at);
      const entries = entriesOf(at);
      const next = at + 2 + entries.length * ENTRY;
      end = Math.max(
        end,
        next + 4,
        ...entries.map(endOf),
        ...DATA.flatMap(([from, of]) => dataEnds(entries, from, of)),
      );
      at = long(next);
    }
    return seen.size > 0 && end <= bytes.length && bytes.subarray(end).every((byte) => byte === 0);
  } catch (error) {
    if (error instanceof RangeError) return false; // something is said to lie beyond the file
    throw error;
  }

  function entriesOf(directory: number): Entry[] {
    return Array.from({ length: short(directory) }, (_, index) => {
      const at = directory + 2 + index * ENTRY;
      const [tag, type, count] = [short(at), short(at + 2), long(at + 4)];
      const isInside = (BYTES_OF[type] ?? 0) * count <= 4;
      return { tag, type, count, at: isInside ? at + 8 : long(at + 8) };
    });
  }

  function valuesOf({ type, count, at }: Entry): number[] {
    const step = BYTES_OF[type] ?? 0;
    if (at + step * count > bytes.length) throw new RangeError();
    return Array.from({ length: count }, (_, index) => (type === 3 ? short : long)(at + index * step));
  }

  function dataEnds(entries: Entry[], offsets: number, counts: number): number[] {
    const [from, of] = [offsets, counts].map((tag) => entries.find((entry) => entry.tag === tag));
    if (!from || !of) return [];
    const sizes = valuesOf(of);
    return [valuesOf(from).reduce((most, at, index) => Math.max(most, at + (sizes[index] ?? 0)), 0)];
  }
}

const endOf = ({ type, count, at }: Entry): number => at + (BYTES_OF[type] ?? 0) * count;
