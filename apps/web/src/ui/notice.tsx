import { useEffect, useRef } from 'react';
import type { Problem } from '../app/problem';
import styles from './ui.module.css';

/** A refusal: what is wrong, what to do; read aloud and brought into sight when it comes. */
export function Notice({ problem }: { problem: Problem }) {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => at.current?.focus(), [problem]);
  return (
    <div className={styles.notice} role="alert" tabIndex={-1} ref={at}>
      <strong>{problem.title}</strong>
      {problem.detail ? <span>{problem.detail}</span> : null}
      {problem.errors && problem.errors.length > 0 ? (
        <ul>
          {problem.errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{message}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
