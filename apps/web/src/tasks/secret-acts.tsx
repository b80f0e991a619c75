import { secretWorkCancel, secretWorkReport, taskAcknowledge, taskComplete, type Task } from '#client';
import type { ActForms } from '../ui/acts';
import { textOf, under } from '../ui/fields';
import { useWords } from '../words/language';
import { PercentField } from './percent-field';
import { secretWords } from './secret-words';

function NothingSaid() {
  return <p>{useWords(secretWords).kept}</p>;
}

/** The acts on a secret work item: none of them says anything of what it is about. */
export const SECRET_ACTS: Readonly<Record<string, ActForms<Task>>> = {
  AcknowledgeTask: {
    Fields: NothingSaid,
    send: (id, _fields, key) => taskAcknowledge({ ...under(id, key), body: {} }),
  },
  ReportSecretProgress: {
    Fields: PercentField,
    send: (id, fields, key) =>
      secretWorkReport({ ...under(id, key), body: { percent: Number(textOf(fields, 'percent')) } }),
  },
  CompleteTask: {
    Fields: NothingSaid,
    send: (id, _fields, key) => taskComplete({ ...under(id, key), body: {} }),
  },
  CancelSecretWork: {
    ends: true,
    Fields: NothingSaid,
    send: (id, _fields, key) => secretWorkCancel(under(id, key)),
  },
};
