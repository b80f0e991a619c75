import type { Aggregate } from '#event-store';
import type { Day } from '#kernel';

/** What a post may do beyond its own tasks. */
export type Role = 'chairman' | 'vice-chairman' | 'office-of-record' | 'official' | 'oversight' | 'admin';

/** A unit (bộ phận, đơn vị); `headPostId` is the post that answers for it. */
export interface Unit {
  unitId: string;
  name: string;
  headPostId: string;
  /** The unit that took over when this one ended; absent while it lives. */
  endedBy?: string;
}

/** A post (vị trí, chức danh); `above` is the post it answers to. An external post lies outside the office. */
export interface Post {
  postId: string;
  title: string;
  unitId: string;
  above: string | null;
  roles: Role[];
  external: boolean;
}

/** A right lent (uỷ quyền): whose, to whom, for which acts, from when to when, by which document. */
export interface Delegation {
  delegationId: string;
  from: string;
  to: string;
  /** Names of commands, codes of areas, ids of subjects; empty means all of that kind. */
  acts: string[];
  areas: string[];
  subjects: string[];
  fromDay: Day;
  toDay: Day;
  document: string;
  revoked: boolean;
}

export type OfficeEvent =
  | { type: 'OfficeOpened'; data: { name: string; superior: string } }
  | { type: 'UnitOpened'; data: Unit }
  | { type: 'PostOpened'; data: Post }
  | { type: 'PersonAppointed'; data: { postId: string; personId: string } }
  | { type: 'PostVacated'; data: { postId: string; personId: string; reason: string } }
  | {
      type: 'UnitEnded';
      data: { unitId: string; successorUnitId: string; successorPostId: string; document: string };
    }
  | { type: 'DelegationGiven'; data: Omit<Delegation, 'revoked'> }
  | { type: 'DelegationRevoked'; data: { delegationId: string; reason: string } };

/** Units, posts and who holds them; persons are opaque ids. */
export interface Office {
  name: string;
  units: ReadonlyMap<string, Unit>;
  posts: ReadonlyMap<string, Post>;
  holders: ReadonlyMap<string, string>;
  delegations: ReadonlyMap<string, Delegation>;
}

export const office: Aggregate<Office, OfficeEvent> = {
  kind: 'office',
  initial: { name: '', units: new Map(), posts: new Map(), holders: new Map(), delegations: new Map() },
  evolve(state, { type, data }) {
    switch (type) {
      case 'OfficeOpened':
        return { ...state, name: data.name };
      case 'UnitOpened':
        return { ...state, units: new Map(state.units).set(data.unitId, data) };
      case 'PostOpened':
        return { ...state, posts: new Map(state.posts).set(data.postId, data) };
      case 'PersonAppointed':
        return { ...state, holders: new Map(state.holders).set(data.postId, data.personId) };
      case 'PostVacated': {
        const holders = new Map(state.holders);
        holders.delete(data.postId);
        return { ...state, holders };
      }
      case 'UnitEnded':
        return withUnitEnded(state, data);
      case 'DelegationGiven': {
        const delegations = new Map(state.delegations).set(data.delegationId, { ...data, revoked: false });
        return { ...state, delegations };
      }
      case 'DelegationRevoked': {
        const known = state.delegations.get(data.delegationId);
        if (!known) return state;
        return {
          ...state,
          delegations: new Map(state.delegations).set(data.delegationId, { ...known, revoked: true }),
        };
      }
    }
  },
};

/** The state after a unit's end: its posts are vacant and gone; those who answered to them answer to the successor. */
function withUnitEnded(
  state: Office,
  {
    unitId,
    successorUnitId,
    successorPostId,
  }: { unitId: string; successorUnitId: string; successorPostId: string },
): Office {
  const unit = state.units.get(unitId);
  if (!unit) return state;
  const gone = new Set(postsOfUnit(state, unitId).map(({ postId }) => postId));
  const posts = new Map<string, Post>();
  for (const [id, post] of state.posts)
    if (!gone.has(id))
      posts.set(id, post.above !== null && gone.has(post.above) ? { ...post, above: successorPostId } : post);
  return {
    ...state,
    units: new Map(state.units).set(unitId, { ...unit, endedBy: successorUnitId }),
    posts,
    holders: new Map([...state.holders].filter(([postId]) => !gone.has(postId))),
  };
}

export const postsOfUnit = (state: Office, unitId: string): Post[] =>
  [...state.posts.values()].filter((post) => post.unitId === unitId);
