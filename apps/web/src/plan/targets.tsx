import type { Plan } from '#client';
import { Empty, Panel } from '../ui/layout';
import tables from '../ui/table.module.css';
import { figure } from '../words/format';
import { useWords } from '../words/language';
import styles from './plan.module.css';
import { words } from './words';

const OPERATORS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '=': '=', '>': '>', '<': '<' };

/** The figures that the plan is to reach, each with where it stands in the plan. */
export function Targets({ targets }: { targets: Plan['targets'] }) {
  const text = useWords(words);
  return (
    <Panel title={text.targets}>
      {targets.length === 0 ? (
        <Empty>{text.noTargets}</Empty>
      ) : (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.target}</th>
              <th scope="col">{text.toReach}</th>
              <th scope="col">{text.source}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map(({ code, name, op, value, unit, source }) => (
              <tr key={code}>
                <td>{name}</td>
                <td className={tables.narrow}>
                  <strong>
                    {OPERATORS[op] ?? op} {figure(value)} {unit}
                  </strong>
                </td>
                <td className={styles.soft}>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
