import { useSyncExternalStore } from 'react';
import styles from './ui.module.css';

const SHOWN_MS = 6_000;
let shown: readonly { id: number; text: string }[] = [];
let count = 0;
const listeners = new Set<() => void>();

function set(next: typeof shown): void {
  shown = next;
  for (const tell of listeners) tell();
}

/** Says that something is done, in sight and aloud, without taking the focus. */
export function say(text: string): void {
  count += 1;
  const id = count;
  set([...shown, { id, text }]);
  setTimeout(() => set(shown.filter((one) => one.id !== id)), SHOWN_MS);
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export function Toasts() {
  const all = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {all.map(({ id, text }) => (
        <div key={id} className={styles.toast}>
          {text}
        </div>
      ))}
    </div>
  );
}
