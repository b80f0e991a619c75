import type { UnitGradeWorking } from '#client';
import { Link } from '@tanstack/react-router';
import { nameIn, usePosts } from '../organisation/posts';
import { useUnitName } from '../organisation/units';
import { Badge } from '../ui/badge';
import { Fact, Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { figure } from '../words/format';
import { useWords } from '../words/language';
import { words } from './words';

type Condition = UnitGradeWorking['conditions'][number];

/** Points, and what they are made of. */
export function UnitScore({ of: { score, general, work, ratio, done, assigned } }: { of: UnitGradeWorking }) {
  const text = useWords(words);
  const pointsOf = (of: number | null) => (of === null ? '–' : text.points(figure(of)));
  return (
    <dl className={page.facts}>
      <Fact name={text.score}>{pointsOf(score)}</Fact>
      <Fact name={text.general}>{pointsOf(general)}</Fact>
      <Fact name={text.work}>
        {pointsOf(work)}
        <div className={page.soft}>{text.units(figure(done), figure(assigned))}</div>
      </Fact>
      {ratio ? (
        <>
          <Fact name={text.ratioDone}>{figure(ratio.done)} %</Fact>
          <Fact name={text.ratioQuality}>{figure(ratio.quality)} %</Fact>
          <Fact name={text.ratioProgress}>{figure(ratio.progress)} %</Fact>
        </>
      ) : null}
    </dl>
  );
}

/** What an excellent year needs, and how far this one came. */
export function Conditions({ of }: { of: UnitGradeWorking }) {
  const text = useWords(words);
  const inUnits = (code: Condition['code'], value: number) =>
    code === 'score' || code === 'no-part-failing' ? figure(value) : `${figure(value)} %`;
  return (
    <Panel title={text.conditions}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{text.condition}</th>
            <th scope="col">{text.needed}</th>
            <th scope="col">{text.reached}</th>
          </tr>
        </thead>
        <tbody>
          {of.conditions.map(({ code, needed, is, holds }) => (
            <tr key={code}>
              <td>{text.conditionOf[code]}</td>
              <td className={tables.labelled} data-label={text.needed}>
                {code === 'no-part-failing' ? figure(needed) : text.atLeast(inUnits(code, needed))}
              </td>
              <td className={tables.labelled} data-label={text.reached}>
                {is === null ? (code === 'findings-remedied' ? text.noneRequired : '–') : inUnits(code, is)}{' '}
                <Badge tone={holds ? 'done' : 'wait'}>{holds ? text.holds : text.holdsNot}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** What is counted, each row opening the work whose events tell it. */
export function WorkRows({ of: { rows } }: { of: UnitGradeWorking }) {
  const text = useWords(words);
  return (
    <Panel title={text.workRows}>
      {rows.length === 0 ? (
        <p className={page.soft}>{text.noRows}</p>
      ) : (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.workRow}</th>
              <th scope="col">{text.converted}</th>
              <th scope="col">{text.lateUnits}</th>
              <th scope="col">{text.above}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.subject}>
                <td>
                  <Link
                    to={row.kind === 'task' ? '/tasks/$id' : '/evaluation/people/$id'}
                    params={{ id: row.subject }}
                    className={page.titleLink}
                  >
                    {row.title ?? text.productsOf}
                  </Link>
                  {row.failedReviews + row.delays > 0 ? (
                    <div className={page.soft}>
                      {[
                        ...(row.failedReviews > 0 ? [text.failedReviewsOf(row.failedReviews)] : []),
                        ...(row.delays > 0 ? [text.delaysOf(row.delays)] : []),
                      ].join(', ')}
                    </div>
                  ) : null}
                </td>
                <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.converted}>
                  {text.doneOf(figure(row.done), figure(row.assigned))}
                </td>
                <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.lateUnits}>
                  {figure(row.late)}
                </td>
                <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.above}>
                  {figure(row.above)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** What inspections required, and who or what failed. */
export function Findings({ of: { findings, failing } }: { of: UnitGradeWorking }) {
  const text = useWords(words);
  const unitName = useUnitName();
  const posts = usePosts();
  return (
    <Panel title={text.findings}>
      {findings.length === 0 ? <p className={page.soft}>{text.noFindings}</p> : null}
      <ul className={page.column}>
        {findings.map(({ inspectionId, text: what, remedied }, nth) => (
          <li key={`${inspectionId} ${nth}`}>
            <Link to="/inspections/$id" params={{ id: inspectionId }} className={page.titleLink}>
              {what}
            </Link>{' '}
            <Badge tone={remedied ? 'done' : 'late'}>{remedied ? text.remediedOne : text.openOne}</Badge>
          </li>
        ))}
      </ul>
      {failing.length > 0 ? (
        <p>
          {text.failing}:{' '}
          {failing
            .map(({ kind, id }) => (kind === 'unit' ? unitName(id) : (nameIn(posts, id) ?? '–')))
            .join(', ')}
        </p>
      ) : null}
    </Panel>
  );
}
