import type { ServiceIndexShowResponse } from '#client';
import { Link } from '@tanstack/react-router';
import { Badge } from '../ui/badge';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { figure } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { words } from './words';

type Part = ServiceIndexShowResponse['groups'][number]['parts'][number];
type FigureName = keyof (typeof words)['vi']['figures'];

/** What a figure is called; its own name where nobody named it. */
export const useFigureName = () => {
  const { figures } = useWords(words);
  const isNamed = (name: string): name is FigureName => name in figures;
  return (name: string): string => (isNamed(name) ? figures[name] : name);
};

/** The parts of a group: each with its formula, its figures that open their lists, and its points. */
export function Parts({ parts, period }: { parts: readonly Part[]; period: string }) {
  const text = useWords(words);
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.part}</th>
          <th scope="col">{text.counted}</th>
          <th scope="col">{text.share}</th>
          <th scope="col">{text.got}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <PartRow key={part.code} part={part} period={period} />
        ))}
      </tbody>
    </table>
  );
}

function PartRow({ part, period }: { part: Part; period: string }) {
  const text = useWords(words);
  const language = useLanguage();
  const { name, formula, source, max, percent } = part;
  return (
    <tr>
      <td>
        <strong>{name[language]}</strong>
        <div className={page.soft}>{formula[language]}</div>
        <details className={page.soft}>
          <summary>{text.source}</summary>
          {source}
        </details>
      </td>
      <td className={tables.labelled} data-label={text.counted}>
        <Figures part={part} period={period} />
      </td>
      <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.share}>
        {percent === null ? '–' : `${figure(percent)} %`}
      </td>
      <td className={`${tables.narrow} ${tables.labelled}`} data-label={`${text.got} (${figure(max)})`}>
        <Points part={part} />
      </td>
    </tr>
  );
}

function Figures({ part: { behind }, period }: { part: Part; period: string }) {
  const nameOf = useFigureName();
  if (behind.length === 0) return <>–</>;
  return (
    <>
      {behind.map(({ figure: name, count }) => (
        <div key={name}>
          {nameOf(name)}:{' '}
          {count === 0 ? (
            '0'
          ) : (
            <Link
              to="/indices/figures"
              search={{ period, figure: name }}
              aria-label={`${nameOf(name)}: ${figure(count)}`}
            >
              {figure(count)}
            </Link>
          )}
        </div>
      ))}
    </>
  );
}

function Points({ part: { state, points, max, needed } }: { part: Part }) {
  const text = useWords(words);
  if (state === 'withheld') return <Badge tone="plain">{text.withheld}</Badge>;
  if (points === null) return <Badge tone="plain">{text.unmeasured}</Badge>;
  if (state === 'no-data')
    return (
      <>
        <Badge tone="wait">{text.noData}</Badge>
        <div className={page.soft}>{text.byRule(figure(points))}</div>
      </>
    );
  return (
    <>
      <strong>
        {figure(points)}/{figure(max)}
      </strong>{' '}
      {points >= max ? <Badge tone="done">{text.full}</Badge> : null}
      {needed !== null && needed > 0 ? <div className={page.soft}>{text.needed(figure(needed))}</div> : null}
    </>
  );
}
