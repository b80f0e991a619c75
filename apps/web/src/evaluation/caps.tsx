import type { GradeProposals } from '#client';
import { useUnitName } from '../organisation/units';
import { Badge } from '../ui/badge';
import { Row } from '../ui/layout';
import { useWords } from '../words/language';
import { words } from './words';

/** How each group of like tasks stands under its cap: with what was decided, and what is proposed of the others. */
export function Caps({ caps }: Pick<GradeProposals, 'caps'>) {
  const text = useWords(words);
  const unitName = useUnitName();
  return caps.map(({ unitId, leader, excellent, most, percent, base, exceeded }) => (
    <Row key={`${unitId} ${leader}`}>
      <strong>
        {unitId === null ? '' : `${unitName(unitId)} · `}
        {leader ? text.leaders : text.others}
      </strong>
      <Badge tone={exceeded ? 'late' : 'done'}>{exceeded ? text.exceeded : text.within}</Badge>
      <span>{text.cap(excellent, most, percent, base)}</span>
    </Row>
  ));
}
