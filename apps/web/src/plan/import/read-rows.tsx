import type { PlanPreview } from '#client';
import page from '../../ui/page.module.css';
import { figure } from '../../words/format';
import { useLanguage, useWords } from '../../words/language';
import styles from './import.module.css';
import { words } from './words';

type Row = PlanPreview['rows'][number];
type ReadTask = NonNullable<Row['read']>;

/** Each row of the file beside what was read of it; those that are no tasks stand together below. */
export function ReadRows({ preview: { rows, columns } }: { preview: PlanPreview }) {
  const text = useWords(words);
  const headingOf = (table: string | null, index: number) =>
    columns.find((one) => one.table === table && one.place === LETTERS[index])?.heading;
  const tasks = rows.filter(({ kind }) => kind === 'task');
  const others = rows.filter(({ kind }) => kind !== 'task');
  return (
    <section aria-label={text.rows}>
      <h2>{text.rows}</h2>
      <ol className={styles.rows}>
        {tasks.map((row) => (
          <li key={`${row.table ?? ''} ${row.row}`} className={styles.row}>
            <Source row={row} headingOf={(index) => headingOf(row.table, index)} />
            <div>
              <p className={page.soft}>{text.asRead}</p>
              {row.read ? <Task task={row.read} /> : <p className={styles.wrong}>{text.notRead}</p>}
            </div>
          </li>
        ))}
      </ol>
      {others.length > 0 ? (
        <details>
          <summary>{text.otherRows(figure(others.length))}</summary>
          <ul className={styles.told}>
            {others.map((row) => (
              <li key={`${row.table ?? ''} ${row.row}`}>
                {text.row} {row.row} ({text.kinds[row.kind]}): {saidIn(row).join(' | ')}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

const saidIn = ({ source }: Row): string[] => source.filter((cell) => cell.trim() !== '');

function Source({ row, headingOf }: { row: Row; headingOf: (index: number) => string | undefined }) {
  const text = useWords(words);
  return (
    <div>
      <p className={page.soft}>
        {text.inFile} · {text.row} {row.row}
      </p>
      <dl className={styles.cells}>
        {row.source.map((cell, index) =>
          cell.trim() === '' ? null : (
            <div key={index}>
              <dt>{headingOf(index) ?? LETTERS[index] ?? '…'}</dt>
              <dd>{cell}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}

/** Of the columns, as a spreadsheet shows them. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function Task({ task }: { task: ReadTask }) {
  const text = useWords(words);
  const language = useLanguage();
  const helpers = [...task.coImplementers, ...task.coordinators].join('; ');
  return (
    <dl className={styles.read}>
      <div>
        <dt className="visually-hidden">{text.kinds.task}</dt>
        <dd>
          <strong>
            {task.number} {task.title}
          </strong>
        </dd>
      </div>
      <div>
        <dt>{text.lead}</dt>
        <dd>{task.lead}</dd>
      </div>
      {helpers === '' ? null : (
        <div>
          <dt>{text.coordinators}</dt>
          <dd>{helpers}</dd>
        </div>
      )}
      <div>
        <dt>{text.deadlines}</dt>
        <dd>
          <ul>
            {task.obligations.map(({ label, phrase, reading }, index) => (
              <li key={index}>
                {label === null ? '' : `${label}: `}“{phrase}” → {reading[language]}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      {task.funding === null ? null : (
        <div>
          <dt>{text.funding}</dt>
          <dd>{task.funding}</dd>
        </div>
      )}
    </dl>
  );
}
