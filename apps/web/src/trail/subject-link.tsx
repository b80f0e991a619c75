import type { TrailEntry } from '#client';
import { Link } from '@tanstack/react-router';
import { PAGE_OF, hasPage } from '../app/subject-pages';
import { useWords } from '../words/language';
import { words } from './words';

/** What an entry is about, leading to it where it has a page of its own. */
export function SubjectLink({ entry: { kind, subject, subjectName } }: { entry: TrailEntry }) {
  const { kinds } = useWords(words);
  const name = subjectName ?? Object.entries(kinds).find(([one]) => one === kind)?.[1] ?? kind;
  if (kind === 'plan') return <Link to="/plan">{name}</Link>;
  if (!hasPage(kind)) return name;
  return (
    <Link to={PAGE_OF[kind]} params={{ id: subject }}>
      {name}
    </Link>
  );
}
