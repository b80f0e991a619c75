import { evaluationList } from '#client';
import { Link } from '@tanstack/react-router';
import { useEndless } from '../app/endless';
import { Official } from '../organisation/official';
import { useUnitName } from '../organisation/units';
import { Panel } from '../ui/layout';
import { More } from '../ui/more';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { useWords } from '../words/language';
import { words } from './words';

const LISTED = 50;

/** Who is evaluated in a year; what it came to is shown to whom it concerns (R34). */
export function People({ year }: { year: number }) {
  const text = useWords(words);
  const unitName = useUnitName();
  const list = useEndless('evaluationList', { year }, (cursor, signal) =>
    evaluationList({ query: { year, ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <Panel title={text.people}>
      {list.items.length > 0 ? (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.person}</th>
              <th scope="col">{text.unitField}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map(({ id, personId, postId, unitId }) => (
              <tr key={id}>
                <td>
                  <Link to="/evaluation/people/$id" params={{ id }} className={page.titleLink}>
                    <Official personId={personId} postId={postId} />
                  </Link>
                </td>
                <td>{unitName(unitId)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <More list={list} none={text.nobody} />
    </Panel>
  );
}
