import { dossiersAccept, dossiersList, type DossierListed } from '#client';
import { proceduresInForceOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useEndless, type Endless } from '../app/endless';
import { useMe } from '../app/me';
import { Official } from '../organisation/official';
import { Badge } from '../ui/badge';
import { Bulk, useChosen } from '../ui/bulk';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { textOf, under } from '../ui/fields';
import { Panel, Row } from '../ui/layout';
import { LongTable, type RowOf, type RowPlace } from '../ui/long-table';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { instant } from '../words/format';
import { useWords } from '../words/language';
import { Appointment } from './appointment';
import { TONE_OF } from './dossier';
import { QUEUES, dossierSearch, queryOf, type DossierSearch, type Queue } from './dossier-search';
import { words } from './words';

const LISTED = 100;

/** Where somebody begins who does not say which queue: with what they hold, or with all where they hold nothing. */
function useQueue({ queue }: DossierSearch): Queue {
  const { acts, atDesk } = useMe();
  // Whoever sits at the desk answers for all that runs, not for what they hold.
  return queue ?? (acts.includes('AcceptStep') && !atDesk ? 'mine' : 'open');
}

/** Dossiers as they wait for somebody: what is looked for stands in the address. */
export function DossiersPage() {
  const text = useWords(words);
  const search = useSearch({ from: '/dossiers' });
  const queue = useQueue(search);
  const { atDesk } = useMe();
  const query = queryOf(search, queue);
  const list = useEndless('dossiersList', query, (cursor, signal) =>
    dossiersList({ query: { ...query, ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  return (
    <>
      <div className={page.head}>
        <h1>{text.dossiers}</h1>
        {atDesk ? <Link to="/dossiers/post">{text.postFile}</Link> : null}
        <Filters search={search} />
      </div>
      <nav className={page.queues} aria-label={text.queue}>
        {QUEUES.map((one) => (
          <Link
            key={one}
            to="/dossiers"
            search={dossierSearch({ queue: one, procedure: search.procedure })}
            {...(one === queue && search.code === undefined ? { 'aria-current': 'page' } : {})}
            activeProps={{}}
          >
            {text.queues[one]}
          </Link>
        ))}
      </nav>
      <Panel>
        {queue === 'offered' && search.code === undefined ? (
          <Offered list={list} />
        ) : (
          <DossierTable list={list} />
        )}
      </Panel>
    </>
  );
}

function Filters({ search }: { search: DossierSearch }) {
  const text = useWords(words);
  const navigate = useNavigate({ from: '/dossiers' });
  const procedures = useQuery(proceduresInForceOptions()).data?.items ?? [];
  const look = (next: Record<string, unknown>) =>
    void navigate({ search: dossierSearch({ ...search, ...next }), replace: true });
  function find(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    look({ code: textOf(new FormData(event.currentTarget), 'code') });
  }
  return (
    <div className={page.filters}>
      <SelectField
        label={text.procedure}
        value={search.procedure ?? ''}
        onChange={({ target }) => look({ procedure: target.value })}
      >
        <option value="">{text.anyProcedure}</option>
        {procedures.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <form role="search" onSubmit={find} className={page.filters} key={search.code ?? ''}>
        <TextField
          label={text.search}
          hint={text.searchHint}
          name="code"
          type="search"
          maxLength={60}
          autoComplete="off"
          defaultValue={search.code}
        />
        <Button type="submit">{text.find}</Button>
        {search.code === undefined ? null : (
          <Button look="quiet" onClick={() => look({ code: '' })}>
            {text.clear}
          </Button>
        )}
      </form>
    </div>
  );
}

/** What was handed over to somebody, to be taken on together. */
function Offered({ list }: { list: Listed }) {
  const text = useWords(words);
  const chosen = useChosen();
  return (
    <>
      {list.items.length > 0 ? (
        <Bulk
          name={text.acceptMany}
          items={list.items.map(({ id, code }) => ({ id, name: code ?? text.noCode }))}
          chosen={chosen}
          send={(id, key) => dossiersAccept(under(id, key))}
        />
      ) : null}
      <DossierTable list={list} chosen={chosen} />
    </>
  );
}

type Listed = Endless<DossierListed>;
type Chosen = ReturnType<typeof useChosen>;

const dossierRow: RowOf<DossierListed> = (dossier, place) => <DossierRow dossier={dossier} place={place} />;

function DossierTable({ list, chosen }: { list: Listed; chosen?: Chosen }) {
  const text = useWords(words);
  return (
    <LongTable
      list={list}
      heads={[
        ...(chosen
          ? [{ name: <span className="visually-hidden">{text.choose}</span>, width: '3.5rem' }]
          : []),
        { name: text.code, width: '24%' },
        { name: text.procedure, width: '31%' },
        { name: text.stepAndHolder, width: '25%' },
        { name: text.appointment, width: '20%' },
      ]}
      row={
        chosen
          ? (dossier, place) => <DossierRow dossier={dossier} place={place} chosen={chosen} />
          : dossierRow
      }
      none={text.none}
    />
  );
}

interface OfRow {
  dossier: DossierListed;
  place: RowPlace;
  chosen?: Chosen;
}

function DossierRow({ dossier, place, chosen }: OfRow) {
  const text = useWords(words);
  const { code, procedure, holder, receivedAt, submittedAt, status } = dossier;
  return (
    <tr {...place}>
      {chosen ? (
        <td className={tables.narrow}>
          <input
            type="checkbox"
            className={tables.pick}
            aria-label={text.chooseOne(code ?? text.noCode)}
            checked={chosen.ids.has(dossier.id)}
            onChange={() => chosen.toggle(dossier.id)}
          />
        </td>
      ) : null}
      <td>
        <Link to="/dossiers/$id" params={{ id: dossier.id }} className={page.titleLink}>
          {code ?? text.noCode}
        </Link>
        <div className={page.soft}>
          {receivedAt
            ? text.receivedAt(instant(receivedAt))
            : submittedAt
              ? text.submittedAt(instant(submittedAt))
              : ''}
        </div>
      </td>
      <td>
        {procedure.name}
        <div className={page.soft}>{procedure.field}</div>
      </td>
      <td>
        <Row>
          <Badge tone={TONE_OF[status]}>{text.statuses[status]}</Badge>
          {dossier.apology === 'owed' ? <Badge tone="late">{text.apologyOwed}</Badge> : null}
          {dossier.offeredTo ? <Badge tone="wait">{text.offered}</Badge> : null}
        </Row>
        <div className={page.soft}>
          {dossier.stepName}
          {dossier.stepName && holder.personId ? ' · ' : ''}
          {holder.personId ? <Official personId={holder.personId} postId={null} /> : null}
        </div>
      </td>
      <td>{receivedAt ? <Appointment {...dossier} /> : '–'}</td>
    </tr>
  );
}
