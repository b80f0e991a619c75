import { Link } from '@tanstack/react-router';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { roundWords } from './round-words';

/** Officials' years, how dossiers were handled, the catalogue of products, and rounds on scoring sheets. */
export function Ways() {
  const text = useWords(roundWords);
  return (
    <nav className={page.ways} aria-label={text.ways}>
      <Link to="/evaluation" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
        {text.officials}
      </Link>
      <Link to="/evaluation/handling" search={{}} activeOptions={{ includeSearch: false }}>
        {text.handling}
      </Link>
      <Link to="/evaluation/products" search={{}} activeOptions={{ includeSearch: false }}>
        {text.catalogue}
      </Link>
      <Link to="/evaluation/rounds">{text.rounds}</Link>
    </nav>
  );
}
