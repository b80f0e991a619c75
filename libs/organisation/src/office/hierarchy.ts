import type { Office, Post, Role, Unit } from './office.js';

/** The posts above a post, nearest first. */
export function chainAbove(office: Office, postId: string): Post[] {
  const chain: Post[] = [];
  let post = office.posts.get(postId);
  while (post?.above && !chain.some(({ postId: seen }) => seen === post?.above)) {
    post = office.posts.get(post.above);
    if (post) chain.push(post);
  }
  return chain;
}

/** The posts a person holds. */
export const postsOf = (office: Office, personId: string): Post[] =>
  [...office.posts.values()].filter(({ postId }) => office.holders.get(postId) === personId);

export const hasRole = (office: Office, personId: string, ...roles: Role[]): boolean =>
  postsOf(office, personId).some((post) => post.roles.some((role) => roles.includes(role)));

export const holds = (office: Office, personId: string, postId: string): boolean =>
  office.holders.get(postId) === personId;

/** Whether a person stands above a post in the tree; nobody stands above themselves. */
export const standsAbove = (office: Office, personId: string, postId: string): boolean =>
  !holds(office, personId, postId) &&
  chainAbove(office, postId).some((post) => holds(office, personId, post.postId));

/** An external post counts as filled: the other body sees to it. */
export const isFilled = (office: Office, post: Post): boolean =>
  post.external || office.holders.has(post.postId);

export const unitNamed = (office: Office, name: string): Unit | undefined =>
  [...office.units.values()].find((unit) => unit.name === name);
