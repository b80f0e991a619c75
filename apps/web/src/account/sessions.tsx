import { sessionEnd, type Session } from '#client';
import { sessionSessionsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../app/attempt';
import { problemOf } from '../app/problem';
import { queries } from '../app/queries';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import tables from '../ui/table.module.css';
import { say } from '../ui/toasts';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './account.module.css';
import { words } from './words';

/** Where I am signed in; what is not me I end. */
export function Sessions() {
  const text = useWords(words);
  const language = useLanguage();
  const { data, error } = useQuery(sessionSessionsOptions());
  const { problem, attempt } = useAttempt();
  const end = (id: string) =>
    attempt(async () => {
      await sessionEnd({ path: { id }, throwOnError: true });
      say(text.sessionEnded);
      await queries.invalidateQueries({ queryKey: sessionSessionsOptions().queryKey });
    });
  return (
    <Panel title={text.sessions}>
      <p className={styles.soft}>{text.sessionsWhat}</p>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {problem ? <Notice problem={problem} /> : null}
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{text.began}</th>
            <th scope="col">{text.lastSeen}</th>
            <th scope="col">{text.from}</th>
            <th scope="col">
              <span className="visually-hidden">{text.end}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data?.items.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => void end(session.id)} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const text = useWords(words);
  return (
    <tr>
      <td className={tables.narrow}>{instant(session.beganAt)}</td>
      <td>{text.seenUntil(instant(session.lastSeenAt), instant(session.expiresAt))}</td>
      <td>
        {session.address ?? '–'} {session.secondFactor ? text.withFactor : ''}
      </td>
      <td>
        {session.current ? (
          <Badge tone="done">{text.thisOne}</Badge>
        ) : (
          <Button onClick={onEnd} aria-label={text.endOf(instant(session.beganAt))}>
            {text.end}
          </Button>
        )}
      </td>
    </tr>
  );
}
