import { useId, type ComponentProps, type ReactNode } from 'react';
import { useWrong } from './form-problem';
import styles from './ui.module.css';

interface Common {
  label: string;
  hint?: string | undefined;
}

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A label, a hint and what is wrong, tied to one control. */
function Frame({
  label,
  hint,
  name,
  children,
}: Common & { name: string | undefined; children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const wrong = useWrong(name);
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      ) : null}
      {wrong ? (
        <span id={`${id}-wrong`} className={styles.wrong}>
          {wrong}
        </span>
      ) : null}
      {children({ id, 'aria-describedby': described, 'aria-invalid': wrong ? true : undefined })}
    </div>
  );
}

export const TextField = ({ label, hint, ...rest }: Common & ComponentProps<'input'>) => (
  <Frame label={label} hint={hint} name={rest.name}>
    {(wiring) => <input className={styles.input} {...wiring} {...rest} />}
  </Frame>
);

export const TextArea = ({ label, hint, ...rest }: Common & ComponentProps<'textarea'>) => (
  <Frame label={label} hint={hint} name={rest.name}>
    {(wiring) => <textarea className={styles.input} {...wiring} {...rest} />}
  </Frame>
);

export const SelectField = ({ label, hint, ...rest }: Common & ComponentProps<'select'>) => (
  <Frame label={label} hint={hint} name={rest.name}>
    {(wiring) => <select className={styles.input} {...wiring} {...rest} />}
  </Frame>
);
