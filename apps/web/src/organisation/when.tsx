import type { Organigram } from '#client';
import { Link, useNavigate } from '@tanstack/react-router';
import { AsOf } from '../ui/as-of';
import { day } from '../words/format';
import { useWords } from '../words/language';
import { organisationSearch } from './organisation-search';
import styles from './organisation.module.css';
import { words } from './words';

/** Looks at the office as it stood, or is known to stand, at the end of a day; steps from change to change. */
export function When({ office, on }: { office: Organigram; on: string | undefined }) {
  const text = useWords(words);
  const navigate = useNavigate({ from: '/organisation' });
  const look = (next: string | undefined) =>
    void navigate({ search: (now) => organisationSearch({ ...now, on: next }), replace: true });
  const { changedBefore, changesAfter } = office;
  return (
    <div className={styles.when}>
      <AsOf label={text.onDay} toNow={text.toNow} on={on} shown={on ?? office.day} look={look} />
      <nav className={styles.changes} aria-label={text.changes}>
        {changedBefore ? (
          <Link
            to="/organisation"
            search={(now) => organisationSearch({ ...now, on: changedBefore })}
            activeProps={{}}
          >
            ← {text.changed(day(changedBefore))}
          </Link>
        ) : null}
        {changesAfter ? (
          <Link
            to="/organisation"
            search={(now) => organisationSearch({ ...now, on: changesAfter })}
            activeProps={{}}
          >
            {text.changing(day(changesAfter))} →
          </Link>
        ) : null}
      </nav>
    </div>
  );
}
