import type { EvaluationYear } from '#client';
import { useUnitName } from '../organisation/units';
import { Badge } from '../ui/badge';
import { Fact, Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { useLanguage, useWords } from '../words/language';
import { GRADE_TONES } from './grades';
import { words } from './words';

/** What a year was opened with; it stays so until it is over. */
export function Settings({ of }: { of: EvaluationYear }) {
  const text = useWords(words);
  const language = useLanguage();
  return (
    <Panel title={text.settings}>
      <dl className={page.factList}>
        <Fact name={text.regime}>{of.regime.name[language]}</Fact>
        <Fact name={text.cadence}>{text.cadences[of.cadence]}</Fact>
        <Fact name={text.capBase}>{text.capBases[of.capBase]}</Fact>
        <Fact name={text.capScope}>{text.capScopes[of.capScope]}</Fact>
        <Fact name={text.source}>{of.source}</Fact>
      </dl>
    </Panel>
  );
}

/** How units were graded: a head is never graded above theirs. */
export function UnitGrades({ of: { unitGrades } }: { of: EvaluationYear }) {
  const text = useWords(words);
  const unitName = useUnitName();
  return (
    <Panel title={text.unitGrades}>
      {unitGrades.length === 0 ? (
        <p className={page.soft}>{text.noUnitGrades}</p>
      ) : (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.unitField}</th>
              <th scope="col">{text.gradeField}</th>
            </tr>
          </thead>
          <tbody>
            {unitGrades.map(({ unitId, grade }) => (
              <tr key={unitId}>
                <td>{unitId === null ? text.wholeOffice : unitName(unitId)}</td>
                <td>
                  <Badge tone={GRADE_TONES[grade]}>{text.grades[grade]}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
