/** So many offices a look and kind of work: however many wait, a look costs the same. */
const AT_ONCE = 200;

type Named = { office: string };

/** Offices that wait for something, so many a look, in the order of their names and in turn: none waits for ever. */
export class InTurn<T extends Named> {
  #after = '';

  constructor(
    /** Those that wait, each once, in an order: what comes after an office, at most so many. */
    private readonly find: (after: string, limit: number) => Promise<T[]>,
    private readonly atOnce = AT_ONCE,
  ) {}

  async next(): Promise<T[]> {
    const next = await this.find(this.#after, this.atOnce);
    if (this.#after !== '' && next.length < this.atOnce) {
      const found = new Set(next.map(({ office }) => office));
      const first = await this.find('', this.atOnce - next.length);
      next.push(...first.filter(({ office }) => !found.has(office)));
    }
    this.#after = next.length < this.atOnce ? '' : (next.at(-1)?.office ?? '');
    return next;
  }
}

/** The same out of a list that is at hand. */
export const outOf = <T extends Named>(all: readonly T[], after: string, limit: number): T[] =>
  all
    .filter(({ office }) => office > after)
    .toSorted((a, b) => (a.office < b.office ? -1 : 1))
    .slice(0, limit);
