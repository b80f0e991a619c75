import { registersCorrect, registersWithdraw, type RegisterEntry, type RegisterKind } from '#client';
import { registersActsOptions, registersKindsOptions, registersOneOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { problemOf } from '../app/problem';
import { nameIn, usePosts } from '../organisation/posts';
import { useUnitName } from '../organisation/units';
import { Timeline } from '../trail/timeline';
import { Acts, type ActForms } from '../ui/acts';
import { Badge } from '../ui/badge';
import { given, textOf, under } from '../ui/fields';
import { Empty, Fact, Panel, Row } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { ReasonField } from '../ui/reason-field';
import { day, instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { attendeesIn } from './attendees';
import { EntryFields } from './entry-fields';
import { factsIn, factsSaid } from './facts';
import { words } from './words';

/** An entry with the register that it stands in. */
type Kept = RegisterEntry & { of: RegisterKind };

/** What was entered, by whom, and what became of it. */
export function EntryPage() {
  const { id } = useParams({ from: '/registers/$id' });
  const language = useLanguage();
  const text = useWords(words);
  const { data: entry, error } = useQuery(registersOneOptions({ path: { id } }));
  const kinds = useQuery(registersKindsOptions()).data?.items;
  const headers = { 'Accept-Language': language };
  const acts = useQuery(registersActsOptions({ path: { id }, headers })).data?.items ?? [];
  if (error) return <Notice problem={problemOf(error, language)} />;
  const of = kinds?.find(({ kind }) => kind === entry?.kind);
  if (!entry || !of) return <Empty>…</Empty>;
  return (
    <>
      <Head entry={{ ...entry, of }} />
      <div className={page.columns}>
        <div className={page.column}>
          <Said entry={{ ...entry, of }} />
          <Timeline subject={id} />
        </div>
        <div className={`${page.column} ${page.beside}`}>
          <Acts of={{ ...entry, of }} acts={acts} forms={ENTRY_ACTS} names={text.act} />
        </div>
      </div>
    </>
  );
}

function Head({ entry: { of, title, status, corrected } }: { entry: Kept }) {
  const text = useWords(words);
  const language = useLanguage();
  return (
    <header className={page.column}>
      <div className={page.crumb}>
        <Link to="/registers" search={{ kind: of.kind }}>
          {of.title[language]}
        </Link>
      </div>
      <h1>{title}</h1>
      <Row>
        <Badge tone={status === 'entered' ? 'done' : 'plain'}>{text[status]}</Badge>
        {corrected === null ? null : <Badge tone="wait">{text.corrected}</Badge>}
      </Row>
    </header>
  );
}

function Said({ entry }: { entry: Kept }) {
  const text = useWords(words);
  const language = useLanguage();
  const unitName = useUnitName();
  const posts = usePosts();
  const { of, facts, unitId, taskId, officials, note, by, enteredAt, withdrawn, corrected } = entry;
  return (
    <Panel title={text.said}>
      <dl className={page.factList}>
        <Fact name={text.day}>{day(entry.day)}</Fact>
        {factsSaid(of, facts, language).map(({ name, label, said }) => (
          <Fact key={name} name={label}>
            {said}
          </Fact>
        ))}
        {unitId === null ? null : <Fact name={text.unit}>{unitName(unitId)}</Fact>}
        {officials?.length ? (
          <Fact name={text.attendees}>
            {officials.map((one) => nameIn(posts, one) ?? text.left).join(', ')}
          </Fact>
        ) : null}
        {note === null ? null : <Fact name={text.note}>{note}</Fact>}
        <Fact name={text.by}>
          {by ?? '–'}
          <div className={page.soft}>{instant(enteredAt)}</div>
        </Fact>
        {(withdrawn ?? corrected) === null ? null : <Fact name={text.why}>{withdrawn ?? corrected}</Fact>}
      </dl>
      <div className={page.ways}>
        {facts.link === undefined ? null : (
          <a href={facts.link} rel="noreferrer noopener" target="_blank">
            {text.link}
          </a>
        )}
        {taskId === null ? null : (
          <Link to="/tasks/$id" params={{ id: taskId }}>
            {text.task}
          </Link>
        )}
      </div>
    </Panel>
  );
}

const ENTRY_ACTS: Readonly<Record<string, ActForms<Kept>>> = {
  CorrectRegisterEntry: {
    ends: true,
    Fields: ({ of: entry }) => (
      <>
        <EntryFields kind={entry.of} before={entry} />
        <ReasonField max={1000} />
      </>
    ),
    send: (id, fields, key, entry) =>
      registersCorrect({
        ...under(id, key),
        body: {
          day: textOf(fields, 'day'),
          title: textOf(fields, 'title'),
          reason: textOf(fields, 'reason'),
          ...given(fields, 'taskId'),
          ...given(fields, 'note'),
          ...factsIn(entry.of, fields),
          ...(entry.of.attended ? { officials: attendeesIn(fields) } : {}),
        },
      }),
  },
  WithdrawRegisterEntry: {
    ends: true,
    Fields: () => <ReasonField max={1000} />,
    send: (id, fields, key) =>
      registersWithdraw({ ...under(id, key), body: { reason: textOf(fields, 'reason') } }),
  },
};
