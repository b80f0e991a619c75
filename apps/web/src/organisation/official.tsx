import { nameIn, usePosts } from './posts';
import page from '../ui/page.module.css';

/** An official by name, with the post in which they act. */
export function Official({ personId, postId }: { personId: string | null; postId: string | null }) {
  const posts = usePosts();
  const title = posts.find((post) => post.postId === postId)?.title;
  const name = nameIn(posts, personId);
  return (
    <>
      {name ?? title ?? '–'}
      {name && title ? <div className={page.soft}>{title}</div> : null}
    </>
  );
}
