import type { ComponentProps } from 'react';
import styles from './ui.module.css';

interface Props extends ComponentProps<'button'> {
  look?: 'primary' | 'plain' | 'quiet';
}

const LOOKS = { primary: styles.primary, plain: '', quiet: styles.quiet };

/** A button; one that may not be pressed now stays reachable and says why in its description. */
export const Button = ({ look = 'plain', className = '', type = 'button', ...rest }: Props) => (
  <button type={type} className={`${styles.button} ${LOOKS[look]} ${className}`} {...rest} />
);
