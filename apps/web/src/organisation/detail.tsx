import type { Organigram, Post, Unit } from '#client';
import { organisationActsOptions, organisationTenuresOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Acts, type ActForms } from '../ui/acts';
import { Chosen } from '../ui/chosen';
import { Fact, Panel } from '../ui/layout';
import page from '../ui/page.module.css';
import { day } from '../words/format';
import { useLanguage, useWords } from '../words/language';
import { officeActs } from './office-acts';
import { organisationSearch } from './organisation-search';
import styles from './organisation.module.css';
import { postActs } from './post-acts';
import { UNIT_ACTS } from './unit-acts';
import { words } from './words';

/** The unit or the post that was chosen, else the office itself: what it is, and what may be done about it today. */
export function Detail({ office, past }: { office: Organigram; past: boolean }) {
  const search = useSearch({ from: '/organisation' });
  const post = office.posts.find(({ postId }) => postId === search.post);
  const unit = [...office.units, ...office.endedUnits].find(({ unitId }) => unitId === search.unit);
  return (
    <Chosen of={search.post ?? search.unit}>
      {post ? (
        <PostDetail key={post.postId} post={post} office={office} past={past} />
      ) : unit ? (
        <UnitDetail key={unit.unitId} unit={unit} office={office} past={past} />
      ) : (
        <OfficeDetail office={office} past={past} />
      )}
    </Chosen>
  );
}

interface Of<T extends { id: string }> {
  of: T;
  /** Undefined for the office as a whole. */
  part?: string;
  forms: Readonly<Record<string, ActForms<T>>>;
}

/** Nothing is offered to whom nothing here is open. */
function ActsOn<T extends { id: string }>({ of, part, forms }: Of<T>) {
  const text = useWords(words);
  const headers = { 'Accept-Language': useLanguage() };
  const query = part === undefined ? {} : { query: { of: part } };
  const acts = useQuery(organisationActsOptions({ ...query, headers })).data?.items ?? [];
  const isTheirs = acts.some(({ act, why }) => act in forms && why?.code !== 'not_open_to_role');
  return isTheirs ? <Acts of={of} acts={acts} forms={forms} names={text.act} /> : null;
}

function PostDetail({ post, office, past }: { post: Post; office: Organigram; past: boolean }) {
  const text = useWords(words);
  const above = office.posts.find(({ postId }) => postId === post.above);
  const unit = office.units.find(({ unitId }) => unitId === post.unitId);
  return (
    <>
      <Panel title={post.title}>
        <dl className={page.factList}>
          <Fact name={text.holder}>{post.holder?.name ?? (post.external ? text.external : text.vacant)}</Fact>
          {post.substitute ? <Fact name={text.substitute}>{post.substitute.name}</Fact> : null}
          <Fact name={text.unit}>{unit ? <UnitLink unit={unit} /> : '–'}</Fact>
          {above ? (
            <Fact name={text.above}>
              <PostLink post={above} />
            </Fact>
          ) : null}
          {post.kind ? <Fact name={text.kind}>{text.postKinds[post.kind]}</Fact> : null}
          {post.field ? <Fact name={text.field}>{post.field}</Fact> : null}
        </dl>
        <Tenures postId={post.postId} />
      </Panel>
      {past ? null : (
        <ActsOn of={{ id: post.postId, post, office }} part={post.postId} forms={postActs(post)} />
      )}
    </>
  );
}

function Tenures({ postId }: { postId: string }) {
  const text = useWords(words);
  const { data } = useQuery(organisationTenuresOptions({ path: { id: postId } }));
  if (!data || data.items.length === 0) return null;
  return (
    <>
      <h3>{text.tenures}</h3>
      <ul className={styles.tenures}>
        {data.items.map(({ personId, name, as, since, lastDay }) => (
          <li key={`${personId} ${as} ${since}`}>
            <strong>{name ?? '–'}</strong>
            {as === 'substitute' ? ` (${text.asSubstitute})` : ''}
            <div className={page.soft}>{text.fromTo(day(since), lastDay ? day(lastDay) : null)}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

function UnitDetail({ unit, office, past }: { unit: Unit; office: Organigram; past: boolean }) {
  const text = useWords(words);
  const head = office.posts.find(({ postId }) => postId === unit.headPostId);
  const parent = office.units.find(({ unitId }) => unitId === unit.parentUnitId);
  const heir = office.units.find(({ unitId }) => unitId === unit.endedBy);
  return (
    <>
      <Panel title={unit.name}>
        <dl className={page.factList}>
          {unit.kind ? <Fact name={text.kind}>{text.unitKinds[unit.kind]}</Fact> : null}
          {head ? (
            <Fact name={text.head}>
              <PostLink post={head} />
            </Fact>
          ) : null}
          {parent ? (
            <Fact name={text.partOf}>
              <UnitLink unit={parent} />
            </Fact>
          ) : null}
          {heir ? (
            <Fact name={text.endedBy}>
              <UnitLink unit={heir} />
            </Fact>
          ) : null}
        </dl>
      </Panel>
      {past || unit.endedBy !== undefined ? null : (
        <ActsOn of={{ id: unit.unitId, unit, office }} part={unit.unitId} forms={UNIT_ACTS} />
      )}
    </>
  );
}

function OfficeDetail({ office, past }: { office: Organigram; past: boolean }) {
  const text = useWords(words);
  return (
    <>
      {past ? null : <ActsOn of={{ id: 'office', office }} forms={officeActs(office)} />}
      <Panel title={text.whole}>
        <p className={page.soft}>{text.choose}</p>
        {office.authorities.length > 0 ? (
          <dl className={page.factList}>
            <Fact name={text.authorities}>{office.authorities.join(', ')}</Fact>
          </dl>
        ) : null}
        {office.endedUnits.length > 0 ? (
          <>
            <h3>{text.endedUnits}</h3>
            <ul className={styles.tenures}>
              {office.endedUnits.map((unit) => (
                <li key={unit.unitId}>
                  <UnitLink unit={unit} />
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Panel>
    </>
  );
}

const PostLink = ({ post: { postId, title } }: { post: Post }) => (
  <Link
    to="/organisation"
    search={(now) => organisationSearch({ ...now, post: postId, unit: undefined })}
    resetScroll={false}
  >
    {title}
  </Link>
);

const UnitLink = ({ unit: { unitId, name } }: { unit: Unit }) => (
  <Link
    to="/organisation"
    search={(now) => organisationSearch({ ...now, unit: unitId, post: undefined })}
    resetScroll={false}
  >
    {name}
  </Link>
);
