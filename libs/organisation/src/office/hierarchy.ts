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

/** The roles of each person, gathered once for an office as it stands: every request asks. */
const rolesIn = new WeakMap<Office, Map<string, Set<Role>>>();

function gatherRoles(office: Office): Map<string, Set<Role>> {
  const roles = new Map<string, Set<Role>>();
  for (const [postId, personId] of office.holders) {
    const own = roles.get(personId) ?? new Set<Role>();
    for (const role of office.posts.get(postId)?.roles ?? []) own.add(role);
    roles.set(personId, own);
  }
  rolesIn.set(office, roles);
  return roles;
}

export function hasRole(office: Office, personId: string, ...roles: Role[]): boolean {
  const own = (rolesIn.get(office) ?? gatherRoles(office)).get(personId);
  return own !== undefined && roles.some((role) => own.has(role));
}

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
