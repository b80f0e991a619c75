import type { Aggregate } from '#event-store';
import { addDays, dayOf, type Day } from '#kernel';
import { Map as Dictionary } from 'immutable';
import type { Delegation, OfficeEvent, Post, Unit, UnitHeir } from './office.events.js';
import { before, endedOn, endedOnOf, from, inForce, type Span } from './spans.js';

export interface Succession {
  successor: string;
  successorName: string;
  document: string;
  heirs: readonly UnitHeir[];
  day: Day;
}

export interface TakeOverAgreement {
  document: string;
  day: Day;
}

/**
 * All that an organisation was, is and is known to become: units, posts and people from a day to a day. Persons are
 * opaque ids. Dictionaries share structure, so that taking in an event costs the same in a large office as in a small.
 */
export interface OfficeHistory {
  name: string;
  superior: string;
  /** The agency's national identifier (mã định danh, QĐ 20/2020/QĐ-TTg). */
  agencyCode: string;
  units: Dictionary<string, Span<Unit>[]>;
  /** Which unit took over when one ended. */
  endedBy: Dictionary<string, { unitId: string; day: Day }>;
  posts: Dictionary<string, Span<Post>[]>;
  holders: Dictionary<string, Span<string>[]>;
  substitutes: Dictionary<string, Span<string>[]>;
  delegations: Dictionary<string, Delegation>;
  /** Offices above that may look on. */
  authorities: Dictionary<string, Span<true>[]>;
  succession: Succession | null;
  predecessors: readonly string[];
  /** Offices that this one has agreed to take over, by which document, since when. */
  agreements: Dictionary<string, TakeOverAgreement>;
}

export const office: Aggregate<OfficeHistory, OfficeEvent> = {
  kind: 'office',
  widelyRead: true,
  initial: {
    name: '',
    superior: '',
    agencyCode: '000.00.00.H00',
    units: Dictionary(),
    endedBy: Dictionary(),
    posts: Dictionary(),
    holders: Dictionary(),
    substitutes: Dictionary(),
    delegations: Dictionary(),
    authorities: Dictionary(),
    succession: null,
    predecessors: [],
    agreements: Dictionary(),
  },
  evolve: (state, event, at) => evolve(state, event, dayOf(at)),
};

function evolve(state: OfficeHistory, { type, data }: OfficeEvent, today: Day): OfficeHistory {
  switch (type) {
    case 'OfficeOpened':
      return {
        ...state,
        name: data.name,
        superior: data.superior,
        agencyCode: data.agencyCode ?? state.agencyCode,
      };
    case 'UnitOpened':
      return withUnit(state, data, today);
    case 'PostOpened':
      return withPost(state, data, today);
    case 'PersonAppointed': {
      const until = data.toDay === undefined ? null : addDays(data.toDay, 1);
      const spans = from(state.holders.get(data.postId), data.personId, data.fromDay ?? today, until);
      return { ...state, holders: state.holders.set(data.postId, spans) };
    }
    case 'PostVacated':
      return { ...state, holders: endedOf(state.holders, data, today) };
    case 'SubstituteNamed': {
      const { postId, personId, fromDay, toDay } = data;
      const spans = before(state.substitutes.get(postId), personId, fromDay, addDays(toDay, 1));
      return { ...state, substitutes: state.substitutes.set(postId, spans) };
    }
    case 'SubstituteEnded':
      return { ...state, substitutes: endedOf(state.substitutes, data, today) };
    case 'PostEnded':
      return withoutPosts(state, new Set([data.postId]), data.successorPostId, today);
    case 'UnitEnded':
      return withUnitEnded(state, data, today);
    case 'UnitSplit':
      return data.postIds.reduce(
        (next, postId) => {
          const post = inForce(next.posts.get(postId), today);
          return post ? withPost(next, { ...post, unitId: data.part.unitId }, today) : next;
        },
        withUnit(state, data.part, today),
      );
    case 'DelegationGiven':
      return withDelegation(state, { ...data, revoked: false });
    case 'DelegationRevoked': {
      const known = state.delegations.get(data.delegationId);
      return known ? withDelegation(state, { ...known, revoked: true }) : state;
    }
    case 'AuthorityNamed': {
      const spans = from(state.authorities.get(data.authority), true as const, today);
      return { ...state, authorities: state.authorities.set(data.authority, spans) };
    }
    case 'AuthorityEnded':
      return { ...state, authorities: ended(state.authorities, data.authority, today) };
    case 'OfficeEnded': {
      const { successor, successorName, document, heirs } = data;
      return { ...state, succession: { successor, successorName, document, heirs, day: today } };
    }
    case 'TakeOverAgreed':
      return {
        ...state,
        agreements: state.agreements.set(data.office, { document: data.document, day: today }),
      };
    case 'OfficeReceived':
      return {
        ...state,
        predecessors: [...state.predecessors, data.office],
        agreements: state.agreements.delete(data.office),
      };
    case 'PredecessorSealed':
    case 'CalendarMissed':
    case 'AccountOpened':
    case 'AccountEnded':
    case 'IdentityLinked':
    case 'ApiTokenIssued':
    case 'ApiTokenRevoked':
      return state; // kept for the trail; what they opened is beside the log
  }
}

const ended = <T>(all: Dictionary<string, Span<T>[]>, key: string, day: Day) =>
  all.set(key, endedOn(all.get(key), day));

const endedOf = (
  all: Dictionary<string, Span<string>[]>,
  { postId, personId }: { postId: string; personId: string },
  day: Day,
) => all.set(postId, endedOnOf(all.get(postId), personId, day));

const withUnit = (state: OfficeHistory, unit: Unit, day: Day): OfficeHistory => ({
  ...state,
  units: state.units.set(unit.unitId, from(state.units.get(unit.unitId), unit, day)),
});

const withPost = (state: OfficeHistory, post: Post, day: Day): OfficeHistory => ({
  ...state,
  posts: state.posts.set(post.postId, from(state.posts.get(post.postId), post, day)),
});

const withDelegation = (state: OfficeHistory, delegation: Delegation): OfficeHistory => ({
  ...state,
  delegations: state.delegations.set(delegation.delegationId, delegation),
});

/** Its posts end with it; those who answered to them answer to the successor. */
function withUnitEnded(
  state: OfficeHistory,
  {
    unitId,
    successorUnitId,
    successorPostId,
  }: { unitId: string; successorUnitId: string; successorPostId: string },
  day: Day,
): OfficeHistory {
  const gone = new Set<string>();
  for (const [postId, spans] of state.posts) if (inForce(spans, day)?.unitId === unitId) gone.add(postId);
  const rest = withoutPosts(state, gone, successorPostId, day);
  return {
    ...rest,
    units: ended(rest.units, unitId, day),
    endedBy: rest.endedBy.set(unitId, { unitId: successorUnitId, day }),
  };
}

function withoutPosts(
  state: OfficeHistory,
  gone: ReadonlySet<string>,
  successorPostId: string,
  day: Day,
): OfficeHistory {
  const posts = state.posts.withMutations((all) => {
    for (const [postId, spans] of state.posts) {
      const post = inForce(spans, day);
      if (gone.has(postId)) all.set(postId, endedOn(spans, day));
      else if (post?.above && gone.has(post.above))
        all.set(postId, from(spans, { ...post, above: successorPostId }, day));
    }
  });
  const without = (people: Dictionary<string, Span<string>[]>) =>
    people.withMutations((all) => {
      for (const postId of gone) if (all.has(postId)) all.set(postId, endedOn(all.get(postId), day));
    });
  return { ...state, posts, holders: without(state.holders), substitutes: without(state.substitutes) };
}
