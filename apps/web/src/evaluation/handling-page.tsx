import type { HandlingRanking } from '#client';
import { handlingRankingOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useThisYear } from '../app/clock';
import { problemOf } from '../app/problem';
import { useUnitName } from '../organisation/units';
import { Badge, type Tone } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { handlingWords } from './handling-words';
import { UnitHandling } from './unit-handling';
import { Ways } from './ways';

const FORMATS = ['xlsx', 'docx', 'pdf'] as const;
const QUARTERS = [1, 2, 3, 4] as const;
type Unit = HandlingRanking['items'][number];

const TONES: Readonly<Record<NonNullable<Unit['grade']>, Tone>> = {
  excellent: 'done',
  good: 'done',
  fair: 'plain',
  average: 'wait',
  weak: 'late',
};

/** How each unit handled its dossiers in a period, why it lost points, and which dossiers are behind it. */
export function HandlingPage() {
  const text = useWords(handlingWords);
  const language = useLanguage();
  const thisYear = useThisYear();
  const { year = thisYear, quarter, unit } = useSearch({ from: '/evaluation/handling' });
  const period = { year, ...(quarter === undefined ? {} : { quarter }) };
  const { data, error } = useQuery(handlingRankingOptions({ query: period }));
  const query = new URLSearchParams(Object.entries(period).map(([name, value]) => [name, String(value)]));
  const shown = data?.items.find(({ unitId }) => unitId === unit);
  return (
    <>
      <Ways />
      <header className={page.head}>
        <h1>{text.title(quarter === undefined ? text.ofYear(year) : text.ofQuarter(quarter, year))}</h1>
        <nav className={page.ways} aria-label={text.periods}>
          <Link to="/evaluation/handling" search={{ ...period, year: year - 1 }}>
            ← {year - 1}
          </Link>
          <Link to="/evaluation/handling" search={{ year }} activeOptions={{ exact: true }}>
            {text.wholeYear}
          </Link>
          {QUARTERS.map((one) => (
            <Link
              key={one}
              to="/evaluation/handling"
              search={{ year, quarter: one }}
              activeOptions={{ exact: true }}
            >
              {text.quarter(one)}
            </Link>
          ))}
          <Link to="/evaluation/handling" search={{ ...period, year: year + 1 }}>
            {year + 1} →
          </Link>
        </nav>
      </header>
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {data ? <Ranking items={data.items} period={period} /> : error ? null : <Empty>…</Empty>}
      {data && data.items.length > 0 ? (
        <Panel title={text.download}>
          <div className={page.ways}>
            {FORMATS.map((format) => (
              <a
                key={format}
                href={`/api/v1/dossier-handling/output?${query.toString()}&format=${format}`}
                download
              >
                {format.toUpperCase()}
              </a>
            ))}
          </div>
        </Panel>
      ) : null}
      {data && shown ? <UnitHandling of={data} unit={shown} /> : null}
    </>
  );
}

interface Props {
  items: readonly Unit[];
  period: { year: number; quarter?: number };
}

/** Form 03: the best first; a unit opens its form 02 below. */
function Ranking({ items, period }: Props) {
  const text = useWords(handlingWords);
  const unitName = useUnitName();
  return (
    <Panel title={text.ranking}>
      {items.length === 0 ? (
        <Empty>{text.none}</Empty>
      ) : (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.rank}</th>
              <th scope="col">{text.unit}</th>
              <th scope="col">{text.dossiers}</th>
              <th scope="col">{text.total}</th>
              <th scope="col">{text.grade}</th>
              <th scope="col">{text.satisfaction}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ unitId, dossiers, total, grade, rank, rated, satisfied }) => (
              <tr key={unitId}>
                <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.rank}>
                  {rank ?? '–'}
                </td>
                <td>
                  <Link
                    to="/evaluation/handling"
                    search={{ ...period, unit: unitId }}
                    className={page.titleLink}
                  >
                    {unitName(unitId)}
                  </Link>
                </td>
                <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.dossiers}>
                  {dossiers}
                </td>
                <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.total}>
                  {total === null ? text.noData : text.of18(figure(total))}
                </td>
                <td className={tables.labelled} data-label={text.grade}>
                  {grade ? <Badge tone={TONES[grade]}>{text.grades[grade]}</Badge> : text.missing}
                </td>
                <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.satisfaction}>
                  {rated === 0 ? text.noData : `${satisfied}/${rated}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
