import { useState, type ReactNode } from 'react';
import { queries } from '../app/queries';
import { useWords } from '../words/language';
import { ActForm } from './act-form';
import { Button } from './button';
import { Dialog } from './dialog';
import { words } from './words';

interface Props {
  /** What the act is called: on the button, over the form and where it is sent. */
  name: string;
  /** The same with what it is done to, where several buttons are called alike. */
  of?: string;
  look?: 'primary' | 'plain' | 'quiet';
  draft?: string;
  send: (fields: FormData, key: string) => Promise<unknown>;
  said?: string;
  children: ReactNode;
}

/** An act behind a button: a window with its form, and all that is on the screen read anew once it is done. */
export function ActButton({ name, of, look = 'plain', draft, send, said, children }: Props) {
  const text = useWords(words);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        look={look}
        onClick={() => setOpen(true)}
        aria-label={of === undefined ? name : `${name}: ${of}`}
      >
        {name}
      </Button>
      {open ? (
        <Dialog title={name} onClose={close}>
          <ActForm
            {...(draft === undefined ? {} : { draft })}
            submit={name}
            send={send}
            said={said ?? text.done}
            onDone={() => {
              close();
              void queries.invalidateQueries();
            }}
            onCancel={close}
          >
            {children}
          </ActForm>
        </Dialog>
      ) : null}
    </>
  );
}
