import type { Day } from '#kernel';
import type { CountName, FactName } from './facts.js';
import type { KindName } from './kinds.js';

/** What an entry says by name. */
export type Facts = Readonly<
  Partial<Record<CountName, number> & Record<Exclude<FactName, CountName>, string>>
>;

/** What an entry says (nội dung ghi sổ). */
export interface Said {
  day: Day;
  title: string;
  /** The unit whose work it is; the task of the plan that it belongs to. */
  unitId: string | null;
  taskId: string | null;
  /** The officials who took part, where its register asks who; absent elsewhere, and in events from before it did. */
  officials?: readonly string[];
  facts: Facts;
  note: string | null;
  /** The hash of what shows it, where it was handed in. */
  evidence: string | null;
}

export type EntryEvent =
  | { type: 'RegisterEntryMade'; data: Said & { kind: KindName; by: string } }
  | { type: 'RegisterEntryCorrected'; data: Said & { kind: KindName; reason: string } }
  | { type: 'RegisterEntryWithdrawn'; data: { kind: KindName; title: string; reason: string } };
