import { accountOpen } from '#client';
import { useState } from 'react';
import { queries } from '../app/queries';
import { ActForm } from '../ui/act-form';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { keyed, textOf } from '../ui/fields';
import { ShownOnce } from '../ui/shown-once';
import { useWords } from '../words/language';
import { firstPassword } from './first-password';
import { words } from './words';

/** Opens an account; its first password is made here, shown once, and opens nothing but its own change. */
export function NewAccount() {
  const text = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {text.newAccount}
      </Button>
      {open ? <Opening onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Opening({ onClose }: { onClose: () => void }) {
  const text = useWords(words);
  // One password however often it is sent: a second try opens the same account with the same.
  const [password] = useState(firstPassword);
  const [username, setUsername] = useState<string>();
  if (username !== undefined)
    return (
      <Dialog title={text.firstPassword}>
        <ShownOnce
          what={text.firstPasswordOf(username)}
          secret={password}
          hint={text.firstPasswordHint}
          onClose={onClose}
        />
      </Dialog>
    );
  return (
    <Dialog title={text.newAccount} onClose={onClose}>
      <ActForm
        submit={text.newAccount}
        send={async (fields, key) => {
          const account = { username: textOf(fields, 'username'), name: textOf(fields, 'name') };
          await accountOpen({ ...keyed(key), body: { ...account, password } });
          return account.username;
        }}
        onDone={(opened) => {
          setUsername(opened);
          void queries.invalidateQueries();
        }}
        onCancel={onClose}
      >
        <p>{text.newAccountWhat}</p>
        <TextField label={text.name} name="name" required maxLength={200} autoFocus />
        <TextField
          label={text.username}
          hint={text.usernameHint}
          name="username"
          required
          pattern="[a-z0-9][a-z0-9._\-]{2,60}"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
      </ActForm>
    </Dialog>
  );
}
