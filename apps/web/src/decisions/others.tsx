import type { Waiting } from '#client';
import { Link } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { PAGE_OF, hasPage } from '../app/subject-pages';
import { Badge } from '../ui/badge';
import page from '../ui/page.module.css';
import { day, howFar } from '../words/format';
import { useWords } from '../words/language';
import { words as workWords } from '../work/words';
import styles from './decisions.module.css';

/** What is decided on its own page, where it can be read first: a report handed in, an inspection's remedy. */
export function OtherToDecide({ waiting }: { waiting: Waiting }) {
  const kinds = useWords(workWords).kinds;
  const now = useNow();
  const { kind, subject, title, due, late } = waiting;
  if (!hasPage(kind)) return null;
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <Link to={PAGE_OF[kind]} params={{ id: subject }} className={page.titleLink}>
          {title ?? kinds[kind]}
        </Link>
        {due ? (
          <p>
            <Badge tone={late ? 'late' : 'plain'}>{howFar(due, now)}</Badge> {day(due)}
          </p>
        ) : null}
        <p className={page.soft}>{kinds[kind]}</p>
      </div>
    </li>
  );
}
