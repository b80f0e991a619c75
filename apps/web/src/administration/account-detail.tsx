import type { Account } from '#client';
import { accountActsOptions, factorRemovalAskedOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { nameIn, usePosts } from '../organisation/posts';
import { Acts } from '../ui/acts';
import { Chosen } from '../ui/chosen';
import { Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { instant } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { ACCOUNT_ACTS } from './account-acts';
import styles from './administration.module.css';
import { Standing } from './standing';
import { words } from './words';

/** One account: who, with what it is proved, what was asked about it, and what may be done. */
export function AccountDetail({ account }: { account: Account | undefined }) {
  const text = useWords(words);
  if (!account)
    return (
      <Panel>
        <p className={page.soft}>{text.choose}</p>
      </Panel>
    );
  return (
    <Chosen of={account.personId}>
      <Panel title={account.name}>
        <p>
          <Standing account={account} />
        </p>
        <p>
          {account.username}
          {account.posts.length > 0 ? ` · ${account.posts.map(({ title }) => title).join(', ')}` : ''}
        </p>
        {!account.endedAt && account.secondFactor === 'off' ? (
          <p className={page.soft}>{text.noFactor}</p>
        ) : null}
        {account.endedAt ? <p className={page.soft}>{text.endedAt(instant(account.endedAt))}</p> : null}
        <Asked personId={account.personId} />
      </Panel>
      {account.endedAt ? null : <AccountActs account={account} />}
    </Chosen>
  );
}

/** That a second person is waited for. */
function Asked({ personId }: { personId: string }) {
  const text = useWords(words);
  const posts = usePosts();
  const asked = useQuery(factorRemovalAskedOptions({ path: { id: personId } })).data?.asked;
  if (!asked) return null;
  return (
    <div className={styles.asked}>
      <strong>{text.removalAsked(nameIn(posts, asked.askedBy) ?? '–')}</strong>
      <p>{asked.reason}</p>
      <p>{text.until(instant(asked.until))}</p>
    </div>
  );
}

function AccountActs({ account }: { account: Account }) {
  const text = useWords(words);
  const headers = { 'Accept-Language': useLanguage() };
  const { data } = useQuery(accountActsOptions({ path: { id: account.personId }, headers }));
  // Nobody asks for what is not there: without a second factor there is none to lose.
  const acts = (data?.items ?? []).filter(({ act }) => act === 'EndAccount' || account.secondFactor === 'on');
  return <Acts of={{ id: account.personId, account }} acts={acts} forms={ACCOUNT_ACTS} names={text.act} />;
}
