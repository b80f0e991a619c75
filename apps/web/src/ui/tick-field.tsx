import styles from './ui.module.css';

interface Props {
  legend: string;
  name: string;
  options: readonly (readonly [value: string, label: string])[];
  ticked?: readonly string[];
}

/** Several of some values, each with a tick of its own. */
export const TickField = ({ legend, name, options, ticked = [] }: Props) => (
  <fieldset className={styles.ticks}>
    <legend>{legend}</legend>
    {options.map(([value, label]) => (
      <label key={value}>
        <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} />
        {label}
      </label>
    ))}
  </fieldset>
);
