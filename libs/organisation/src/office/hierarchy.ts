import type { Post, Role } from './office.events.js';
import type { Office, StandingUnit } from './standing.js';

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

/** The posts a person acts in: their own, and those they substitute in. */
export const postsOf = (office: Office, personId: string): Post[] =>
  [...office.posts.values()].filter(({ postId }) => holds(office, personId, postId));

/** The roles of each person, gathered once for an office as it stands: every request asks. */
const rolesIn = new WeakMap<Office, Map<string, Set<Role>>>();

function gatherRoles(office: Office): Map<string, Set<Role>> {
  const roles = new Map<string, Set<Role>>();
  for (const [postId, personId] of [...office.holders, ...office.substitutes]) {
    const own = roles.get(personId) ?? new Set<Role>();
    for (const role of office.posts.get(postId)?.roles ?? []) own.add(role);
    roles.set(personId, own);
  }
  rolesIn.set(office, roles);
  return roles;
}

const NONE: ReadonlySet<Role> = new Set();

/** Every role a person has through the posts they act in. */
export const rolesOf = (office: Office, personId: string): ReadonlySet<Role> =>
  (rolesIn.get(office) ?? gatherRoles(office)).get(personId) ?? NONE;

export function hasRole(office: Office, personId: string, ...roles: Role[]): boolean {
  const own = rolesOf(office, personId);
  return roles.some((role) => own.has(role));
}

/** Acts in the post: as its holder, or as the substitute named for now. */
export const holds = (office: Office, personId: string, postId: string): boolean =>
  office.holders.get(postId) === personId || office.substitutes.get(postId) === personId;

/** Whether a person stands above a post in the tree; nobody stands above themselves. */
export const standsAbove = (office: Office, personId: string, postId: string): boolean =>
  !holds(office, personId, postId) &&
  chainAbove(office, postId).some((post) => holds(office, personId, post.postId));

/** An external post counts as filled: the other body sees to it. */
export const isFilled = (office: Office, post: Post): boolean =>
  post.external || office.holders.has(post.postId) || office.substitutes.has(post.postId);

/** The way up from a post (R7): the posts above it, nearest first, and in which of them nobody acts. */
export const rungsAbove = (office: Office, postId: string) =>
  chainAbove(office, postId).map((post) => ({
    postId: post.postId,
    vacant: !isFilled(office, post),
    external: post.external,
  }));

/** Who acts in a post now: its substitute while there is one, else its holder. */
export const actingIn = (office: Office, postId: string): string | undefined =>
  office.substitutes.get(postId) ?? office.holders.get(postId);

/** The one-stop unit (Bộ phận Một cửa). */
export const oneStopUnit = (office: Office): StandingUnit | undefined =>
  [...office.units.values()].find(({ kind }) => kind === 'one-stop');

export const unitNamed = (office: Office, name: string): StandingUnit | undefined =>
  [...office.units.values()].find((unit) => unit.name === name);

export const postsOfUnit = (office: Office, unitId: string): Post[] =>
  [...office.posts.values()].filter((post) => post.unitId === unitId);

/** The unit that answers now for what a unit answered for. */
export function successorOf(office: Office, unitId: string): StandingUnit | undefined {
  const seen = new Set<string>();
  let unit = office.units.get(unitId);
  while (unit?.endedBy !== undefined && !seen.has(unit.unitId)) {
    seen.add(unit.unitId);
    unit = office.units.get(unit.endedBy);
  }
  return unit?.endedBy === undefined ? unit : undefined;
}
