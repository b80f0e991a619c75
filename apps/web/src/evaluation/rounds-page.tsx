import { scoringRounds, scoringSheets } from '#client';
import { Link } from '@tanstack/react-router';
import { useEndless } from '../app/endless';
import { useMe } from '../app/me';
import { useUnitName } from '../organisation/units';
import { Acts } from '../ui/acts';
import { Badge } from '../ui/badge';
import { Panel } from '../ui/layout';
import { More } from '../ui/more';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day, figure } from '../words/format';
import { useWords } from '../words/language';
import { roundWords } from './round-words';
import { SHEET_ACTS } from './sheet-acts';
import { Ways } from './ways';

const LISTED = 50;

/** Rounds on scoring sheets (the reform index, digital transformation, units), and the sheets there are. */
export function RoundsPage() {
  const text = useWords(roundWords);
  const unitName = useUnitName();
  const acts = useMe().acts;
  const rounds = useEndless('scoringRounds', {}, (cursor, signal) =>
    scoringRounds({ query: { ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  const sheets = useEndless('scoringSheets', {}, (cursor, signal) =>
    scoringSheets({ query: { ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <>
      <Ways />
      <h1>{text.title}</h1>
      <div className={page.columns}>
        <div className={page.column}>
          <Panel title={text.rounds}>
            {rounds.items.length > 0 ? (
              <table className={tables.table}>
                <thead>
                  <tr>
                    <th scope="col">{text.round}</th>
                    <th scope="col">{text.unit}</th>
                    <th scope="col">{text.when}</th>
                    <th scope="col">{text.stage}</th>
                    <th scope="col">{text.index}</th>
                  </tr>
                </thead>
                <tbody>
                  {rounds.items.map(({ id, name, unitId, from, to, stage, index }) => (
                    <tr key={id}>
                      <td>
                        <Link to="/evaluation/rounds/$id" params={{ id }} className={page.titleLink}>
                          {name}
                        </Link>
                      </td>
                      <td>{unitId === null ? text.wholeOffice : unitName(unitId)}</td>
                      <td className={tables.narrow}>{text.fromTo(day(from), day(to))}</td>
                      <td>
                        <Badge tone={stage === 'final' ? 'done' : 'plain'}>{text.stages[stage]}</Badge>
                      </td>
                      <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.index}>
                        {index === null ? '–' : figure(index)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
            <More list={rounds} none={text.noRounds} />
          </Panel>
          <Panel title={text.sheets}>
            <ul className={page.list}>
              {sheets.items.map(({ id, code, name, kind, year, edition }) => (
                <li key={id}>
                  <strong>{name}</strong>
                  <div className={page.soft}>
                    {code} · {text.kinds[kind]} · {text.yearOf(year)} · {text.edition(edition)}
                  </div>
                </li>
              ))}
            </ul>
            <More list={sheets} none={text.noSheets} />
          </Panel>
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts
            of={{ id: 'scoring', sheets: sheets.items }}
            acts={Object.keys(SHEET_ACTS)
              .filter((act) => acts.includes(act))
              .map((act) => ({ act, may: true, why: null }))}
            forms={SHEET_ACTS}
            names={text.act}
          />
        </div>
      </div>
    </>
  );
}
