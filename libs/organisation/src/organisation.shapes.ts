import { ACT_DONE } from '#event-store';
import { is } from '#kernel';
import { POST_KINDS, ROLES, UNIT_KINDS } from './office/office.events.js';
import { OFFICE_NAME } from './office/succession.js';

const OFFICE = is.coded(OFFICE_NAME, 61);
export const roles = is.list(is.oneOf(ROLES));

const Unit = is.named('Unit', {
  unitId: is.id,
  name: is.line,
  headPostId: is.id,
  kind: is.maybe(is.oneOf(UNIT_KINDS)),
  parentUnitId: is.maybe(is.id),
  endedBy: is.maybe(is.id),
});

const PersonNamed = is.named('PersonNamed', { personId: is.id, name: is.orNull(is.line) });

const Post = is.named('Post', {
  postId: is.id,
  title: is.line,
  unitId: is.id,
  above: is.orNull(is.id),
  roles,
  external: is.flag,
  kind: is.maybe(is.oneOf(POST_KINDS)),
  field: is.maybe(is.line),
  holder: is.orNull(PersonNamed),
  substitute: is.orNull(PersonNamed),
  vacant: is.flag,
});

/** Units, posts and their holders as of a day (cơ cấu tổ chức). */
export const Organigram = is.named('Organigram', {
  name: is.line,
  superior: is.line,
  /** The day it stands so, and all days on which it became another or is known to become one. */
  day: is.day,
  changes: is.list(is.day, is.MOST_LISTED),
  units: is.list(Unit, is.MOST_LISTED),
  endedUnits: is.list(Unit, is.MOST_LISTED),
  posts: is.list(Post, is.MOST_LISTED),
  authorities: is.list(OFFICE),
  successor: is.orNull(is.object({ office: OFFICE, name: is.line })),
  predecessors: is.list(OFFICE),
});

/** Who acted in a post, from which day to which. */
export const Tenures = is.all(
  is.named('Tenure', {
    personId: is.id,
    name: is.orNull(is.line),
    as: is.oneOf(['holder', 'substitute']),
    since: is.day,
    lastDay: is.orNull(is.day),
  }),
);

export const DelegationList = is.all(
  is.named('Delegation', {
    delegationId: is.id,
    from: is.id,
    fromName: is.orNull(is.line),
    to: is.id,
    toName: is.orNull(is.line),
    acts: is.list(is.code),
    areas: is.list(is.code),
    subjects: is.list(is.id),
    fromDay: is.day,
    toDay: is.day,
    document: is.line,
    revoked: is.flag,
  }),
);

export const UnitOpened = is.named('UnitOpened', { ...ACT_DONE, unitId: is.id, postId: is.id });
export const UnitSplit = is.named('UnitSplit', { ...ACT_DONE, unitId: is.id });
export const PostOpened = is.named('PostOpened', { ...ACT_DONE, postId: is.id });
export const Delegated = is.named('Delegated', { ...ACT_DONE, delegationId: is.id });
