import { Link } from '@tanstack/react-router';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { words } from './words';

/** Inspections of one's own, and what others oversee. */
export function Ways() {
  const text = useWords(words);
  return (
    <nav className={page.ways} aria-label={text.ways}>
      <Link to="/inspections" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
        {text.inspections}
      </Link>
      <Link to="/inspections/notes" search={{}} activeOptions={{ includeSearch: false }}>
        {text.notes}
      </Link>
    </nav>
  );
}
