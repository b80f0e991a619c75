import type { Office } from '#organisation';

/** How many things of a kind are told of at once; whoever has more has a list of that kind to go to. */
export const MOST_WAITING = 100;

/** Something that waits for somebody (việc đang chờ). */
export interface Waiting {
  /** The kind of stream that it is about, and which. */
  kind: string;
  subject: string;
  number: string | null;
  /** Null while nobody gave it one. */
  title: string | null;
  /** What of it is due: a deadline's or a step's name. */
  part: string | null;
  /** To be done, taken on, or decided. */
  need: 'do' | 'take' | 'decide';
  /** Null where nothing says by when. */
  due: Date | null;
}

/** What waits for a person in an office, what is due first before what is due later; at most `MOST_WAITING`. */
export type WaitingFor = (of: {
  office: string;
  state: Office;
  personId: string;
  /** Whatever has several deadlines to come is told of by each, not by the next alone. */
  everyDeadline?: boolean;
}) => Promise<readonly Waiting[]>;

/** What waits for a person, of all who say so. */
export const allWaiting = async (
  sources: readonly WaitingFor[],
  of: Parameters<WaitingFor>[0],
): Promise<Waiting[]> => (await Promise.all(sources.map((source) => source(of)))).flat();

/** All those who say what waits for somebody. */
export const WAITING = Symbol('what waits for somebody');
