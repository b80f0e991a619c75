import { deadlineCalendarGive, deadlineCalendarRevoke } from '#client';
import { deadlineCalendarSeenOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAttempt } from '../app/attempt';
import { problemOf } from '../app/problem';
import { queries } from '../app/queries';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Panel, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import { ShownOnce } from '../ui/shown-once';
import { say } from '../ui/toasts';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './account.module.css';
import { words } from './words';

/** The private address at which my own calendar reads what is due to me. */
export function PrivateCalendar() {
  const text = useWords(words);
  const language = useLanguage();
  const { data, error } = useQuery(deadlineCalendarSeenOptions());
  const { problem, attempt } = useAttempt();
  const [path, setPath] = useState<string>();
  const given = data?.given;
  const changed = () => queries.invalidateQueries({ queryKey: deadlineCalendarSeenOptions().queryKey });
  const give = () =>
    attempt(async () => setPath((await deadlineCalendarGive({ throwOnError: true })).data.path)).then(
      changed,
    );
  const revoke = () =>
    attempt(async () => {
      await deadlineCalendarRevoke({ throwOnError: true });
      say(text.calendarRevoked);
    }).then(changed);
  const read = given?.lastReadAt ? text.calendarRead(instant(given.lastReadAt)) : text.calendarUnread;
  return (
    <Panel title={text.calendar}>
      <p className={styles.soft}>{text.calendarWhat}</p>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {problem ? <Notice problem={problem} /> : null}
      {data ? (
        <p>{given ? `${text.calendarGiven(instant(given.givenAt))} ${read}` : text.calendarNone}</p>
      ) : null}
      <Row>
        <Button onClick={() => void give()}>{given ? text.replaceCalendar : text.giveCalendar}</Button>
        {given ? <Button onClick={() => void revoke()}>{text.revokeCalendar}</Button> : null}
      </Row>
      {path === undefined ? null : (
        <Dialog title={text.calendar}>
          <ShownOnce
            what={text.calendarAddress}
            secret={window.location.origin + path}
            hint={text.calendarHint}
            onClose={() => setPath(undefined)}
          />
        </Dialog>
      )}
    </Panel>
  );
}
