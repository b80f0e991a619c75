import { accountIssue } from '#client';
import { useState } from 'react';
import { queries } from '../app/queries';
import { useActsByPage } from '../organisation/act-names';
import { PersonField } from '../organisation/org-fields';
import { words as appWords } from '../app/words';
import { ActForm } from '../ui/act-form';
import { Button } from '../ui/button';
import { DayField } from '../ui/day-field';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { keyed, textOf, ticked } from '../ui/fields';
import { TickField } from '../ui/tick-field';
import { isoDay } from '../words/format';
import { ShownOnce } from '../ui/shown-once';
import { useWords } from '../words/language';
import { words } from './words';

const HALF_YEAR_MS = 182 * 86_400_000;

/** Issues a token for another system, shown once. */
export function NewToken() {
  const text = useWords(words);
  const [open, setOpen] = useState(false);
  const [token, setToken] = useState<string>();
  const close = () => {
    setOpen(false);
    setToken(undefined);
  };
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {text.newToken}
      </Button>
      {token !== undefined ? (
        <Dialog title={text.token}>
          <ShownOnce what={text.tokenWhat} secret={token} hint={text.tokenHint} onClose={close} />
        </Dialog>
      ) : open ? (
        <Issuing onToken={setToken} onClose={close} />
      ) : null}
    </>
  );
}

function Issuing({ onToken, onClose }: { onToken: (token: string) => void; onClose: () => void }) {
  const text = useWords(words);
  // By the time of the world outside, as the service counts the days of what lets systems in.
  const [inHalfAYear] = useState(() => isoDay(new Date(Date.now() + HALF_YEAR_MS)));
  return (
    <Dialog title={text.newToken} onClose={onClose}>
      <ActForm
        submit={text.newToken}
        send={(fields, key) =>
          accountIssue({
            ...keyed(key),
            body: {
              name: textOf(fields, 'name'),
              personId: textOf(fields, 'personId'),
              scopes: ticked(fields, 'scopes'),
              expiresAt: `${textOf(fields, 'lastDay')}T23:59:59+07:00`,
            },
          })
        }
        onDone={({ data }) => {
          onToken(data.token);
          void queries.invalidateQueries();
        }}
        onCancel={onClose}
      >
        <TextField label={text.systemName} name="name" required maxLength={200} />
        <PersonField label={text.whoseName} />
        <DayField label={text.lastDay} name="lastDay" required defaultValue={inHalfAYear} />
        <Scopes />
      </ActForm>
    </Dialog>
  );
}

function Scopes() {
  const text = useWords(words);
  const places = useWords(appWords);
  const pages = useActsByPage();
  return (
    <>
      <TickField legend={text.scopes} name="scopes" options={[['read', text.readOnly]]} ticked={['read']} />
      {(['tasks', 'dossiers', 'feedback'] as const).map((one) => (
        <details key={one}>
          <summary>
            {places[one]} ({Object.keys(pages[one]).length})
          </summary>
          <TickField legend={places[one]} name="scopes" options={Object.entries(pages[one])} />
        </details>
      ))}
    </>
  );
}
