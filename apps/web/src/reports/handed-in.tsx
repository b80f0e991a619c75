import type { Report } from '#client';
import { nameIn, usePosts } from '../organisation/posts';
import { Badge } from '../ui/badge';
import { Panel, Row } from '../ui/layout';
import page from '../ui/page.module.css';
import { instant } from '../words/format';
import { useWords } from '../words/language';
import { words } from './words';

/** Each time the report was handed in: by whom, with which cut-off, in time or late. */
export function HandedIn({ report: { submissions } }: { report: Report }) {
  const text = useWords(words);
  const posts = usePosts();
  if (submissions.length === 0) return null;
  return (
    <Panel title={text.handedIn}>
      <ol className={page.list}>
        {submissions.map(({ submission, submittedAt, by, cutOff, late }) => (
          <li key={submission}>
            <strong>{text.submission(submission)}</strong>
            <p>{text.handedInBy(instant(submittedAt), nameIn(posts, by) ?? '–')}</p>
            <p className={page.soft}>{text.cutOffAt(instant(cutOff.instant))}</p>
            <Row>
              {cutOff.provisional ? <Badge tone="soon">{text.provisional}</Badge> : null}
              {late ? <Badge tone="late">{text.handedInLate}</Badge> : null}
            </Row>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
