import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { textOf } from '../ui/fields';
import { useWords } from '../words/language';
import { words } from './words';

/** The document that decides: number and date. */
export function DocumentFields() {
  const text = useWords(words);
  return (
    <>
      <TextField label={text.documentNumber} name="documentNumber" required maxLength={50} />
      <DayField label={text.documentDate} name="documentDate" required />
    </>
  );
}

export const documentIn = (fields: FormData) => ({
  documentNumber: textOf(fields, 'documentNumber'),
  documentDate: textOf(fields, 'documentDate'),
});
