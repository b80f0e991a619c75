import type { OversightNote } from '#client';
import { Badge } from '../ui/badge';
import { Row } from '../ui/layout';
import { useWords } from '../words/language';
import { noteWords } from './note-words';

export const isOpen = ({ status }: Pick<OversightNote, 'status'>): boolean =>
  status === 'received' || status === 'assigned';

/** How a note stands, and whether its answer is late. */
export function NoteStanding({ of: { status, late, overdue } }: { of: OversightNote }) {
  const text = useWords(noteWords);
  return (
    <Row>
      <Badge tone={status === 'answered' ? 'done' : 'wait'}>{text.statuses[status]}</Badge>
      {late ? <Badge tone="late">{overdue ? text.overdue : text.late}</Badge> : null}
    </Row>
  );
}
