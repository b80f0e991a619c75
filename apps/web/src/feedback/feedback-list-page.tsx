import { feedbackList, feedbackTakeDown, type FeedbackListed } from '#client';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useNow } from '../app/clock';
import { useEndless } from '../app/endless';
import { useMe } from '../app/me';
import { queries } from '../app/queries';
import { useUnitName, useUnits } from '../organisation/units';
import { ActForm } from '../ui/act-form';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { ChoiceField } from '../ui/choice-field';
import { Dialog } from '../ui/dialog';
import { SelectField, TextArea, TextField } from '../ui/field';
import { given, oneOf, textOf } from '../ui/fields';
import { Panel, Row } from '../ui/layout';
import { LongTable, type RowOf, type RowPlace } from '../ui/long-table';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { words as uiWords } from '../ui/words';
import { day, howFar, instant } from '../words/format';
import { useWords } from '../words/language';
import { LISTS, feedbackSearch } from './feedback-search';
import { words } from './words';

const LISTED = 100;

/** Feedback and petitions: first what falls due first; what is looked for stands in the address. */
export function FeedbackListPage() {
  const text = useWords(words);
  const search = useSearch({ from: '/feedback' });
  const navigate = useNavigate({ from: '/feedback' });
  const mayTakeDown = useMe().acts.includes('ReceiveFeedback');
  const [taking, setTaking] = useState(false);
  const list = useEndless('feedbackList', search, (cursor, signal) =>
    feedbackList({ query: { ...search, ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <>
      <div className={page.head}>
        <div>
          <h1>{text.feedback}</h1>
          <div className={page.ways}>
            <Link to="/survey" search={{}}>
              {text.survey}
            </Link>
          </div>
        </div>
        <div className={page.filters}>
          <SelectField
            label={text.whose}
            value={search.unit ?? ''}
            onChange={({ target }) =>
              void navigate({ search: feedbackSearch({ ...search, unit: target.value }), replace: true })
            }
          >
            <option value="">{text.anyUnit}</option>
            {useUnits().map(({ unitId, name }) => (
              <option key={unitId} value={unitId}>
                {name}
              </option>
            ))}
          </SelectField>
          {mayTakeDown ? <Button onClick={() => setTaking(true)}>{text.takeDown}</Button> : null}
        </div>
      </div>
      <nav className={page.queues} aria-label={text.states}>
        {LISTS.map((status) => (
          <Link
            key={status}
            to="/feedback"
            search={feedbackSearch({ ...search, status })}
            {...(status === (search.status ?? 'open') ? { 'aria-current': 'page' } : {})}
            activeProps={{}}
          >
            {text.lists[status]}
          </Link>
        ))}
      </nav>
      <Panel>
        <LongTable
          list={list}
          heads={[
            { name: text.title, width: '43%' },
            { name: text.unit, width: '21%' },
            { name: text.due, width: '18%' },
            { name: text.state, width: '18%' },
          ]}
          row={feedbackRow}
          none={text.none}
        />
      </Panel>
      {taking ? <TakeDown onClose={() => setTaking(false)} /> : null}
    </>
  );
}

const feedbackRow: RowOf<FeedbackListed> = (feedback, place) => (
  <FeedbackRow feedback={feedback} place={place} />
);

function FeedbackRow({ feedback, place }: { feedback: FeedbackListed; place: RowPlace }) {
  const text = useWords(words);
  const now = useNow();
  const unitName = useUnitName();
  const { id, title, field, unitId, due, awaitsCalendar, receivedAt, status } = feedback;
  const open = status === 'received' || status === 'assigned';
  return (
    <tr {...place}>
      <td>
        <Link to="/feedback/$id" params={{ id }} className={page.titleLink}>
          {title ?? text.unclassified}
        </Link>
        <div className={page.soft}>
          {[text.channels[feedback.channel], field, receivedAt && text.receivedAt(instant(receivedAt))]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
      <td>{unitId ? unitName(unitId) : text.unassigned}</td>
      <td className={tables.narrow}>
        {due ? day(due) : awaitsCalendar ? text.awaits(awaitsCalendar) : '–'}{' '}
        {due && open ? (
          <Badge tone={feedback.overdue ? 'late' : 'plain'}>{howFar(due, now)}</Badge>
        ) : feedback.late ? (
          <Badge tone="late">{text.late}</Badge>
        ) : null}
      </td>
      <td>
        <Row>
          <Badge tone={open ? 'plain' : 'done'}>{text.statuses[status]}</Badge>
          {feedback.reopened ? <Badge tone="soon">{text.reopened}</Badge> : null}
        </Row>
      </td>
    </tr>
  );
}

/** Feedback that somebody gives at the office, taken down in their words. */
function TakeDown({ onClose }: { onClose: () => void }) {
  const text = useWords(words);
  const ui = useWords(uiWords);
  const navigate = useNavigate();
  return (
    <Dialog title={text.takeDown} onClose={onClose}>
      <ActForm
        draft="feedback taken down"
        submit={text.takeDown}
        said={ui.done}
        send={async (fields, key) => {
          const { data } = await feedbackTakeDown({
            headers: { 'Idempotency-Key': key },
            throwOnError: true,
            body: {
              text: textOf(fields, 'text'),
              channel: oneOf(fields, 'channel', ['counter', 'telephone', 'post', 'online']),
              kind: oneOf(fields, 'kind', ['service', 'conduct', 'rules', 'other']),
              ...given(fields, 'name'),
              ...given(fields, 'phone'),
              ...given(fields, 'about'),
            },
          });
          return data.feedbackId;
        }}
        onDone={(id) => {
          onClose();
          void queries.invalidateQueries();
          void navigate({ to: '/feedback/$id', params: { id } });
        }}
        onCancel={onClose}
      >
        <TextArea label={text.fields.words} name="text" required minLength={10} maxLength={5000} />
        <ChoiceField label={text.fields.channel} name="channel" choices={text.channels} />
        <ChoiceField label={text.fields.kind} name="kind" choices={text.kinds} />
        <TextField label={text.fields.name} name="name" maxLength={200} autoComplete="off" />
        <TextField label={text.fields.phone} name="phone" maxLength={30} inputMode="tel" autoComplete="off" />
        <TextField label={text.fields.about} name="about" maxLength={60} autoComplete="off" />
      </ActForm>
    </Dialog>
  );
}
