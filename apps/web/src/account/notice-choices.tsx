import { noticeChoicesChoose, type NoticesChosen } from '#client';
import { noticeChoicesMineOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../app/problem';
import { queries } from '../app/queries';
import { ActForm } from '../ui/act-form';
import { TextField } from '../ui/field';
import { given } from '../ui/fields';
import { Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import { TickField } from '../ui/tick-field';
import { useLanguage, useWords } from '../words/language';
import styles from './account.module.css';
import { noticeWords } from './notice-words';

/** How I am told beside the service, where I find every notice in any case. */
export function NoticeChoices() {
  const text = useWords(noticeWords);
  const language = useLanguage();
  const { data, error } = useQuery(noticeChoicesMineOptions());
  const [changes, setChanges] = useState(0);
  return (
    <Panel title={text.title}>
      <p className={styles.soft}>{text.always}</p>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {data?.open.length === 0 ? <p>{text.none}</p> : null}
      {data && data.open.length > 0 ? (
        <Choices
          key={changes}
          chosen={data}
          onDone={(now) => {
            queries.setQueryData(noticeChoicesMineOptions().queryKey, now);
            setChanges(changes + 1);
          }}
        />
      ) : null}
    </Panel>
  );
}

function Choices({ chosen, onDone }: { chosen: NoticesChosen; onDone: (now: NoticesChosen) => void }) {
  const text = useWords(noticeWords);
  const language = useLanguage();
  const over = chosen.open.map((channel) => [channel, text.channels[channel]] as const);
  const picked = (fields: FormData, name: string) =>
    chosen.open.filter((channel) => fields.getAll(name).includes(channel));
  return (
    <ActForm
      submit={text.save}
      look="plain"
      send={async (fields) =>
        (
          await noticeChoicesChoose({
            body: {
              deadlines: picked(fields, 'deadlines'),
              work: picked(fields, 'work'),
              digest: fields.has('digest'),
              language,
              ...given(fields, 'email'),
              ...given(fields, 'phone'),
            },
            throwOnError: true,
          })
        ).data
      }
      said={text.saved}
      onDone={onDone}
    >
      <TickField legend={text.deadlines} name="deadlines" options={over} ticked={chosen.deadlines} />
      <TickField legend={text.work} name="work" options={over} ticked={chosen.work} />
      {chosen.open.includes('email') ? (
        <>
          <TickField
            legend={text.digest}
            name="digest"
            options={[['yes', text.daily]]}
            ticked={chosen.digest ? ['yes'] : []}
          />
          <TextField label={text.email} hint={text.keep} name="email" type="email" maxLength={200} />
        </>
      ) : null}
      {chosen.open.includes('sms') ? (
        <TextField label={text.phone} hint={text.keep} name="phone" type="tel" maxLength={30} />
      ) : null}
    </ActForm>
  );
}
