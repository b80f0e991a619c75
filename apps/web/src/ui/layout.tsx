import type { ReactNode } from 'react';
import styles from './ui.module.css';

/** A sheet of the page. */
export const Panel = ({
  title,
  aside,
  children,
}: {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
}) => (
  <section className={`${styles.panel} ${styles.stack}`} {...(title ? { 'aria-label': title } : {})}>
    {title ? (
      <div className={styles.dialogHead}>
        <h2>{title}</h2>
        {aside}
      </div>
    ) : null}
    {children}
  </section>
);

export const Stack = ({ children }: { children: ReactNode }) => (
  <div className={styles.stack}>{children}</div>
);
export const Row = ({ children }: { children: ReactNode }) => <div className={styles.row}>{children}</div>;
export const Empty = ({ children }: { children: ReactNode }) => <p className={styles.empty}>{children}</p>;

/** One of the facts of a `dl`. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
