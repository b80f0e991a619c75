import { Link } from '@tanstack/react-router';
import { useMe } from '../app/me';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { words } from './words';

/** The pages of whoever keeps accounts and the service. */
export function AdministrationWays() {
  const { ways } = useWords(words);
  const keepsService = useMe().posts.some(({ roles }) => roles.includes('admin'));
  if (!keepsService) return null;
  return (
    <nav className={page.queues} aria-label={ways.label}>
      <Link to="/administration" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
        {ways.accounts}
      </Link>
      <Link to="/administration/start">{ways.start}</Link>
      <Link to="/administration/calendar">{ways.calendar}</Link>
      <Link to="/administration/tokens">{ways.tokens}</Link>
      <Link to="/administration/system">{ways.system}</Link>
    </nav>
  );
}
