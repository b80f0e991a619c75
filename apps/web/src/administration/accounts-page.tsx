import { accountPage, type Account } from '#client';
import { Link, useSearch } from '@tanstack/react-router';
import { useEndless } from '../app/endless';
import { useMe } from '../app/me';
import { Panel } from '../ui/layout';
import { More } from '../ui/more';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { instant } from '../words/format';
import { useWords } from '../words/language';
import { AccountDetail } from './account-detail';
import { AdministrationWays } from './administration-ways';
import { NewAccount } from './new-account';
import { Standing } from './standing';
import { words } from './words';

const LISTED = 100;

/** Who may sign in, with what, and what may be done about it. */
export function AccountsPage() {
  const text = useWords(words);
  const { person } = useSearch({ from: '/administration' });
  const { acts } = useMe();
  const list = useEndless('accountPage', {}, (cursor, signal) =>
    accountPage({ query: { ...cursor, limit: LISTED }, signal, throwOnError: true }),
  );
  const chosen = list.items.find(({ personId }) => personId === person);
  return (
    <>
      <header className={page.head}>
        <h1>{text.accounts}</h1>
        {acts.includes('OpenAccount') ? <NewAccount /> : null}
      </header>
      <AdministrationWays />
      <div className={page.columns}>
        <Panel>
          {list.items.length > 0 ? <AccountTable items={list.items} /> : null}
          <More list={list} none={text.none} />
        </Panel>
        <div className={`${page.column} ${page.kept} ${person === undefined ? '' : page.beside}`}>
          <AccountDetail account={chosen} />
        </div>
      </div>
    </>
  );
}

function AccountTable({ items }: { items: readonly Account[] }) {
  const text = useWords(words);
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.person}</th>
          <th scope="col">{text.posts}</th>
          <th scope="col">{text.standing}</th>
          <th scope="col">{text.lastSeen}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((account) => (
          <tr key={account.personId}>
            <td>
              <Link
                to="/administration"
                search={{ person: account.personId }}
                className={page.titleLink}
                resetScroll={false}
              >
                {account.name}
              </Link>
              <div className={page.soft}>{account.username}</div>
            </td>
            <td>{account.posts.map(({ title }) => title).join(', ') || text.noPost}</td>
            <td>
              <Standing account={account} />
            </td>
            <td className={tables.narrow}>
              {account.lastSeenAt ? instant(account.lastSeenAt) : text.notNow}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
