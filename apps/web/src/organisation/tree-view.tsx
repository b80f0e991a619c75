import type { Organigram, Post } from '#client';
import { Link } from '@tanstack/react-router';
import { Badge } from '../ui/badge';
import page from '../ui/page.module.css';
import { useWords } from '../words/language';
import { Marks } from './changed';
import type { Difference } from './differences';
import { organisationSearch } from './organisation-search';
import styles from './organisation.module.css';
import { postsOutside, treeOf, type Branch } from './tree';
import { words } from './words';

/** Beside each unit and post stands what of it became another. */
interface Marked {
  differences: readonly Difference[];
}

/** The office from its top down: units, their posts, and who acts in each. */
export function Tree({ office, differences }: { office: Organigram } & Marked) {
  const text = useWords(words);
  const outside = postsOutside(office);
  return (
    <>
      <Branches branches={treeOf(office)} posts={office.posts} differences={differences} />
      {outside.length > 0 ? (
        <>
          <h3>{text.outside}</h3>
          <Posts posts={outside} differences={differences} />
        </>
      ) : null}
    </>
  );
}

/** `posts`: all of the office, among which are those that head a unit from another one. */
function Branches({
  branches,
  posts: all,
  differences,
}: { branches: readonly Branch[]; posts: readonly Post[] } & Marked) {
  const headElsewhere = ({ unit, posts }: Branch) =>
    posts.some(({ postId }) => postId === unit.headPostId)
      ? undefined
      : all.find(({ postId }) => postId === unit.headPostId);
  return (
    <ul className={styles.tree}>
      {branches.map((branch) => (
        <li key={branch.unit.unitId}>
          <BranchHead branch={branch} head={headElsewhere(branch)} differences={differences} />
          {branch.posts.length > 0 ? (
            <Posts posts={branch.posts} headPostId={branch.unit.headPostId} differences={differences} />
          ) : null}
          {branch.parts.length > 0 ? (
            <Branches branches={branch.parts} posts={all} differences={differences} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function BranchHead({
  branch: { unit },
  head,
  differences,
}: { branch: Branch; head: Post | undefined } & Marked) {
  const text = useWords(words);
  return (
    <div className={styles.unit}>
      <Link
        to="/organisation"
        search={(now) => organisationSearch({ ...now, unit: unit.unitId, post: undefined })}
        resetScroll={false}
      >
        {unit.name}
      </Link>
      <span className={page.soft}>
        {[
          unit.kind && text.unitKinds[unit.kind],
          head && text.headedBy([head.title, head.holder?.name].filter(Boolean).join(', ')),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Marks of={unit.unitId} differences={differences} />
    </div>
  );
}

function Posts({ posts, headPostId, differences }: { posts: readonly Post[]; headPostId?: string } & Marked) {
  const text = useWords(words);
  return (
    <ul className={styles.posts}>
      {posts.map((post) => (
        <li key={post.postId}>
          <Link
            to="/organisation"
            search={(now) => organisationSearch({ ...now, post: post.postId, unit: undefined })}
            resetScroll={false}
          >
            {post.title}
          </Link>
          <span className={styles.who}>
            {post.holder?.name ?? ''}
            {post.substitute ? (
              <Badge tone="wait">{text.substitutedBy(post.substitute.name ?? '–')}</Badge>
            ) : null}
            {post.vacant ? <Badge tone="late">{text.vacant}</Badge> : null}
            {post.external ? <Badge>{text.external}</Badge> : null}
            <Marks of={post.postId} differences={differences} />
            {post.postId === headPostId && posts.length > 1 ? <Badge tone="done">{text.heads}</Badge> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
