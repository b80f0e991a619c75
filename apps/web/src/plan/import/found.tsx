import type { PlanPreview } from '#client';
import { Badge } from '../../ui/badge';
import { Panel, Row } from '../../ui/layout';
import page from '../../ui/page.module.css';
import { figure } from '../../words/format';
import { inOne } from '../../words/in-one';
import { useLanguage, useWords } from '../../words/language';
import styles from './import.module.css';
import { words } from './words';

/** What was found in the file: how much, what has to be mended in it, what is good to know. */
export function Found({ preview }: { preview: PlanPreview }) {
  const text = useWords(words);
  const language = useLanguage();
  const { tasks, changes, errors, notes, refusal } = preview;
  return (
    <div role="status" className={styles.found}>
      <Row>
        <Badge tone="plain">{text.tasks(figure(tasks))}</Badge>
        {changes !== null && changes > 0 ? <Badge tone="done">{text.changes(figure(changes))}</Badge> : null}
        {errors.length > 0 ? <Badge tone="late">{text.errors(figure(errors.length))}</Badge> : null}
        {notes.length > 0 ? <Badge tone="wait">{text.notes(figure(notes.length))}</Badge> : null}
      </Row>
      {changes === 0 ? <p>{text.nothingNew}</p> : null}
      {refusal ? <p>{refusal.title[language]}</p> : null}
      {errors.length > 0 ? (
        <Panel title={text.errors(figure(errors.length))}>
          <p className={page.soft}>{text.errorsWhat}</p>
          <Told notes={errors} />
        </Panel>
      ) : null}
      {notes.length > 0 ? (
        <details>
          <summary>{text.notes(figure(notes.length))}</summary>
          <p className={page.soft}>{text.notesWhat}</p>
          <Told notes={notes} />
        </details>
      ) : null}
    </div>
  );
}

function Told({ notes }: { notes: PlanPreview['notes'] }) {
  const language = useLanguage();
  return (
    <ul className={styles.told}>
      {notes.map((note, index) => (
        <li key={index}>{inOne(note.message, language)}</li>
      ))}
    </ul>
  );
}
