import { Link } from '@tanstack/react-router';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { words } from './words';

/** The pages about the office itself. */
export function OfficeWays() {
  const { ways } = useWords(words);
  return (
    <nav className={page.queues} aria-label={ways.label}>
      <Link to="/organisation" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
        {ways.organisation}
      </Link>
      <Link to="/organisation/delegations">{ways.delegations}</Link>
      <Link to="/organisation/calendar" search={{}} activeOptions={{ includeSearch: false }}>
        {ways.calendar}
      </Link>
      <Link to="/organisation/procedures" search={{}} activeOptions={{ includeSearch: false }}>
        {ways.procedures}
      </Link>
    </nav>
  );
}
