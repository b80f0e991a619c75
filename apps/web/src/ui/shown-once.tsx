import { useEffect, useRef } from 'react';
import { Button } from './button';
import { Row, Stack } from './layout';
import { say } from './toasts';
import { useWords } from '../words/language';
import styles from './ui.module.css';
import { words } from './words';

interface Props {
  what: string;
  secret: string;
  hint: string;
  onClose: () => void;
}

/** A secret that is never shown again: it stays until somebody says that they have it. */
export function ShownOnce({ what, secret, hint, onClose }: Props) {
  const text = useWords(words);
  const at = useRef<HTMLElement>(null);
  useEffect(() => at.current?.focus(), []);
  return (
    <Stack>
      <p>{what}</p>
      <code className={styles.secret} tabIndex={-1} ref={at}>
        {secret}
      </code>
      <p>{hint}</p>
      <Row>
        <Button look="primary" onClick={onClose}>
          {text.haveIt}
        </Button>
        {'clipboard' in navigator ? (
          <Button onClick={() => void navigator.clipboard.writeText(secret).then(() => say(text.copied))}>
            {text.copy}
          </Button>
        ) : null}
      </Row>
    </Stack>
  );
}
