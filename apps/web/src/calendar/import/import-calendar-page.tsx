import { calendarImport, calendarPreview, type CalendarPreview, type ImportCalendarFile } from '#client';
import { useState } from 'react';
import { queries } from '../../app/queries';
import { AdministrationWays } from '../../administration/administration-ways';
import { ActForm } from '../../ui/act-form';
import { DayField } from '../../ui/day-field';
import { TextField } from '../../ui/field';
import { given, keyed } from '../../ui/fields';
import { fileIn } from '../../ui/file';
import { Panel, Stack } from '../../ui/layout';
import page from '../../ui/page.module.css';
import { useWords } from '../../words/language';
import { FileForm } from './file-form';
import { Found } from './found';
import { words } from './words';

interface Trial {
  body: ImportCalendarFile;
  preview: CalendarPreview;
}

/** A year's days off, swaps and hours, as a file tells them, seen before they are brought in (nhập lịch làm việc). */
export function ImportCalendarPage() {
  const text = useWords(words);
  const [trial, setTrial] = useState<Trial>();
  return (
    <Stack>
      <header className={page.head}>
        <h1>{text.title}</h1>
      </header>
      <AdministrationWays />
      <p className={page.soft}>{text.what}</p>
      <Panel title={text.source}>
        <ActForm<Trial>
          submit={text.read}
          look={trial ? 'plain' : 'primary'}
          send={async (fields) => tried(await bodyOf(fields))}
          onDone={setTrial}
        >
          <TextField label={text.file} name="file" type="file" accept=".csv,.xlsx,.json" required />
          <TextField label={text.number} hint={text.decisionHint} name="documentNumber" maxLength={50} />
          <DayField label={text.date} name="documentDate" />
        </ActForm>
        <FileForm />
      </Panel>
      {trial ? <Found preview={trial.preview} /> : null}
      {trial && isNews(trial.preview) ? (
        <Confirm body={trial.body} onDone={() => setTrial(undefined)} />
      ) : null}
    </Stack>
  );
}

const bodyOf = async (fields: FormData): Promise<ImportCalendarFile> => ({
  file: await fileIn(fields, 'file'),
  ...given(fields, 'documentNumber'),
  ...given(fields, 'documentDate'),
});

const tried = async (body: ImportCalendarFile): Promise<Trial> => ({
  body,
  preview: (await calendarPreview({ body, throwOnError: true })).data,
});

const isNews = ({ years, errors }: CalendarPreview): boolean =>
  errors.length === 0 && years.some(({ standing }) => standing !== 'same');

function Confirm({ body, onDone }: { body: ImportCalendarFile; onDone: () => void }) {
  const text = useWords(words);
  return (
    <ActForm
      submit={text.import}
      said={text.imported}
      send={(_fields, key) => calendarImport({ ...keyed(key), body })}
      onDone={() => {
        void queries.invalidateQueries();
        onDone();
      }}
    >
      <p>{text.moves}</p>
    </ActForm>
  );
}
