import { oversightList, oversightReceive, type OversightNoteListed } from '#client';
import { Link, useSearch } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { useEndless } from '../app/endless';
import { useMe } from '../app/me';
import { useUnitName } from '../organisation/units';
import { ActButton } from '../ui/act-button';
import { Badge } from '../ui/badge';
import { ChoiceField } from '../ui/choice-field';
import { DayField } from '../ui/day-field';
import { TextArea, TextField } from '../ui/field';
import { keyed, oneOf, textOf } from '../ui/fields';
import { Panel } from '../ui/layout';
import { More } from '../ui/more';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { day, howFar } from '../words/format';
import { useWords } from '../words/language';
import { NOTE_LISTS, noteSearch } from './inspection-search';
import { noteWords } from './note-words';
import { NoteStanding, isOpen } from './note-standing';
import { Ways } from './ways';

const LISTED = 50;

/** What those who oversee asked, who answers, and until when. */
export function NotesPage() {
  const text = useWords(noteWords);
  const { status = 'open' } = useSearch({ from: '/inspections/notes' });
  const mayReceive = useMe().acts.includes('ReceiveOversightNote');
  const list = useEndless('oversightList', { status }, (cursor, signal) =>
    oversightList({ query: { status, ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <>
      <Ways />
      <header className={page.head}>
        <h1>{text.title}</h1>
        {mayReceive ? <Receive /> : null}
      </header>
      <nav className={page.queues} aria-label={text.state}>
        {NOTE_LISTS.map((one) => (
          <Link
            key={one}
            to="/inspections/notes"
            search={noteSearch({ status: one })}
            activeOptions={{ exact: true }}
          >
            {text.lists[one]}
          </Link>
        ))}
      </nav>
      <Panel>
        {list.items.length > 0 ? <Notes items={list.items} /> : null}
        <More list={list} none={text.none} />
      </Panel>
    </>
  );
}

function Notes({ items }: { items: readonly OversightNoteListed[] }) {
  const text = useWords(noteWords);
  const unitName = useUnitName();
  const now = useNow();
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.note}</th>
          <th scope="col">{text.unit}</th>
          <th scope="col">{text.due}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((note) => (
          <tr key={note.id}>
            <td>
              <Link to="/inspections/notes/$id" params={{ id: note.id }} className={page.titleLink}>
                {text.overseers[note.overseer]}: {note.text}
              </Link>
              <div className={page.soft}>{text.document(note.documentNumber, day(note.documentDate))}</div>
            </td>
            <td className={tables.labelled} data-label={text.unit}>
              {note.unitId ? unitName(note.unitId) : text.unassigned}
            </td>
            <td className={`${tables.narrow} ${tables.labelled}`} data-label={text.due}>
              {note.due ? day(note.due) : '–'}{' '}
              {note.due && isOpen(note) ? (
                <Badge tone={note.overdue ? 'late' : 'plain'}>{howFar(note.due, now)}</Badge>
              ) : null}
            </td>
            <td>
              <NoteStanding of={note} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Receive() {
  const text = useWords(noteWords);
  return (
    <ActButton
      name={text.receive}
      draft="ReceiveOversightNote"
      send={(fields, key) =>
        oversightReceive({
          ...keyed(key),
          body: {
            overseer: oneOf(fields, 'overseer', [
              'fatherland-front',
              'peoples-council',
              'peoples-inspection',
            ]),
            documentNumber: textOf(fields, 'documentNumber'),
            documentDate: textOf(fields, 'documentDate'),
            text: textOf(fields, 'text'),
          },
        })
      }
    >
      <ChoiceField label={text.overseer} name="overseer" choices={text.overseers} />
      <TextField
        label={text.documentNumber}
        hint={text.numberHint}
        name="documentNumber"
        required
        maxLength={50}
      />
      <DayField label={text.documentDate} name="documentDate" required />
      <TextArea label={text.said} name="text" required minLength={10} maxLength={5000} />
    </ActButton>
  );
}
