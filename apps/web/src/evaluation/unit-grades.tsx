import type { EvaluationYear } from '#client';
import { Link } from '@tanstack/react-router';
import { useUnitName, useUnits } from '../organisation/units';
import { Badge } from '../ui/badge';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { useWords } from '../words/language';
import { GRADE_TONES, type Grade } from './grades';
import { words } from './words';

interface Row {
  unitId: string | null;
  grade: Grade | null;
}

/** How units were graded, a head is never graded above theirs; where it is computed, each opens its year. */
export function UnitGrades({ of: { year, unitGrades, unitsComputed } }: { of: EvaluationYear }) {
  const text = useWords(words);
  const unitName = useUnitName();
  const units = useUnits();
  const graded: readonly Row[] = unitGrades;
  const rest = unitsComputed
    ? units.filter(({ unitId }) => unitGrades.every((one) => one.unitId !== unitId))
    : [];
  const rows = [...graded, ...rest.map(({ unitId }): Row => ({ unitId, grade: null }))];
  return (
    <Panel title={text.unitGrades}>
      {rows.length === 0 ? (
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
            {rows.map(({ unitId, grade }) => (
              <tr key={unitId}>
                <td>
                  {unitId !== null && unitsComputed ? (
                    <Link
                      to="/evaluation/units/$id"
                      params={{ id: unitId }}
                      search={{ year }}
                      className={page.titleLink}
                    >
                      {unitName(unitId)}
                    </Link>
                  ) : (
                    ((unitId && unitName(unitId)) ?? text.wholeOffice)
                  )}
                </td>
                <td>
                  {grade ? <Badge tone={GRADE_TONES[grade]}>{text.grades[grade]}</Badge> : text.notGraded}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
