import {
  taskAccept,
  taskAcknowledge,
  taskAskExtension,
  taskCancel,
  taskComplete,
  taskDecideExtension,
  taskExtraReport,
  taskHandOver,
  taskReport,
  taskSendBack,
  taskSubmit,
  taskTrigger,
  taskUrge,
  type Task,
} from '#client';
import { UnitField } from '../organisation/unit-field';
import type { ActForms } from '../ui/acts';
import { DayField } from '../ui/day-field';
import { SelectField, TextArea } from '../ui/field';
import { given, textOf, under } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { DeadlineField, NoteField, ObligationField, SubmissionField } from './act-fields';
import { PercentField } from './percent-field';
import { words } from './words';

/** The acts on a task that the client has a form for, in the order they are offered. */
export const TASK_ACTS: Readonly<Record<string, ActForms<Task>>> = {
  AcknowledgeTask: {
    Fields: NoteField,
    send: (id, fields, key) => taskAcknowledge({ ...under(id, key), body: given(fields, 'note') }),
  },
  ReportTaskProgress: {
    Fields: function Fields({ of: task }) {
      const text = useWords(words);
      return (
        <>
          <PercentField of={task} />
          <TextArea label={text.field.whatDone} name="text" required maxLength={4000} />
        </>
      );
    },
    send: (id, fields, key) =>
      taskReport({
        ...under(id, key),
        body: { percent: Number(textOf(fields, 'percent')), text: textOf(fields, 'text') },
      }),
  },
  SubmitDeliverable: {
    Fields: function Fields({ of: task }) {
      const text = useWords(words);
      return (
        <>
          <SelectField label={text.field.product} name="deliverableId" required>
            {task.deliverables.map(({ deliverableId, name }) => (
              <option key={deliverableId} value={deliverableId}>
                {name}
              </option>
            ))}
          </SelectField>
          <DeadlineField task={task} name="occurrenceId" optional />
          <TextArea label={text.field.text} name="text" required maxLength={4000} />
        </>
      );
    },
    send: (id, fields, key) =>
      taskSubmit({
        ...under(id, key),
        body: {
          deliverableId: textOf(fields, 'deliverableId'),
          text: textOf(fields, 'text'),
          ...given(fields, 'occurrenceId'),
        },
      }),
  },
  AcceptDeliverable: {
    Fields: ({ of: task }) => <SubmissionField task={task} />,
    send: (id, fields, key) =>
      taskAccept({ ...under(id, key), body: { submissionId: textOf(fields, 'submissionId') } }),
  },
  ReturnDeliverable: {
    Fields: ({ of: task }) => (
      <>
        <SubmissionField task={task} />
        <ReasonField />
      </>
    ),
    send: (id, fields, key) =>
      taskSendBack({
        ...under(id, key),
        body: { submissionId: textOf(fields, 'submissionId'), reason: textOf(fields, 'reason') },
      }),
  },
  DecideExtension: {
    Fields: function Fields({ of: task }) {
      const text = useWords(words);
      return (
        <>
          <DeadlineField task={task} name="occurrenceId" asked />
          <SelectField label={text.field.decision} name="decision" required>
            <option value="grant">{text.field.grant}</option>
            <option value="refuse">{text.field.refuse}</option>
          </SelectField>
          <ReasonField />
        </>
      );
    },
    send: (id, fields, key) =>
      taskDecideExtension({
        ...under(id, key),
        body: {
          occurrenceId: textOf(fields, 'occurrenceId'),
          decision: textOf(fields, 'decision') === 'grant' ? 'grant' : 'refuse',
          reason: textOf(fields, 'reason'),
        },
      }),
  },
  UrgeTask: {
    Fields: function Fields() {
      return <ReasonField name="text" label={useWords(words).field.text} />;
    },
    send: (id, fields, key) => taskUrge({ ...under(id, key), body: { text: textOf(fields, 'text') } }),
  },
  AskExtension: {
    Fields: function Fields({ of: task }) {
      const text = useWords(words);
      return (
        <>
          <DeadlineField task={task} name="occurrenceId" />
          <DayField label={text.field.day} name="day" required />
          <ReasonField />
        </>
      );
    },
    send: (id, fields, key) =>
      taskAskExtension({
        ...under(id, key),
        body: {
          occurrenceId: textOf(fields, 'occurrenceId'),
          day: textOf(fields, 'day'),
          reason: textOf(fields, 'reason'),
        },
      }),
  },
  RecordTrigger: {
    Fields: function Fields({ of: task }) {
      const text = useWords(words);
      return (
        <>
          <ObligationField task={task} kinds={['triggered']} />
          <DayField label={text.field.happenedOn} name="day" required />
          <DayField label={text.field.dueOn} name="dueDay" />
          <TextArea label={text.field.document} name="note" required maxLength={2000} />
        </>
      );
    },
    send: (id, fields, key) =>
      taskTrigger({
        ...under(id, key),
        body: {
          obligationId: textOf(fields, 'obligationId'),
          day: textOf(fields, 'day'),
          note: textOf(fields, 'note'),
          ...given(fields, 'dueDay'),
        },
      }),
  },
  RequestExtraReport: {
    Fields: function Fields({ of: task }) {
      const text = useWords(words);
      return (
        <>
          <ObligationField task={task} />
          <DayField label={text.field.dueOn} name="day" required />
          <ReasonField />
        </>
      );
    },
    send: (id, fields, key) =>
      taskExtraReport({
        ...under(id, key),
        body: {
          obligationId: textOf(fields, 'obligationId'),
          day: textOf(fields, 'day'),
          reason: textOf(fields, 'reason'),
        },
      }),
  },
  CompleteTask: {
    Fields: NoteField,
    send: (id, fields, key) => taskComplete({ ...under(id, key), body: given(fields, 'note') }),
  },
  HandOverTask: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <UnitField label={text.field.unit} />
          <ReasonField />
        </>
      );
    },
    send: (id, fields, key) =>
      taskHandOver({
        ...under(id, key),
        body: { unitId: textOf(fields, 'unitId'), reason: textOf(fields, 'reason') },
      }),
  },
  CancelTask: {
    ends: true,
    Fields: () => <ReasonField />,
    send: (id, fields, key) => taskCancel({ ...under(id, key), body: { reason: textOf(fields, 'reason') } }),
  },
};
