import { proceduresListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useNow } from '../app/clock';
import { problemOf } from '../app/problem';
import { OfficeWays } from '../organisation/office-ways';
import { Badge, type Tone } from '../ui/badge';
import { SelectField, TextField } from '../ui/field';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { isoDay } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { cataloguedOn, found, type Catalogued } from './catalogue';
import { ImportProcedures } from './import-procedures';
import { ProcedureDetail } from './procedure-detail';
import { STANDINGS, procedureSearch, type ProcedureSearch, type ProcedureStanding } from './procedure-search';
import { useFeeSaid, useTimeSaid } from './time-said';
import { words } from './words';

/** What may be applied for here, how long it takes, what it costs; since when, by which law. */
export function ProceduresPage() {
  const text = useWords(words);
  const language = useLanguage();
  const today = isoDay(useNow());
  const search = useSearch({ from: '/organisation/procedures' });
  const { data, error } = useQuery(proceduresListOptions());
  const all = cataloguedOn(data?.items ?? [], today);
  const shown = found(all, search);
  return (
    <>
      <header className={page.head}>
        <h1>{text.title}</h1>
        <ImportProcedures />
      </header>
      <OfficeWays />
      <Filters search={search} />
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      <div className={page.columns}>
        <Panel>
          {shown.length > 0 ? <ProcedureTable items={shown} search={search} /> : null}
          {shown.length === 0 ? <Empty>{data ? text.none : '…'}</Empty> : null}
        </Panel>
        <div className={`${page.column} ${page.kept} ${search.code === undefined ? '' : page.beside}`}>
          <ProcedureDetail procedure={all.find(({ code }) => code === search.code)} today={today} />
        </div>
      </div>
    </>
  );
}

function Filters({ search }: { search: ProcedureSearch }) {
  const text = useWords(words);
  const navigate = useNavigate({ from: '/organisation/procedures' });
  const look = (next: Record<string, unknown>) =>
    void navigate({ search: procedureSearch({ ...search, ...next }), replace: true, resetScroll: false });
  return (
    <div className={page.filters} role="search">
      <TextField
        label={text.find}
        hint={text.findHint}
        name="find"
        type="search"
        defaultValue={search.find}
        maxLength={100}
        onChange={({ target }) => look({ find: target.value })}
      />
      <SelectField
        label={text.standing}
        value={search.standing ?? ''}
        onChange={({ target }) => look({ standing: target.value })}
      >
        <option value="">{text.all}</option>
        {STANDINGS.map((one) => (
          <option key={one} value={one}>
            {text.standings[one]}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

const TONES: Readonly<Record<ProcedureStanding, Tone>> = { in_force: 'done', to_come: 'wait', over: 'plain' };

function ProcedureTable({ items, search }: { items: readonly Catalogued[]; search: ProcedureSearch }) {
  const text = useWords(words);
  const timeSaid = useTimeSaid();
  const feeSaid = useFeeSaid();
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.procedure}</th>
          <th scope="col">{text.time}</th>
          <th scope="col">{text.fee}</th>
          <th scope="col">{text.standing}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ code, shown, standing }) => (
          <tr key={code}>
            <td>
              <Link
                to="/organisation/procedures"
                search={{ ...search, code }}
                className={page.titleLink}
                resetScroll={false}
              >
                {shown.name}
              </Link>
              <div className={page.soft}>
                {code} · {shown.field}
              </div>
            </td>
            <td className={tables.narrow}>{timeSaid(shown.time)}</td>
            <td className={tables.narrow}>{feeSaid(shown.fee)}</td>
            <td>
              <Badge tone={TONES[standing]}>{text.standings[standing]}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
