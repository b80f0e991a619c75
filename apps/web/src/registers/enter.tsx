import { registersEnter, type RegisterKind } from '#client';
import { ActButton } from '../ui/act-button';
import { given, keyed, textOf } from '../ui/fields';
import { useWords } from '../words/language';
import { attendeesIn } from './attendees';
import { EntryFields } from './entry-fields';
import { factsIn } from './facts';
import { words } from './words';

/** Makes an entry in a register. */
export function Enter({ kind, taskId }: { kind: RegisterKind; taskId?: string | undefined }) {
  const text = useWords(words);
  return (
    <ActButton
      name={text.enter}
      look="primary"
      draft={`EnterInRegister ${kind.kind}`}
      send={(fields, key) =>
        registersEnter({
          ...keyed(key),
          body: {
            kind: kind.kind,
            day: textOf(fields, 'day'),
            title: textOf(fields, 'title'),
            ...given(fields, 'taskId'),
            ...given(fields, 'note'),
            ...factsIn(kind, fields),
            ...(kind.attended ? { officials: attendeesIn(fields) } : {}),
          },
        })
      }
    >
      <EntryFields kind={kind} taskId={taskId} />
    </ActButton>
  );
}
