import { attachingDigitise, attachingSign, dossiersReturnResult } from '#client';
import type { ActForms } from '../ui/acts';
import { ChoiceField } from '../ui/choice-field';
import { TextArea, TextField } from '../ui/field';
import { given, oneOf, textOf, under } from '../ui/fields';
import { useWords } from '../words/language';
import { FileField, sentFile } from './act-fields';
import type { Dossier } from './dossier';
import { actWords } from './act-words';

/** The acts by which a result comes about and goes out. */
export const RESULT_ACTS = {
  SignResult: {
    Fields: function Fields() {
      const text = useWords(actWords);
      return (
        <>
          <TextField label={text.number} name="number" required maxLength={100} />
          <FileField />
        </>
      );
    },
    send: async (id, fields, key) =>
      attachingSign({
        ...under(id, key),
        body: { number: textOf(fields, 'number'), ...(await sentFile(fields)) },
      }),
  },
  DigitiseResult: {
    Fields: function Fields() {
      const text = useWords(actWords);
      return (
        <>
          <FileField />
          <TextArea label={text.whyNotDigitised} name="reason" minLength={10} maxLength={500} />
        </>
      );
    },
    send: async (id, fields, key) =>
      attachingDigitise({
        ...under(id, key),
        body: { ...given(fields, 'reason'), ...(await sentFile(fields)) },
      }),
  },
  ReturnResult: {
    Fields: function Fields() {
      const text = useWords(actWords);
      return (
        <>
          <TextField label={text.takenBy} name="takenBy" required minLength={2} maxLength={200} />
          <ChoiceField label={text.how} name="channel" choices={text.returnWays} />
          <TextField label={text.tracking} name="tracking" maxLength={100} />
        </>
      );
    },
    send: (id, fields, key) =>
      dossiersReturnResult({
        ...under(id, key),
        body: {
          takenBy: textOf(fields, 'takenBy'),
          channel: oneOf(fields, 'channel', ['counter', 'online', 'post']),
          ...given(fields, 'tracking'),
        },
      }),
  },
} satisfies Record<string, ActForms<Dossier>>;
