import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '../ui/button';
import { Panel, Row } from '../ui/layout';
import { useWords } from '../words/language';
import styles from './help.module.css';
import type { Chapter } from './chapter';
import { MANUAL } from './manual';
import { words } from './words';

/** How each screen is used; all of it together is the manual, printed as it stands. */
export function HelpPage() {
  const text = useWords(words);
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
  return (
    <>
      <header className={styles.head}>
        <h1>{text.title}</h1>
        <p className={styles.soft}>{text.what}</p>
        <Row>
          <Button onClick={() => window.print()}>{text.print}</Button>
        </Row>
        <nav aria-label={text.contents}>
          <ol className={styles.contents} lang="vi">
            {MANUAL.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      </header>
      <div lang="vi" className={styles.chapters}>
        {MANUAL.map((chapter) => (
          <ChapterPanel key={chapter.id} chapter={chapter} />
        ))}
      </div>
    </>
  );
}

function ChapterPanel({ chapter: { id, title, what, ways } }: { chapter: Chapter }) {
  return (
    <div id={id} className={styles.chapter}>
      <Panel title={title}>
        <p>{what}</p>
        {ways.map((way) => (
          <div key={way.title}>
            <h3>{way.title}</h3>
            <ol className={styles.steps}>
              {way.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </div>
        ))}
      </Panel>
    </div>
  );
}
