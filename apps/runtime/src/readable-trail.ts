import type { EventRow } from '#event-store';
import type { Bilingual, Language } from '#kernel';
import { Narrator, causesOf } from '#ledger';
import { capabilities } from './capabilities.js';
import type { Runtime } from './runtime.js';
import { speech } from './sentences.js';

/** Entries of the trail in words, and what is named in them. */
export interface ReadableTrail {
  sentence(row: EventRow): string;
  /** The event that caused one, and what it says; null where it is a person's own act. */
  cause(row: EventRow): { eventId: string; sentence: string | null } | null;
  nameOf(id: string): string | undefined;
  /** What an entry is about, in words. */
  subject(row: EventRow): string | undefined;
  /** What the ids are called that an entry's data holds. */
  namesIn(row: EventRow): Record<string, string>;
}

/**
 * Entries of the trail as sentences, with the names that people, posts, units, tasks and dossiers have now; of their causes
 * what is `shown`.
 */
export async function readableTrail(
  runtime: Runtime,
  office: string,
  rows: EventRow[],
  language: Language,
  shown: (row: EventRow) => EventRow = (row) => row,
): Promise<ReadableTrail> {
  const causes = await causesOf(runtime.pool, office, rows);
  const [nameOf, subjects] = await Promise.all([
    namesIn(runtime, office, [...rows, ...causes.values()]),
    subjectsOf(runtime, office, rows),
  ]);
  const narrator = new Narrator(speech, nameOf, language);
  const causeOf = ({ causation_id: id }: EventRow) => {
    const cause = id === null ? undefined : causes.get(id);
    return cause && shown(cause);
  };
  return {
    nameOf,
    subject: ({ subject }) => subjects.get(subject)?.[language],
    namesIn: ({ data }) =>
      Object.fromEntries(
        textsIn(data).flatMap((text) => {
          const name = nameOf(text);
          return name === undefined ? [] : [[text, name]];
        }),
      ),
    sentence: (row) =>
      narrator.sentence(row, { subject: subjects.get(row.subject)?.[language], cause: causeOf(row) }),
    cause: (row) => {
      const cause = causeOf(row);
      if (row.causation_id === null) return null;
      return { eventId: row.causation_id, sentence: cause ? narrator.sentence(cause) : null };
    },
  };
}

/** Every text that a value holds, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Which fields name another office. */
const OF_OFFICES = ['toOffice', 'fromOffice', 'authority', 'office'];

async function namesIn(
  { organisation, accounts }: Runtime,
  office: string,
  rows: EventRow[],
): Promise<ReadableTrail['nameOf']> {
  const others = new Set(rows.flatMap(({ data }) => OF_OFFICES.map((field) => data[field])));
  const [state, people, offices] = await Promise.all([
    organisation.current(office),
    accounts.names(office),
    Promise.all(
      [...others]
        .filter((id) => typeof id === 'string')
        .map(async (id) => [id, (await organisation.current(id)).name] as const),
    ),
  ]);
  const officeNames = new Map(offices.filter(([, name]) => name !== ''));
  return (id) =>
    people.get(id) ?? state.posts.get(id)?.title ?? state.units.get(id)?.name ?? officeNames.get(id);
}

/** What entries are about, in words, by the streams' ids. */
async function subjectsOf(
  { make }: Runtime,
  office: string,
  rows: EventRow[],
): Promise<Map<string, Bilingual>> {
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  const named = await Promise.all(
    capabilities
      .flatMap(({ names = {} }) => Object.entries(names))
      .map(async ([kind, namesOf]) => {
        const ids = new Set(byKind.get(kind)?.map(({ subject }) => subject));
        return ids.size === 0 ? [] : [...(await make(namesOf)(office, [...ids]))];
      }),
  );
  return new Map(named.flat());
}
