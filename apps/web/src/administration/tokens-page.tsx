import { accountRevoke, type ApiToken } from '#client';
import { accountListOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useNow } from '../app/clock';
import { useMe } from '../app/me';
import { problemOf } from '../app/problem';
import { useActNames } from '../organisation/act-names';
import { nameIn, usePosts } from '../organisation/posts';
import { ActButton } from '../ui/act-button';
import { Badge } from '../ui/badge';
import { textOf, under } from '../ui/fields';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import tables from '../ui/table.module.css';
import { ReasonField } from '../ui/reason-field';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { AdministrationWays } from './administration-ways';
import { NewToken } from './new-token';
import { words } from './words';

/** Which systems act here, in whose name, in what, until when. */
export function TokensPage() {
  const text = useWords(words);
  const language = useLanguage();
  const { acts } = useMe();
  const { data, error } = useQuery(accountListOptions());
  return (
    <>
      <header className={page.head}>
        <h1>{text.tokens}</h1>
        {acts.includes('IssueApiToken') ? <NewToken /> : null}
      </header>
      <AdministrationWays />
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      <Panel>
        {data?.items.length === 0 ? <Empty>{text.noTokens}</Empty> : null}
        {data && data.items.length > 0 ? <TokenTable items={data.items} /> : null}
      </Panel>
    </>
  );
}

function TokenTable({ items }: { items: readonly ApiToken[] }) {
  const text = useWords(words);
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{text.system}</th>
          <th scope="col">{text.scopes}</th>
          <th scope="col">{text.expires}</th>
          <th scope="col">
            <span className="visually-hidden">{text.revoke}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </tbody>
    </table>
  );
}

function TokenRow({ token }: { token: ApiToken }) {
  const text = useWords(words);
  const posts = usePosts();
  const nameOf = useActNames();
  const now = useNow();
  const { id, name, personId, scopes, expiresAt, revokedAt, lastUsedAt } = token;
  const isOver = new Date(expiresAt) <= now;
  return (
    <tr>
      <td>
        <strong>{name}</strong>
        <div className={page.soft}>{text.inNameOf(nameIn(posts, personId) ?? '–')}</div>
      </td>
      <td>{scopes.map((scope) => (scope === 'read' ? text.readOnly : nameOf(scope))).join('; ')}</td>
      <td>
        {instant(expiresAt)}
        <div className={page.soft}>{lastUsedAt ? text.usedAt(instant(lastUsedAt)) : text.unused}</div>
      </td>
      <td>
        {revokedAt ? (
          <Badge tone="late">{text.revoked}</Badge>
        ) : isOver ? (
          <Badge>{text.over}</Badge>
        ) : (
          <ActButton
            name={text.revoke}
            of={name}
            draft={`${id} RevokeApiToken`}
            send={(fields, key) =>
              accountRevoke({ ...under(id, key), body: { reason: textOf(fields, 'reason') } })
            }
          >
            <ReasonField max={1000} />
          </ActButton>
        )}
      </td>
    </tr>
  );
}
