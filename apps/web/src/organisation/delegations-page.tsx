import { organisationRevoke, type Delegation } from '#client';
import { organisationActsOptions, organisationDelegationsOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { useNow } from '../app/clock';
import { useMe } from '../app/me';
import { problemOf } from '../app/problem';
import { ActButton } from '../ui/act-button';
import { Badge } from '../ui/badge';
import { textOf, under } from '../ui/fields';
import { Empty, Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import page from '../ui/page.module.css';
import { ReasonField } from '../ui/reason-field';
import { day, isoDay } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { useActNames } from './act-names';
import { STANDING_TONES, standingOf } from './delegation';
import { delegationWords } from './delegation-words';
import { GiveDelegation } from './give-delegation';
import { OfficeWays } from './office-ways';
import styles from './organisation.module.css';

/** Who acts for whom, in what, until when; what was lent by me I take back. */
export function DelegationsPage() {
  const text = useWords(delegationWords);
  const language = useLanguage();
  const { id: me } = useMe();
  const today = isoDay(useNow());
  const { data, error } = useQuery(organisationDelegationsOptions());
  const all = data?.items ?? [];
  const open = all.filter((one) => ['running', 'coming'].includes(standingOf(one, today)));
  const groups = [
    { title: text.given, items: open.filter(({ from }) => from === me) },
    { title: text.received, items: open.filter(({ to }) => to === me) },
    { title: text.others, items: open.filter(({ from, to }) => from !== me && to !== me) },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      <header className={page.head}>
        <h1>{text.title}</h1>
        <Give />
      </header>
      <OfficeWays />
      {error ? <Notice problem={problemOf(error, language)} /> : null}
      {data && groups.length === 0 ? (
        <Panel>
          <Empty>{text.none}</Empty>
        </Panel>
      ) : null}
      {groups.map(({ title, items }) => (
        <Panel key={title} title={title}>
          <Delegations items={items} today={today} />
        </Panel>
      ))}
      <Past items={all.filter((one) => !open.includes(one))} today={today} />
    </>
  );
}

function Give() {
  const headers = { 'Accept-Language': useLanguage() };
  const acts = useQuery(organisationActsOptions({ headers })).data?.items ?? [];
  const give = acts.find(({ act }) => act === 'GiveDelegation');
  if (give?.may) return <GiveDelegation />;
  return give?.why && give.why.code !== 'not_open_to_role' ? (
    <p className={page.soft}>{give.why.title}</p>
  ) : null;
}

function Past({ items, today }: { items: readonly Delegation[]; today: string }) {
  const text = useWords(delegationWords);
  if (items.length === 0) return null;
  return (
    <details>
      <summary>
        {text.past} ({items.length})
      </summary>
      <Panel>
        <Delegations items={items} today={today} />
      </Panel>
    </details>
  );
}

const Delegations = ({ items, today }: { items: readonly Delegation[]; today: string }) => (
  <ul className={styles.givens}>
    {items.map((one) => (
      <DelegationItem key={one.delegationId} delegation={one} today={today} />
    ))}
  </ul>
);

function DelegationItem({ delegation, today }: { delegation: Delegation; today: string }) {
  const text = useWords(delegationWords);
  const nameOf = useActNames();
  const { delegationId, fromName, toName, acts, areas, subjects, fromDay, toDay, document } = delegation;
  const standing = standingOf(delegation, today);
  const scope = [
    acts.length === 0 ? text.allActs : acts.map(nameOf).join('; '),
    ...(areas.length > 0 ? [text.inAreas(areas.join(', '))] : []),
    ...(subjects.length > 0 ? [text.onSubjects(subjects.length)] : []),
  ].join(' · ');
  return (
    <li className={styles.given}>
      <div className={styles.what}>
        <strong>{text.fromTo(fromName ?? '–', toName ?? '–')}</strong>
        <p>{scope}</p>
        <p>
          <Badge tone={STANDING_TONES[standing]}>{text.standings[standing]}</Badge>{' '}
          {text.days(day(fromDay), day(toDay))}
        </p>
        <p className={page.soft}>{document}</p>
      </div>
      {standing === 'running' || standing === 'coming' ? (
        <Revoke id={delegationId} about={toName ?? ''} />
      ) : null}
    </li>
  );
}

function Revoke({ id, about }: { id: string; about: string }) {
  const text = useWords(delegationWords);
  const headers = { 'Accept-Language': useLanguage() };
  const acts = useQuery(organisationActsOptions({ query: { of: id }, headers })).data?.items ?? [];
  if (!acts.some(({ act, may }) => act === 'RevokeDelegation' && may)) return null;
  return (
    <ActButton
      name={text.revoke}
      of={about}
      draft={`${id} RevokeDelegation`}
      send={(fields, key) =>
        organisationRevoke({ ...under(id, key), body: { reason: textOf(fields, 'reason') } })
      }
    >
      <p>{text.revokeWhat}</p>
      <ReasonField max={1000} />
    </ActButton>
  );
}
