import type { TrailVocabulary } from '#client';
import { auditVocabularyOptions, organisationShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useWords } from '../words/language';
import { words } from './words';

const NONE: TrailVocabulary = { acts: [], workers: [] };
const byName = <T extends { name: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));

/** What kinds of acts there are, in the language chosen. */
export function useVocabulary(): TrailVocabulary {
  const headers = { 'Accept-Language': useLanguage() };
  const { acts, workers } =
    useQuery({ ...auditVocabularyOptions({ headers }), staleTime: Infinity }).data ?? NONE;
  return { acts: byName(acts), workers: byName(workers) };
}

/** Who may have done something: those who hold posts, citizens, and the system's own workers. */
export function useActors(): { id: string; name: string }[] {
  const text = useWords(words);
  const posts = useQuery(organisationShowOptions()).data?.posts ?? [];
  const people = posts.flatMap(({ holder }) =>
    holder ? [[holder.personId, holder.name ?? holder.personId] as const] : [],
  );
  const { workers } = useVocabulary();
  return [
    ...byName([...new Map(people)].map(([id, name]) => ({ id, name }))),
    { id: 'applicant', name: text.citizen },
    ...workers.map(({ actor, name }) => ({ id: actor, name: text.worker(name) })),
  ];
}
