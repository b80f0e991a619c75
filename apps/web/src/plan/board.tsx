import type { Plan, PlanProgressResponse } from '#client';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TaskSearch } from '../tasks/task-search';
import { Panel } from '../ui/layout';
import tables from '../ui/table.module.css';
import { Meter } from '../ui/meter';
import { useWords } from '../words/language';
import styles from './plan.module.css';
import { together, worseFirst, type Standing } from './standing';
import { words } from './words';

type Rows = PlanProgressResponse['items'];

/** Areas and lead units by how their tasks stand, what is late first; each figure leads to its tasks. */
export function Board({ plan, rows }: { plan: Plan; rows: Rows }) {
  const text = useWords(words);
  const areas = Map.groupBy(rows, ({ area }) => area);
  const units = [...Map.groupBy(rows, ({ unitId }) => unitId).values()]
    .map((of) => ({ of, standing: together(of) }))
    .sort((a, b) => worseFirst(a.standing, b.standing));
  return (
    <>
      <Panel title={text.byArea}>
        <Standings first={text.area}>
          {plan.areas.map(({ code, name }) => (
            <StandingRow
              key={code}
              name={`${code}. ${name}`}
              of={together(areas.get(code) ?? [])}
              where={{ area: code }}
            />
          ))}
        </Standings>
      </Panel>
      <Panel title={text.byUnit}>
        <Standings first={text.unit}>
          {units.map(({ of: [row], standing }) =>
            row ? (
              <StandingRow
                key={row.unitId}
                name={row.unit ?? text.unknownUnit}
                of={standing}
                where={{ lead: row.unitId }}
              />
            ) : null,
          )}
        </Standings>
      </Panel>
    </>
  );
}

const STATES = ['late', 'silent', 'running', 'completed'] as const;
const SOUGHT = {
  late: 'late',
  silent: 'silent',
  running: 'running',
  completed: 'completed',
} as const satisfies Record<(typeof STATES)[number], TaskSearch['state']>;

function Standings({ first, children }: { first: string; children: ReactNode }) {
  const text = useWords(words);
  return (
    <table className={`${tables.table} ${styles.board}`}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {STATES.map((state) => (
            <th key={state} scope="col" className={styles.figure}>
              {text.figures[state]}
            </th>
          ))}
          <th scope="col" className={styles.figure}>
            {text.figures.tasks}
          </th>
          <th scope="col">{text.figures.percent}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function StandingRow({ name, of, where }: { name: string; of: Standing; where: TaskSearch }) {
  const text = useWords(words);
  const link = (search: TaskSearch, count: number, label: string) => (
    <Link to="/tasks" search={search} aria-label={`${name}: ${count} ${label.toLocaleLowerCase()}`}>
      {count}
    </Link>
  );
  return (
    <tr>
      <th scope="row">
        <Link to="/tasks" search={where} className={styles.rowName}>
          {name}
        </Link>
      </th>
      {STATES.map((state) => (
        <td
          key={state}
          className={styles.figure}
          data-label={text.figures[state]}
          {...(of[state] > 0 ? { 'data-tone': state } : {})}
        >
          {of[state] === 0 ? (
            <span className={styles.none}>–</span>
          ) : (
            link({ ...where, state: SOUGHT[state] }, of[state], text.figures[state])
          )}
        </td>
      ))}
      <td className={styles.figure} data-label={text.figures.tasks}>
        {of.tasks}
      </td>
      <td data-label={text.figures.percent}>
        <Meter percent={of.percent} label={`${text.figures.percent}: ${name}`} />
      </td>
    </tr>
  );
}
