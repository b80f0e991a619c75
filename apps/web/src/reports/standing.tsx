import type { Report } from '#client';
import { Badge, type Tone } from '../ui/badge';
import { Row } from '../ui/layout';
import { useWords } from '../words/language';
import type { ReportStanding } from './report-search';
import { words } from './words';

export type Listed = Pick<Report, 'status' | 'overdue' | 'late' | 'sentBack'>;

/** Whether a report is among those that are looked for. */
export function isIn(list: ReportStanding, { status, late, sentBack }: Listed): boolean {
  if (list === 'all') return true;
  if (list === 'late') return late;
  return list === 'returned' ? sentBack : list === status;
}

const TONES: Readonly<Record<Report['status'], Tone>> = {
  none: 'plain',
  draft: 'plain',
  submitted: 'wait',
  accepted: 'wait',
  sent: 'done',
  transferred: 'plain',
};

/** How a report stands, and whether it is late. */
export function Standing({ of: { status, overdue, late, sentBack } }: { of: Listed }) {
  const text = useWords(words);
  return (
    <Row>
      <Badge tone={TONES[status]}>{text.statuses[status]}</Badge>
      {sentBack ? <Badge tone="soon">{text.returned}</Badge> : null}
      {late ? <Badge tone="late">{overdue ? text.overdue : text.late}</Badge> : null}
    </Row>
  );
}
