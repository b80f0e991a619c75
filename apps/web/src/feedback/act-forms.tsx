import {
  feedbackAnswer,
  feedbackAssign,
  feedbackClassify,
  feedbackExtend,
  feedbackPassOn,
  feedbackPublish,
  type Feedback,
} from '#client';
import { UnitField } from '../organisation/unit-field';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { DayField } from '../ui/day-field';
import { TextArea, TextField } from '../ui/field';
import { oneOf, textOf, under } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { words } from './words';

/** The acts on feedback that the client has a form for, in the order they are offered. */
export const FEEDBACK_ACTS: Readonly<Record<string, ActForms<Feedback>>> = {
  AnswerFeedback: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <TextArea label={text.fields.text} name="text" required maxLength={5000} />
          <TextArea label={text.fields.done} name="done" required maxLength={2000} />
          <DayField label={text.fields.on} name="on" required />
        </>
      );
    },
    send: (id, fields, key) =>
      feedbackAnswer({
        ...under(id, key),
        body: { text: textOf(fields, 'text'), done: textOf(fields, 'done'), on: textOf(fields, 'on') },
      }),
  },
  AssignFeedback: {
    Fields: function Fields() {
      return <UnitField label={useWords(words).fields.unit} />;
    },
    send: (id, fields, key) =>
      feedbackAssign({ ...under(id, key), body: { unitId: textOf(fields, 'unitId') } }),
  },
  ClassifyFeedback: {
    Fields: function Fields({ of: { field, title } }) {
      const text = useWords(words);
      return (
        <>
          <ChoiceField label={text.fields.kind} name="kind" choices={text.kinds} />
          <TextField
            label={text.fields.field}
            name="field"
            required
            minLength={2}
            maxLength={100}
            defaultValue={field ?? ''}
          />
          <TextArea
            label={text.fields.title}
            name="title"
            required
            minLength={5}
            maxLength={300}
            defaultValue={title ?? ''}
          />
        </>
      );
    },
    send: (id, fields, key) =>
      feedbackClassify({
        ...under(id, key),
        body: {
          kind: oneOf(fields, 'kind', ['rules', 'conduct', 'service', 'other']),
          field: textOf(fields, 'field'),
          title: textOf(fields, 'title'),
        },
      }),
  },
  PublishFeedback: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <TextArea label={text.fields.question} name="question" required minLength={10} maxLength={2000} />
      );
    },
    send: (id, fields, key) =>
      feedbackPublish({ ...under(id, key), body: { question: textOf(fields, 'question') } }),
  },
  ExtendFeedback: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <DayField label={text.fields.dueDay} name="dueDay" required />
          <ReasonField max={1000} />
        </>
      );
    },
    send: (id, fields, key) =>
      feedbackExtend({
        ...under(id, key),
        body: { dueDay: textOf(fields, 'dueDay'), reason: textOf(fields, 'reason') },
      }),
  },
  PassFeedbackOn: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <ChoiceField label={text.fields.why} name="why" choices={text.fields.whys} />
          <TextField label={text.fields.to} name="to" required minLength={3} maxLength={300} />
          <ReasonField max={1000} />
        </>
      );
    },
    send: (id, fields, key) =>
      feedbackPassOn({
        ...under(id, key),
        body: {
          why: oneOf(fields, 'why', ['complaint', 'denunciation', 'not ours']),
          to: textOf(fields, 'to'),
          reason: textOf(fields, 'reason'),
        },
      }),
  },
};
