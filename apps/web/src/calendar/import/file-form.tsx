import { useWords } from '../../words/language';
import styles from './import.module.css';
import { words } from './words';

/** How a file of working days is written, shown by an example. */
export function FileForm() {
  const text = useWords(words);
  return (
    <details className={styles.form}>
      <summary>{text.form}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={text.form}>
        <table className={styles.example}>
          <thead>
            <tr>
              {text.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {text.example.map((row, index) => (
              <tr key={index}>
                {row.map((cell, place) => (
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{text.formWhat}</p>
    </details>
  );
}
