import { postImport, postPreview, type ImportPostFile, type PostPreview } from '#client';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { queries } from '../app/queries';
import styles from '../calendar/import/import.module.css';
import { ActForm } from '../ui/act-form';
import { TextField } from '../ui/field';
import { keyed } from '../ui/fields';
import { fileIn } from '../ui/file';
import { Panel, Stack } from '../ui/layout';
import page from '../ui/page.module.css';
import { day, figure } from '../words/format';
import { inOne } from '../words/in-one';
import { useLanguage, useWords } from '../words/language';
import { postWords } from './post-words';

interface Trial {
  body: ImportPostFile;
  preview: PostPreview;
}

/** What the post's file says of dossiers, seen before it is brought in (nhập tệp bưu chính). */
export function PostImportPage() {
  const text = useWords(postWords);
  const [trial, setTrial] = useState<Trial>();
  return (
    <Stack>
      <header className={page.head}>
        <h1>{text.importTitle}</h1>
      </header>
      <p className={page.soft}>{text.what}</p>
      <Panel>
        <ActForm<Trial>
          submit={text.read}
          look={trial ? 'plain' : 'primary'}
          send={async (fields) => tried({ file: await fileIn(fields, 'file') })}
          onDone={setTrial}
        >
          <TextField label={text.file} name="file" type="file" accept=".csv,.xlsx" required />
        </ActForm>
        <details className={styles.form}>
          <summary>{text.form}</summary>
          <Table
            head={[text.code, text.tracking, text.state, text.day]}
            rows={text.example}
            name={text.form}
          />
          <p>{text.formWhat}</p>
        </details>
      </Panel>
      {trial ? <Found preview={trial.preview} /> : null}
      {trial && isNews(trial.preview) ? (
        <ActForm
          submit={text.import}
          said={text.imported}
          send={(_fields, key) => postImport({ ...keyed(key), body: trial.body })}
          onDone={() => {
            void queries.invalidateQueries();
            setTrial(undefined);
          }}
        >
          <p>{text.goesIn}</p>
        </ActForm>
      ) : null}
    </Stack>
  );
}

const tried = async (body: ImportPostFile): Promise<Trial> => ({
  body,
  preview: (await postPreview({ body, throwOnError: true })).data,
});

const isNews = ({ rows, errors }: PostPreview): boolean =>
  errors.length === 0 && rows.some(({ standing }) => standing !== 'same');

function Found({ preview: { rows, errors } }: { preview: PostPreview }) {
  const text = useWords(postWords);
  const language = useLanguage();
  const head = [text.code, text.tracking, text.state, text.day, text.news];
  return (
    <div role="status" className={styles.found}>
      {errors.length > 0 ? (
        <Panel title={text.errors(figure(errors.length))}>
          <p className={page.soft}>{text.errorsWhat}</p>
          <ul className={styles.told}>
            {errors.map(({ cell, message }) => (
              <li key={cell}>{inOne(message, language)}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {rows.length > 0 ? (
        <Panel title={text.rows(figure(rows.length))}>
          <Table
            name={text.rows(figure(rows.length))}
            head={head}
            rows={rows.map(({ code, dossierId, tracking, state, day: on, standing }) => [
              <Link key={dossierId} to="/dossiers/$id" params={{ id: dossierId }}>
                {code}
              </Link>,
              tracking,
              text.states[state],
              day(on),
              text.standing[standing],
            ])}
          />
        </Panel>
      ) : null}
    </div>
  );
}

function Table({ name, head, rows }: { name: string; head: string[]; rows: ReactNode[][] }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.example}>
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
