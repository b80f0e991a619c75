import { proceduresImport } from '#client';
import { proceduresActsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { DocumentField } from '../organisation/org-fields';
import { ActButton } from '../ui/act-button';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { given, keyed, textOf } from '../ui/fields';
import { fileIn } from '../ui/file';
import { useLanguage, useWords } from '../words/language';
import { words } from './words';

/** Publishes procedures from a table, all of it or nothing. */
export function ImportProcedures() {
  const text = useWords(words);
  const headers = { 'Accept-Language': useLanguage() };
  const acts = useQuery(proceduresActsOptions({ headers })).data?.items ?? [];
  if (!acts.some(({ act, may }) => act === 'PublishProcedures' && may)) return null;
  return (
    <ActButton
      name={text.act.PublishProcedures}
      look="primary"
      send={async (fields, key) =>
        proceduresImport({
          ...keyed(key),
          body: {
            file: await fileIn(fields, 'file'),
            document: textOf(fields, 'document'),
            ...given(fields, 'from'),
          },
        })
      }
    >
      <p>{text.publishWhat}</p>
      <TextField
        label={text.file}
        hint={text.fileTaken}
        name="file"
        type="file"
        accept=".csv,.xlsx,.docx"
        required
      />
      <DayField label={text.publishFrom} name="from" />
      <DocumentField />
    </ActButton>
  );
}
