import type { ReportBehindResponse, ReportTasksBehindResponse } from '#client';
import { Link } from '@tanstack/react-router';
import { words as dossierWords } from '../dossiers/words';
import { words as taskWords } from '../tasks/words';
import { Badge } from '../ui/badge';
import { Row } from '../ui/layout';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day } from '../words/format';
import { useWords } from '../words/language';
import { words } from './words';

/** What a code word of a list is called; itself where nobody named it. */
const called = (names: Readonly<Record<string, string>>, code: string): string => names[code] ?? code;

interface Of<T> {
  items: readonly T[];
  /** Whether each has its page in this office. */
  linked: boolean;
}

/** The dossiers that a figure counts. */
export function CountedDossiers({ items, linked }: Of<ReportBehindResponse['items'][number]>) {
  const text = useWords(words);
  const { channels } = useWords(dossierWords);
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.dossier}</th>
          <th scope="col">{text.received}</th>
          <th scope="col">{text.appointed}</th>
          <th scope="col">{text.ended}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ dossierId: id, code, field, channel, receivedAt, due, endedAt, standing, late }) => (
          <tr key={id}>
            <td>
              {linked ? (
                <Link to="/dossiers/$id" params={{ id }} className={page.titleLink}>
                  {code}
                </Link>
              ) : (
                <strong>{code}</strong>
              )}
              <div className={page.soft}>
                {field} · {called(channels, channel)}
              </div>
            </td>
            <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.received}>
              {day(receivedAt)}
            </td>
            <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.appointed}>
              {due ? day(due) : '–'}
            </td>
            <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.ended}>
              {endedAt ? day(endedAt) : '–'}
            </td>
            <td>
              <Row>
                <Badge tone={standing === 'signed' ? 'done' : 'plain'}>
                  {called(text.dossierStandings, standing)}
                </Badge>
                {late ? <Badge tone="late">{text.overdue}</Badge> : null}
              </Row>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The tasks that a figure counts. */
export function CountedTasks({ items, linked }: Of<ReportTasksBehindResponse['items'][number]>) {
  const text = useWords(words);
  const { states, silent: silentSaid } = useWords(taskWords);
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.task}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ taskId: id, number, title, state, late, silent }) => (
          <tr key={id}>
            <td>
              {linked ? (
                <Link to="/tasks/$id" params={{ id }} className={page.titleLink}>
                  {number} · {title ?? text.task}
                </Link>
              ) : (
                <strong>
                  {number} · {title ?? text.task}
                </strong>
              )}
            </td>
            <td>
              <Row>
                <Badge tone={state === 'completed' ? 'done' : 'plain'}>{called(states, state)}</Badge>
                {late ? <Badge tone="late">{text.overdue}</Badge> : null}
                {silent ? <Badge tone="soon">{silentSaid}</Badge> : null}
              </Row>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
