import type { Task } from '#client';
import { SelectField, TextArea } from '../ui/field';
import { day, period } from '../words/format';
import { useWords } from '../words/language';
import { deadlinesOf } from './standing';
import { words } from './words';

export function NoteField() {
  const text = useWords(words);
  return <TextArea label={text.field.note} name="note" maxLength={1000} />;
}

export function DeadlineField({
  task,
  name,
  optional = false,
  asked = false,
}: {
  task: Task;
  name: string;
  optional?: boolean;
  asked?: boolean;
}) {
  const text = useWords(words);
  const open = deadlinesOf(task).filter(({ status, askedDue }) => status === 'open' && (!asked || askedDue));
  return (
    <SelectField
      label={optional ? text.field.forDeadline : text.field.deadline}
      name={name}
      required={!optional}
    >
      {optional ? <option value="">{text.field.noDeadline}</option> : null}
      {open.map(({ occurrenceId, label, key, due, askedDue }) => (
        <option key={occurrenceId} value={occurrenceId}>
          {label} · {period(key)} · {due ? day(due) : '…'} {askedDue ? `→ ${day(askedDue)}` : ''}
        </option>
      ))}
    </SelectField>
  );
}

export function SubmissionField({ task }: { task: Task }) {
  const text = useWords(words);
  const nameOf = (id: string) => task.deliverables.find(({ deliverableId }) => deliverableId === id)?.name;
  return (
    <SelectField label={text.field.submission} name="submissionId" required>
      {task.submissions
        .filter(({ status }) => status === 'waiting')
        .map(({ submissionId, deliverableId, at }) => (
          <option key={submissionId} value={submissionId}>
            {nameOf(deliverableId)} · {day(at)}
          </option>
        ))}
    </SelectField>
  );
}

export function ObligationField({
  task,
  kinds,
}: {
  task: Task;
  kinds?: readonly Task['obligations'][number]['kind'][];
}) {
  const text = useWords(words);
  const open = task.obligations.filter(({ kind }) => !kinds || kinds.includes(kind));
  return (
    <SelectField label={text.field.obligation} name="obligationId" required>
      {open.map(({ id, label, phrase }) => (
        <option key={id} value={id}>
          {label ?? phrase}
        </option>
      ))}
    </SelectField>
  );
}
