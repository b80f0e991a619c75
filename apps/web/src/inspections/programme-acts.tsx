import { programmeAmend, programmeApprove, programmePlan, type InspectionProgramme } from '#client';
import type { ActForms } from '../ui/acts';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { textOf } from '../ui/fields';
import { useWords } from '../words/language';
import { ItemsField, itemsIn } from './items-field';
import { words } from './words';

export interface OfProgramme {
  id: string;
  year: number;
  /** None was drawn up yet. */
  programme: InspectionProgramme | undefined;
}

const on = ({ year }: OfProgramme, key: string) =>
  ({ path: { year }, headers: { 'Idempotency-Key': key }, throwOnError: true }) as const;

function Document() {
  const text = useWords(words);
  return (
    <>
      <TextField label={text.documentNumber} name="documentNumber" required maxLength={40} />
      <DayField label={text.documentDate} name="documentDate" required />
    </>
  );
}

const documentIn = (fields: FormData) => ({
  documentNumber: textOf(fields, 'documentNumber'),
  documentDate: textOf(fields, 'documentDate'),
});

/** The acts on a year's programme, in the order they are offered. */
export const PROGRAMME_ACTS: Readonly<Record<string, ActForms<OfProgramme>>> = {
  ApproveInspectionProgramme: {
    Fields: Document,
    send: (_id, fields, key, of) => programmeApprove({ ...on(of, key), body: documentIn(fields) }),
  },
  PlanInspections: {
    Fields: function Fields({ of: { id, programme } }) {
      const text = useWords(words);
      return (
        <>
          <TextField
            label={text.share}
            name="share"
            type="number"
            min={1}
            max={100}
            required
            inputMode="numeric"
            defaultValue={programme?.share}
          />
          <TextField
            label={text.shareSource}
            name="source"
            required
            minLength={3}
            maxLength={200}
            defaultValue={programme?.source}
          />
          <ItemsField items={programme?.inspections ?? []} draft={`${id} PlanInspections`} />
        </>
      );
    },
    send: (_id, fields, key, of) =>
      programmePlan({
        ...on(of, key),
        body: {
          share: Number(textOf(fields, 'share')),
          source: textOf(fields, 'source'),
          inspections: itemsIn(fields),
        },
      }),
  },
  AmendInspectionProgramme: {
    Fields: ({ of: { id, programme } }) => (
      <>
        <Document />
        <ItemsField items={programme?.inspections ?? []} draft={`${id} AmendInspectionProgramme`} />
      </>
    ),
    send: (_id, fields, key, of) =>
      programmeAmend({ ...on(of, key), body: { ...documentIn(fields), inspections: itemsIn(fields) } }),
  },
};
