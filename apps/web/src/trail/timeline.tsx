import { auditList } from '#client';
import { useEndless } from '../app/endless';
import { Panel } from '../ui/layout';
import { More } from '../ui/more';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './trail.module.css';
import { words } from './words';

const LISTED = 20;
const LATE = /Missed|Overdue|Escalated/;

/** A sentence of the trail says when, who, what, why and by which rule; beside a time of its own it need not say when. */
const withoutTime = (sentence: string): string => {
  const said = sentence.replace(/^\d\d:\d\d \d\d\/\d\d\/\d{4}: /, '');
  return said.charAt(0).toLocaleUpperCase() + said.slice(1);
};

/** All that happened to one subject, the latest first, in the trail's own sentences. */
export function Timeline({ subject }: { subject: string }) {
  const text = useWords(words);
  const language = useLanguage();
  const list = useEndless('auditList', { subject, language }, (cursor, signal) =>
    auditList({ query: { subject, limit: LISTED, ...cursor }, signal, throwOnError: true }),
  );
  return (
    <Panel title={text.history}>
      <ol className={styles.timeline}>
        {list.items.map(({ eventId, sentence, recordedAt, type }) => (
          <li key={eventId} {...(LATE.test(type) ? { 'data-late': true } : {})}>
            <p>{withoutTime(sentence)}</p>
            <p className={styles.soft}>
              <time dateTime={recordedAt}>{instant(recordedAt)}</time>
            </p>
          </li>
        ))}
      </ol>
      <More list={list} none={text.none} />
    </Panel>
  );
}
