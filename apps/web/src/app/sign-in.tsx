import { sessionPassword, sessionSignIn } from '#client';
import { useState } from 'react';
import { ActForm } from '../ui/act-form';
import { TextField } from '../ui/field';
import { secretOf, textOf } from '../ui/fields';
import { useWords } from '../words/language';
import { isProblem } from './problem';
import { queries } from './queries';
import { signedIn } from './session-state';
import { words } from './words';

/** Signs in by password, with a code where a second factor is set; a first password is changed before anything else. */
export function SignInForm({ username, onDone }: { username?: string; onDone?: (personId: string) => void }) {
  const text = useWords(words);
  const [wantsCode, setWantsCode] = useState(false);
  const [firstPassword, setFirstPassword] = useState<string>();

  async function entered(personId: string): Promise<void> {
    signedIn();
    onDone?.(personId);
    await queries.invalidateQueries();
  }

  async function signIn(fields: FormData) {
    const code = textOf(fields, 'code');
    const password = secretOf(fields, 'password');
    try {
      const { data } = await sessionSignIn({
        query: { transport: 'cookie' },
        body: { username: textOf(fields, 'username'), password, ...(code ? { code } : {}) },
        throwOnError: true,
      });
      if (data.passwordToChange) setFirstPassword(password);
      return data;
    } catch (error) {
      if (isProblem(error) && error.code === 'second_factor_needed') setWantsCode(true);
      throw error;
    }
  }

  if (firstPassword !== undefined) return <FirstPassword current={firstPassword} onDone={entered} />;
  return (
    <ActForm
      submit={text.signIn}
      send={signIn}
      onDone={({ passwordToChange, person }) => {
        if (!passwordToChange) void entered(person.id);
      }}
    >
      <TextField
        label={text.username}
        name="username"
        autoComplete="username"
        required
        defaultValue={username}
        autoFocus={!username}
        maxLength={100}
      />
      <TextField
        label={text.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus={Boolean(username)}
        maxLength={200}
      />
      {wantsCode ? (
        <TextField
          label={text.code}
          hint={text.codeHint}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={10}
          autoFocus
        />
      ) : null}
    </ActForm>
  );
}

function FirstPassword({
  current,
  onDone,
}: {
  current: string;
  onDone: (personId: string) => Promise<void>;
}) {
  const text = useWords(words);
  return (
    <ActForm
      submit={text.changePassword}
      send={(fields) =>
        sessionPassword({ body: { current, next: secretOf(fields, 'next') }, throwOnError: true })
      }
      onDone={() => void onDone('')}
    >
      <p>{text.passwordToChange}</p>
      <TextField
        label={text.nextPassword}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        maxLength={200}
        autoFocus
      />
    </ActForm>
  );
}
