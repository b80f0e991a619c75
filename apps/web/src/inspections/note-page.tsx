import { oversightAnswer, oversightAssign, type OversightNote } from '#client';
import { oversightActsOptions, oversightOneOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { problemOf } from '../app/problem';
import { nameIn, usePosts } from '../organisation/posts';
import { UnitField } from '../organisation/unit-field';
import { useUnitName } from '../organisation/units';
import { Timeline } from '../trail/timeline';
import { Acts, type ActForms } from '../ui/acts';
import { TextArea, TextField } from '../ui/field';
import { textOf, under } from '../ui/fields';
import { Empty, Fact, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day, howFar, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import styles from './inspections.module.css';
import { NoteStanding, isOpen } from './note-standing';
import { noteWords } from './note-words';

/** What was asked, who answers until when, what was answered. */
export function NotePage() {
  const { id } = useParams({ from: '/inspections/notes/$id' });
  const language = useLanguage();
  const text = useWords(noteWords);
  const { data: note, error } = useQuery(oversightOneOptions({ path: { id } }));
  const headers = { 'Accept-Language': language };
  const acts = useQuery(oversightActsOptions({ path: { id }, headers })).data?.items ?? [];
  if (error) return <Notice problem={problemOf(error, language)} />;
  if (!note) return <Empty>…</Empty>;
  return (
    <>
      <Head note={note} />
      <div className={page.columns}>
        <div className={page.column}>
          <Panel title={text.said}>
            <p className={styles.said}>{note.text}</p>
          </Panel>
          <Answer note={note} />
          <Timeline subject={id} />
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts of={note} acts={acts} forms={NOTE_ACTS} names={text.act} />
        </div>
      </div>
    </>
  );
}

function Head({ note }: { note: OversightNote }) {
  const text = useWords(noteWords);
  const unitName = useUnitName();
  const now = useNow();
  const { overseer, documentNumber, documentDate, due, unitId, receivedAt } = note;
  return (
    <header className={page.column}>
      <div className={page.crumb}>
        <Link to="/inspections/notes" search={{}}>
          {text.title}
        </Link>
      </div>
      <h1>{text.overseers[overseer]}</h1>
      <NoteStanding of={note} />
      <dl className={page.facts}>
        <Fact name={text.due}>
          {due ? instant(due) : '–'}
          {due && isOpen(note) ? <div className={page.soft}>{howFar(due, now)}</div> : null}
        </Fact>
        <Fact name={text.unit}>{unitId ? unitName(unitId) : text.unassigned}</Fact>
        <Fact name={text.received}>
          {instant(receivedAt)}
          <div className={page.soft}>{text.document(documentNumber, day(documentDate))}</div>
        </Fact>
      </dl>
    </header>
  );
}

function Answer({ note: { answer } }: { note: OversightNote }) {
  const text = useWords(noteWords);
  const posts = usePosts();
  return (
    <Panel title={text.answer}>
      {answer ? (
        <>
          <p className={styles.said}>{answer.text}</p>
          <p className={styles.said}>
            {text.whatDone}: {answer.done}
          </p>
          <p className={page.soft}>
            {text.answeredAt(answer.documentNumber, instant(answer.at), nameIn(posts, answer.by) ?? '–')}
          </p>
        </>
      ) : (
        <p className={page.soft}>{text.noAnswer}</p>
      )}
    </Panel>
  );
}

/** The acts on a note, in the order they are offered. */
const NOTE_ACTS: Readonly<Record<string, ActForms<OversightNote>>> = {
  AnswerOversightNote: {
    Fields: function Fields() {
      const text = useWords(noteWords);
      return (
        <>
          <TextField
            label={text.answerNumber}
            hint={text.numberHint}
            name="documentNumber"
            required
            maxLength={50}
          />
          <TextArea label={text.answerText} name="text" required minLength={20} maxLength={10_000} rows={6} />
          <TextArea label={text.whatDone} name="done" required minLength={5} maxLength={2000} />
        </>
      );
    },
    send: (id, fields, key) =>
      oversightAnswer({
        ...under(id, key),
        body: {
          documentNumber: textOf(fields, 'documentNumber'),
          text: textOf(fields, 'text'),
          done: textOf(fields, 'done'),
        },
      }),
  },
  AssignOversightNote: {
    Fields: function Fields() {
      return <UnitField label={useWords(noteWords).unit} />;
    },
    send: (id, fields, key) =>
      oversightAssign({ ...under(id, key), body: { unitId: textOf(fields, 'unitId') } }),
  },
};
