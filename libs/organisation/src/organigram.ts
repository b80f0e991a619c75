import type { Day } from '#kernel';
import type { Delegation } from './office/office.events.js';
import type { Office } from './office/standing.js';

/** The organisation as it stands on a day, as screens are told it: names beside ids. */
export function organigram(
  state: Office,
  names: ReadonlyMap<string, string>,
  { day, changes }: { day: Day; changes: readonly Day[] },
) {
  const person = (personId: string | undefined) =>
    personId === undefined ? null : { personId, name: names.get(personId) ?? null };
  const { name, superior, succession, predecessors } = state;
  return {
    name,
    superior,
    day,
    changes,
    units: [...state.units.values()].filter(({ endedBy }) => endedBy === undefined),
    endedUnits: [...state.units.values()].filter(({ endedBy }) => endedBy !== undefined),
    posts: [...state.posts.values()].map((post) => ({
      ...post,
      holder: person(state.holders.get(post.postId)),
      substitute: person(state.substitutes.get(post.postId)),
      vacant: !post.external && !state.holders.has(post.postId),
    })),
    authorities: [...state.authorities],
    successor: succession && { office: succession.successor, name: succession.successorName },
    predecessors,
  };
}

/** A delegation with the names of whose it is and to whom; null where nobody has that account any more. */
export const withNames = (given: Delegation, names: ReadonlyMap<string, string>) => ({
  ...given,
  fromName: names.get(given.from) ?? null,
  toName: names.get(given.to) ?? null,
});
