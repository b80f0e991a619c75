import { deadlineCalendarGive, deadlineCalendarRevoke } from '#client';
import { deadlineCalendarSeenOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf, type Problem } from '../app/problem';
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
  const [problem, setProblem] = useState<Problem>();
  const [path, setPath] = useState<string>();
  const given = data?.given;
  async function doing(act: () => Promise<void>): Promise<void> {
    setProblem(undefined);
    try {
      await act();
    } catch (refused) {
      setProblem(problemOf(refused, language));
    }
    await queries.invalidateQueries({ queryKey: deadlineCalendarSeenOptions().queryKey });
  }
  const give = () =>
    doing(async () => setPath((await deadlineCalendarGive({ throwOnError: true })).data.path));
  const revoke = () =>
    doing(async () => {
      await deadlineCalendarRevoke({ throwOnError: true });
      say(text.calendarRevoked);
    });
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
