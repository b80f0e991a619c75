import type { Entry } from './entry.js';
import { FACTS, SUMMED, type FactForm } from './facts.js';
import { KIND_NAMES, kindOf, type KindName } from './kinds.js';

/** What the entries of a register come to (tổng hợp), told apart by its word where it has one. */
export interface RegisterTotal {
  kind: KindName;
  choice: string | null;
  entries: number;
  participants: number;
  hours: number;
  done: number;
  checked: number;
  lacking: number;
  persons: number;
  /** What there is to be done in all, as the latest entry has it. */
  total: number | null;
}

/** The word by which its register's figures are told apart. */
export function choiceOf({ kind, facts }: Pick<Entry, 'kind' | 'facts'>): string | null {
  const { by } = kindOf(kind);
  const word = by === null ? undefined : facts[by];
  return typeof word === 'string' ? word : null;
}

/** `Tuyên truyền cải cách hành chính: Đài truyền thanh`. */
export function registerCalled({ kind, choice }: Pick<RegisterTotal, 'kind' | 'choice'>): string {
  const { title, by } = kindOf(kind);
  const form: FactForm | undefined = by === null ? undefined : FACTS[by];
  const word = choice === null ? undefined : form?.choices?.[choice];
  return word ? `${title.vi}: ${word.vi}` : title.vi;
}

/** In the order of the registers, then of the words. */
export const inOrder = (totals: readonly RegisterTotal[]): RegisterTotal[] =>
  totals.toSorted(
    (a, b) =>
      KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind) ||
      ((a.choice ?? '') < (b.choice ?? '') ? -1 : 1),
  );

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** What some entries come to; those that were withdrawn count for nothing. */
export function totalsOf(entries: readonly Entry[]): RegisterTotal[] {
  const standing = entries.filter(({ status }) => status === 'entered');
  const groups = Map.groupBy(standing, (one) => `${one.kind} ${choiceOf(one) ?? ''}`);
  return inOrder([...groups.values()].flatMap((own) => totalOf(own) ?? []));
}

function totalOf(own: readonly Entry[]): RegisterTotal | undefined {
  const [first] = own;
  if (!first) return undefined;
  const sums = { participants: 0, hours: 0, done: 0, checked: 0, lacking: 0, persons: 0 };
  for (const { facts } of own) for (const name of SUMMED) sums[name] += number(facts[name]);
  const latest = own
    .filter(({ facts }) => facts.total !== undefined)
    .toSorted((a, b) =>
      a.day < b.day || (a.day === b.day && (a.enteredAt ?? '') < (b.enteredAt ?? '')) ? -1 : 1,
    )
    .at(-1);
  return {
    kind: first.kind,
    choice: choiceOf(first),
    entries: own.length,
    ...sums,
    total: latest ? number(latest.facts.total) : null,
  };
}
