import type { DossierQueries } from '#dossiers';
import type { CitizensFeedback } from '#feedback';
import { formatInstant } from '#kernel';
import type { ReactNode } from 'react';
import type { Page } from './frame.js';
import { Badge, Facts, Lacks } from './parts.js';
import { registerWords } from './registers.words.js';
import { day, instant } from './say.js';
import type { Visit } from './visit.js';

type Answered = Awaited<ReturnType<CitizensFeedback['published']>>[number];
type Result = Awaited<ReturnType<DossierQueries['results']>>[number];
type Apology = Awaited<ReturnType<DossierQueries['apologies']>>[number];

/** A list that is open to everybody, with how many it lacks. */
export interface Listed<T> {
  items: readonly T[];
  lacks: number;
}

interface Register {
  title: string;
  intro: string;
  none: string;
}

const registerPage = (
  visit: Visit,
  { title, intro, none }: Register,
  lacks: number,
  rows: ReactNode[],
): Page => ({
  title,
  content: (
    <>
      <div className="stack">
        <h1>{title}</h1>
        <p>{intro}</p>
        <Lacks lacks={lacks} language={visit.language} />
      </div>
      {rows.length === 0 ? <p className="panel">{none}</p> : rows}
    </>
  ),
});

/** Rows under headings; on a phone each row is a card, and each cell says what it is. */
function Table({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: readonly (readonly [string, ...ReactNode[]])[];
}) {
  return (
    <div className="panel">
      <table className="table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]}>
              {cells.map((cell, n) => (
                <td key={columns[n]}>
                  <span className="of">{columns[n]}</span>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function resultsPage(visit: Visit, { items, lacks }: Listed<Result>): Page {
  const { results: t, states } = registerWords[visit.language];
  const rows = items.map(({ code, procedure, status, endedAt, late }) => {
    const [state] = states[status as keyof typeof states] ?? [status];
    const result = (
      <span className="row">
        {state}
        <Badge tone={late ? 'late' : 'done'}>{late ? t.late : t.onTime}</Badge>
      </span>
    );
    return [code, procedure, result, formatInstant(endedAt)] as const;
  });
  const table = rows.length === 0 ? [] : [<Table key="rows" columns={t.columns} rows={rows} />];
  return registerPage(visit, t, lacks, table);
}

export function apologiesPage(visit: Visit, { items, lacks }: Listed<Apology>): Page {
  const { apologies: t } = registerWords[visit.language];
  const rows = items.map(
    ({ code, procedure, at, newDue }) =>
      [code, procedure, formatInstant(at), newDue ? formatInstant(newDue) : '–'] as const,
  );
  const table = rows.length === 0 ? [] : [<Table key="rows" columns={t.columns} rows={rows} />];
  return registerPage(visit, t, lacks, table);
}

export function answersPage(visit: Visit, { items, lacks }: Listed<Answered>): Page {
  const { answers: t } = registerWords[visit.language];
  const rows = items.map(({ code, field, question, answer, done, doneOn, unit, answeredAt, late }) => (
    <article key={code} className="panel stack">
      <h2>{field ?? t.untitled}</h2>
      {late ? (
        <p>
          <Badge tone="late">{t.late}</Badge>
        </p>
      ) : null}
      <blockquote>{question}</blockquote>
      <p>{answer}</p>
      <Facts
        of={[
          [t.done, done === null ? null : [done, day(doneOn)].filter(Boolean).join(', ')],
          [t.by, unit],
          [t.at, instant(answeredAt)],
        ]}
      />
    </article>
  ));
  return registerPage(visit, t, lacks, rows);
}
