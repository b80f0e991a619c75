import { auditList } from '#client';
import { useSearch } from '@tanstack/react-router';
import { useEndless } from '../app/endless';
import { Panel } from '../ui/layout';
import { useLanguage, useWords } from '../words/language';
import { Entries } from './entries';
import { Filters } from './filters';
import { Supervision } from './supervision';
import styles from './trail.module.css';
import { asked } from './trail-search';
import { words } from './words';

const LISTED = 100;

/** Who did what, why, under which rule, caused by what? */
export function TrailPage() {
  const text = useWords(words);
  const language = useLanguage();
  const search = useSearch({ from: '/trail' });
  const list = useEndless('auditList', { search, language }, (cursor, signal) =>
    auditList({ query: { ...asked(search), ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <>
      <header className={styles.head}>
        <h1>{text.title}</h1>
        <p className={styles.soft}>{text.question}</p>
      </header>
      <Filters search={search} />
      <Supervision search={search} />
      <Panel>
        <Entries list={list} none={text.nothing} />
      </Panel>
    </>
  );
}
