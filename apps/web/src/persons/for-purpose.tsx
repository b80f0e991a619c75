import { useState, type ReactNode } from 'react';
import { ActForm } from '../ui/act-form';
import { TextField } from '../ui/field';
import { textOf } from '../ui/fields';
import { Panel } from '../ui/layout';
import { useWords } from '../words/language';
import { words } from './words';

interface Props<T> {
  title: string;
  /** What the button says. */
  see: string;
  /** What is usually looked for here; may be said otherwise. */
  purpose: string;
  read: (purpose: string) => Promise<T>;
  children: (seen: T) => ReactNode;
}

/** What is seen for a purpose alone (R34): it is asked for by hand, the service logs it, and nothing outlives the page. */
export function ForPurpose<T>({ title, see, purpose, read, children }: Props<T>) {
  const text = useWords(words);
  const [seen, setSeen] = useState<{ it: T }>();
  return (
    <Panel title={title}>
      {seen ? (
        <div tabIndex={-1} ref={(at) => at?.focus()}>
          {children(seen.it)}
        </div>
      ) : (
        <ActForm
          submit={see}
          look="plain"
          send={(fields) => read(textOf(fields, 'purpose'))}
          onDone={(it) => setSeen({ it })}
        >
          <TextField
            label={text.purpose}
            hint={text.purposeHint}
            name="purpose"
            required
            minLength={3}
            maxLength={300}
            defaultValue={purpose}
          />
        </ActForm>
      )}
    </Panel>
  );
}
