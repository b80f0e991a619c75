import { useState } from 'react';
import { problemOf } from '../app/problem';
import { queries } from '../app/queries';
import { useLanguage, useWords } from '../words/language';
import { Button } from './button';
import { Row } from './layout';
import { say } from './toasts';
import { words } from './words';
import styles from './ui.module.css';

interface Item {
  id: string;
  name: string;
}
interface Failed extends Item {
  why: string;
}

/** What is chosen in a list, by id. */
export function useChosen() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    set: setIds,
    toggle: (id: string) =>
      setIds((was) => (was.has(id) ? new Set([...was].filter((one) => one !== id)) : new Set([...was, id]))),
  };
}

interface Props {
  /** What the act is called, with how many it would be done to. */
  name: (count: number) => string;
  items: readonly Item[];
  chosen: ReturnType<typeof useChosen>;
  /** Does the act to one, under a name of its own. */
  send(id: string, key: string): Promise<unknown>;
}

/**
 * Does one act to all that are chosen, one after another; each is an act of its own, and what was refused says why and stays
 * chosen.
 */
export function Bulk({ name, items, chosen, send }: Props) {
  const text = useWords(words);
  const language = useLanguage();
  const [done, setDone] = useState<number>();
  const [refused, setRefused] = useState<readonly Failed[]>([]);
  const picked = items.filter(({ id }) => chosen.ids.has(id));
  async function run(): Promise<void> {
    const failed: Failed[] = [];
    setRefused([]);
    for (const [at, one] of picked.entries()) {
      setDone(at);
      try {
        await send(one.id, crypto.randomUUID());
      } catch (error) {
        const { title, detail } = problemOf(error, language);
        failed.push({ ...one, why: [title, detail].filter(Boolean).join('. ') });
      }
    }
    setDone(undefined);
    setRefused(failed);
    if (failed.length < picked.length) say(text.bulkDone(picked.length - failed.length));
    chosen.set(new Set(failed.map(({ id }) => id)));
    await queries.invalidateQueries();
  }
  return (
    <div className={styles.bulk}>
      <Row>
        <Button
          look="quiet"
          onClick={() => chosen.set(new Set(picked.length === items.length ? [] : items.map(({ id }) => id)))}
        >
          {picked.length === items.length && items.length > 0 ? text.chooseNone : text.chooseAll}
        </Button>
        <Button
          look="primary"
          disabled={picked.length === 0 || done !== undefined}
          onClick={() => void run()}
        >
          {name(picked.length)}
        </Button>
        {done === undefined ? null : <progress max={picked.length} value={done} aria-label={text.sending} />}
      </Row>
      {refused.length > 0 ? (
        <div role="alert">
          <p>{text.bulkFailed(refused.length)}</p>
          <ul>
            {refused.map(({ id, name: of, why }) => (
              <li key={id}>
                <strong>{of}</strong>: {why}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
