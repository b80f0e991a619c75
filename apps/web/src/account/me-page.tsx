import { sessionPassword } from '#client';
import { useState } from 'react';
import { useMe } from '../app/me';
import { ActForm } from '../ui/act-form';
import { TextField } from '../ui/field';
import { secretOf } from '../ui/fields';
import { Panel } from '../ui/layout';
import { useWords } from '../words/language';
import styles from './account.module.css';
import { NoticeChoices } from './notice-choices';
import { PrivateCalendar } from './private-calendar';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';
import { words } from './words';

/** Who I am here, what I prove it with, and where I am signed in. */
export function MePage() {
  const text = useWords(words);
  const me = useMe();
  return (
    <>
      <header>
        <h1>{me.name}</h1>
        <p className={styles.soft}>
          {me.username} · {me.posts.map(({ title }) => title).join(', ') || text.noPost} · {me.office.name}
        </p>
      </header>
      <div className={styles.pair}>
        <ChangePassword />
        <SecondFactor />
      </div>
      <NoticeChoices />
      <PrivateCalendar />
      <Sessions />
    </>
  );
}

/** Empty again once it is changed: a form for each change. */
function ChangePassword() {
  const text = useWords(words);
  const [changes, setChanges] = useState(0);
  return (
    <Panel title={text.password}>
      <ActForm
        key={changes}
        submit={text.changePassword}
        send={(fields) =>
          sessionPassword({
            body: { current: secretOf(fields, 'current'), next: secretOf(fields, 'next') },
            throwOnError: true,
          })
        }
        said={text.passwordChanged}
        onDone={() => setChanges(changes + 1)}
      >
        <TextField
          label={text.current}
          name="current"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
        <TextField
          label={text.next}
          hint={text.nextHint}
          name="next"
          type="password"
          autoComplete="new-password"
          required
          maxLength={200}
        />
      </ActForm>
    </Panel>
  );
}
