import { useState, type ReactNode } from 'react';
import { queries } from '../app/queries';
import { useWords } from '../words/language';
import { ActForm } from './act-form';
import styles from './acts.module.css';
import { Button } from './button';
import { Dialog } from './dialog';
import { Panel } from './layout';
import { words } from './words';

/** How an act on a thing is asked for: its fields, and how what they hold is sent. */
export interface ActForms<T> {
  Fields: (given: { of: T }) => ReactNode;
  send: (id: string, fields: FormData, key: string, of: T) => Promise<unknown>;
  /** It ends something: never what is offered first of all. */
  ends?: true;
}

/** What the service says of an act: whether it may be done now, and if not, why and under which rule. */
export interface MayAct {
  act: string;
  may: boolean;
  why: { code: string; title: string; rule: string | null } | null;
}

interface Props<T extends { id: string }> {
  of: T;
  acts: readonly MayAct[];
  /** In the order they are offered; an act without a form is not offered. */
  forms: Readonly<Record<string, ActForms<T>>>;
  names: Readonly<Record<string, string>>;
}

/** What may be done with a thing, first what is most likely next; what may not be done now says why. */
export function Acts<T extends { id: string }>({ of, acts, forms, names }: Props<T>) {
  const text = useWords(words);
  const [doing, setDoing] = useState<string>();
  const order = Object.keys(forms);
  const known = acts
    .filter(({ act }) => act in forms)
    .sort((a, b) => order.indexOf(a.act) - order.indexOf(b.act));
  const may = known.filter((one) => one.may);
  const notNow = known.filter(({ why }) => why && why.code !== 'not_open_to_role');
  const close = () => setDoing(undefined);
  return (
    <Panel title={text.acts}>
      {may.length === 0 ? <p className={styles.soft}>{text.noActs}</p> : null}
      <div className={styles.acts}>
        {may.map(({ act }, index) => (
          <Button
            key={act}
            look={index === 0 && !forms[act]?.ends ? 'primary' : 'plain'}
            onClick={() => setDoing(act)}
          >
            {names[act] ?? act}
          </Button>
        ))}
      </div>
      {notNow.length > 0 ? (
        <details className={styles.notNow}>
          <summary>
            {text.notNow} ({notNow.length})
          </summary>
          <ul>
            {notNow.map(({ act, why }) => (
              <li key={act}>
                <strong>{names[act] ?? act}</strong>: {why?.title}{' '}
                {why?.rule ? `(${text.byRule(why.rule)})` : ''}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {doing === undefined ? null : (
        <ActDialog of={of} act={doing} forms={forms} names={names} onClose={close} />
      )}
    </Panel>
  );
}

interface DialogProps<T extends { id: string }> extends Pick<Props<T>, 'of' | 'forms' | 'names'> {
  act: string;
  onClose: () => void;
}

/** The window of one act on a thing; what is on the screen is read anew once it is done. */
export function ActDialog<T extends { id: string }>({ of, act, forms, names, onClose }: DialogProps<T>) {
  const text = useWords(words);
  const form = forms[act];
  if (!form) return null;
  const name = names[act] ?? act;
  return (
    <Dialog title={name} onClose={onClose}>
      <ActForm
        draft={`${of.id} ${act}`}
        submit={name}
        send={(fields, key) => form.send(of.id, fields, key, of)}
        said={text.done}
        onDone={() => {
          onClose();
          void queries.invalidateQueries();
        }}
        onCancel={onClose}
      >
        <form.Fields of={of} />
      </ActForm>
    </Dialog>
  );
}
