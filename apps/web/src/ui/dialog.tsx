import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button';
import styles from './ui.module.css';

interface Props {
  title: string;
  /** Esc and the cross; absent: it stays until its form is done. */
  onClose?: (() => void) | undefined;
  closeLabel?: string;
  children: ReactNode;
}

/** A window over the page: the browser keeps the focus in it, and gives it back to where it was. */
export function Dialog({ title, onClose, closeLabel = '×', children }: Props) {
  const at = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = at.current;
    const from = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (from instanceof HTMLElement) from.focus();
    };
  }, []);
  return (
    <dialog
      ref={at}
      className={styles.dialog}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className={styles.dialogBody}>
        <div className={styles.dialogHead}>
          <h2>{title}</h2>
          {onClose ? (
            <Button look="quiet" onClick={onClose} aria-label={closeLabel} title={closeLabel}>
              ✕
            </Button>
          ) : null}
        </div>
        {children}
      </div>
    </dialog>
  );
}
