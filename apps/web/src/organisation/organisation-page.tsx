import type { Organigram } from '#client';
import { organisationShowOptions } from '#client/queries';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { problemOf } from '../app/problem';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { day } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { ChangedOn, useDifferences } from './changed';
import { Detail } from './detail';
import { OfficeWays } from './office-ways';
import { Tree } from './tree-view';
import { When } from './when';
import { words } from './words';

/** Who is where in the office, on any day; what may be done about it. */
export function OrganisationPage() {
  const text = useWords(words);
  const language = useLanguage();
  const { on } = useSearch({ from: '/organisation' });
  const { data: office, error } = useQuery({
    ...organisationShowOptions(on === undefined ? undefined : { query: { on } }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <header className={page.head}>
        <div>
          <h1>{office?.name ?? text.ways.organisation}</h1>
          {office ? <p className={page.soft}>{text.under(office.superior)}</p> : null}
        </div>
        {office ? <Counts office={office} /> : null}
      </header>
      <OfficeWays />
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {office ? <Standing office={office} on={on} /> : error ? null : <Empty>…</Empty>}
    </>
  );
}

function Standing({ office, on }: { office: Organigram; on: string | undefined }) {
  const text = useWords(words);
  const { unit, post } = useSearch({ from: '/organisation' });
  // On a narrow window what was chosen stands above the tree, and the office as a whole below it.
  const isChosen = unit !== undefined || post !== undefined;
  const differences = useDifferences(office);
  return (
    <>
      <When office={office} on={on} />
      {on === undefined ? null : <p className={page.past}>{text.asOf(day(on))}</p>}
      {office.successor ? <p className={page.past}>{text.endedInto(office.successor.name)}</p> : null}
      <div className={page.columns}>
        <div className={page.column}>
          <ChangedOn on={office.day} differences={differences} />
          <Panel title={text.tree}>
            <Tree office={office} differences={differences} />
          </Panel>
        </div>
        <div className={`${page.column} ${isChosen ? page.beside : ''} ${page.kept}`}>
          <Detail office={office} past={on !== undefined} />
        </div>
      </div>
    </>
  );
}

function Counts({ office: { units, posts } }: { office: Organigram }) {
  const text = useWords(words);
  const own = posts.filter(({ external }) => !external);
  const vacant = own.filter((post) => post.vacant).length;
  return (
    <dl className={page.facts}>
      <div>
        <dt>{text.units}</dt>
        <dd>{units.length}</dd>
      </div>
      <div>
        <dt>{text.posts}</dt>
        <dd>{own.length}</dd>
      </div>
      <div>
        <dt>{text.vacantPosts}</dt>
        <dd>{vacant}</dd>
      </div>
    </dl>
  );
}
