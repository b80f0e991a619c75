import { inspectionList, type InspectionListed } from '#client';
import { Link, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { useEndless } from '../app/endless';
import { useUnitName } from '../organisation/units';
import { Badge } from '../ui/badge';
import { Panel, Row } from '../ui/layout';
import { More } from '../ui/more';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day } from '../words/format';
import { useWords } from '../words/language';
import { LISTS, inspectionSearch } from './inspection-search';
import { Programme } from './programme';
import { TONES } from './tones';
import { Ways } from './ways';
import { words } from './words';
import { YearFigures } from './year-figures';

const LISTED = 50;

/** Which units were inspected, what is still to be remedied, what the year's programme has ahead. */
export function InspectionsPage() {
  const text = useWords(words);
  const search = useSearch({ from: '/inspections' });
  const thisYear = useThisYear();
  const { year = thisYear, status = 'all' } = search;
  const of = (next: number) => inspectionSearch({ ...search, year: next === thisYear ? undefined : next });
  const list = useEndless('inspectionList', { year, status }, (cursor, signal) =>
    inspectionList({ query: { year, status, ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <>
      <Ways />
      <header className={page.head}>
        <h1>{text.ofYear(year)}</h1>
        <div className={page.ways}>
          <Link to="/inspections" search={of(year - 1)}>
            ← {year - 1}
          </Link>
          <Link to="/inspections" search={of(year + 1)}>
            {year + 1} →
          </Link>
        </div>
      </header>
      <YearFigures year={year} />
      <nav className={page.queues} aria-label={text.states}>
        {LISTS.map((one) => (
          <Link
            key={one}
            to="/inspections"
            search={inspectionSearch({ ...search, status: one })}
            activeOptions={{ exact: true }}
          >
            {text.lists[one]}
          </Link>
        ))}
      </nav>
      <Panel title={text.inspections}>
        {list.items.length > 0 ? <Inspections items={list.items} /> : null}
        <More list={list} none={text.none} />
      </Panel>
      <Programme year={year} thisYear={thisYear} />
    </>
  );
}

function Inspections({ items }: { items: readonly InspectionListed[] }) {
  const text = useWords(words);
  const unitName = useUnitName();
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.inspection}</th>
          <th scope="col">{text.unit}</th>
          <th scope="col">{text.when}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, kind, basis, unitId, from, to, unannounced, status, ...counts }) => (
          <tr key={id}>
            <td>
              <Link to="/inspections/$id" params={{ id }} className={page.titleLink}>
                {text.kinds[kind]}
              </Link>
              <div className={page.soft}>{basis}</div>
            </td>
            <td>{unitName(unitId)}</td>
            <td className={tables.narrow}>{text.fromTo(day(from), day(to))}</td>
            <td>
              <Row>
                <Badge tone={TONES[status]}>{text.statuses[status]}</Badge>
                {unannounced ? <Badge>{text.unannounced}</Badge> : null}
                {counts.overdue > 0 ? <Badge tone="late">{text.overdue(counts.overdue)}</Badge> : null}
              </Row>
              {counts.required > 0 ? (
                <div className={page.soft}>{text.remediedOf(counts.remedied, counts.required)}</div>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
