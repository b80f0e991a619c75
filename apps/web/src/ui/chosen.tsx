import { useEffect, useRef, type ReactNode } from 'react';
import page from './page.module.css';

/** What was chosen of a list beside it (`of`: which): whoever chooses comes to it, also by keyboard. */
export function Chosen({ of, children }: { of: string | undefined; children: ReactNode }) {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (of !== undefined) at.current?.focus();
  }, [of]);
  return (
    <div ref={at} tabIndex={-1} className={page.chosen}>
      {children}
    </div>
  );
}
