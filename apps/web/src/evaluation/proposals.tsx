import type { GradeProposals } from '#client';
import { Link } from '@tanstack/react-router';
import { Official } from '../organisation/official';
import { useUnitName } from '../organisation/units';
import { Badge } from '../ui/badge';
import { Empty, Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { figure } from '../words/format';
import { useWords } from '../words/language';
import { Caps } from './caps';
import { GRADE_TONES, type Grade } from './grades';
import { words } from './words';

type Item = GradeProposals['items'][number];

/** What is proposed for everybody with its why, and how each group stands under its cap, were it taken. */
export function Proposals({ proposals: { items, caps } }: { proposals: GradeProposals }) {
  const text = useWords(words);
  return (
    <Panel title={text.proposals}>
      <Caps caps={caps} />
      {items.length === 0 ? (
        <Empty>{text.nobody}</Empty>
      ) : (
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.person}</th>
              <th scope="col">{text.score}</th>
              <th scope="col">{text.months}</th>
              <th scope="col">{text.proposal}</th>
              <th scope="col">{text.decided}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Line key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Line({ item: { id, personId, postId, proposal, heads, decided } }: { item: Item }) {
  const text = useWords(words);
  const unitName = useUnitName();
  const said = (grade: Grade | null) =>
    grade ? <Badge tone={GRADE_TONES[grade]}>{text.grades[grade]}</Badge> : text.noGrade;
  return (
    <tr>
      <td>
        <Link to="/evaluation/people/$id" params={{ id }} className={page.titleLink}>
          <Official personId={personId} postId={postId} />
        </Link>
        {heads ? (
          <div className={page.soft}>
            {text.headOf(unitName(heads.unitId), heads.grade ? text.grades[heads.grade] : text.noGrade)}
          </div>
        ) : null}
      </td>
      <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.score}>
        {proposal.score === null ? '–' : figure(proposal.score)}
      </td>
      <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.months}>
        {proposal.counted.months}
      </td>
      <td className={tables.labelled} data-label={text.proposal}>
        {said(proposal.grade)}
        <div className={page.soft}>{text.whys[proposal.why]}</div>
      </td>
      <td className={tables.labelled} data-label={text.decided}>
        {decided ? said(decided) : text.undecided}
      </td>
    </tr>
  );
}
