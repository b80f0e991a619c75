import type { ReactNode } from 'react';
import styles from './ui.module.css';

export type Tone = 'plain' | 'late' | 'soon' | 'done' | 'wait';

const TONES: Readonly<Record<Tone, string | undefined>> = {
  plain: '',
  late: styles.late,
  soon: styles.soon,
  done: styles.done,
  wait: styles.wait,
};

/** A state in a word; colour and shape only repeat what the word says. */
export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`${styles.badge} ${TONES[tone]}`}>{children}</span>
);
