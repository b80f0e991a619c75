import { DayField, Id, OneOf, Text, type Day } from '#kernel';
import { guarded } from '../command/guarded.js';
import { hasRole, postsOf } from './hierarchy.js';
import {
  POST_KINDS,
  ROLES_OF,
  type OfficeEvent,
  type Post,
  type PostKind,
  type Unit,
} from './office.events.js';
import type { Office } from './standing.js';
import { organisationInvalid, successorMissing, unknownPost } from './steering.js';

/** Opens an office with its units and posts (mở đơn vị); run again it changes nothing. */
export class OpenOffice {
  name!: string;
  superior!: string;
  agencyCode?: string;
  units!: Unit[];
  posts!: Post[];
  appointments!: { postId: string; personId: string }[];
}

export function openOffice(state: Office, command: OpenOffice): OfficeEvent[] {
  if (state.name) return [];
  return [
    { type: 'OfficeOpened', data: openedAs(command) },
    ...command.posts.map((data): OfficeEvent => ({ type: 'PostOpened', data })),
    ...command.units.map((data): OfficeEvent => ({ type: 'UnitOpened', data })),
    ...command.appointments.map((data): OfficeEvent => ({ type: 'PersonAppointed', data })),
  ];
}

const openedAs = ({ name, superior, agencyCode }: OpenOffice) =>
  agencyCode === undefined ? { name, superior } : { name, superior, agencyCode };

/** Opens a post (lập vị trí). */
export class OpenPost {
  @Text({ description: 'Chức danh · title', max: 200 })
  title!: string;

  @OneOf({ description: 'Loại vị trí · kind', values: POST_KINDS })
  kind!: PostKind;

  @Id({ description: 'Bộ phận · unit' })
  unitId!: string;

  @Id({ description: 'Vị trí cấp trên trực tiếp · the post above' })
  above!: string;

  @Text({ description: 'Lĩnh vực phụ trách · the field it has charge of', max: 200, optional: true })
  field?: string;
}

export function openPost(
  state: Office,
  { title, kind, unitId, above, field }: OpenPost,
  postId: string,
): OfficeEvent[] {
  if (!state.posts.has(above)) throw unknownPost();
  const unit = state.units.get(unitId);
  if (!unit || unit.endedBy !== undefined)
    throw organisationInvalid({ why: 'bộ phận không hoạt động · the unit is not a living one' });
  const roles = ROLES_OF[kind];
  const data = { postId, title, unitId, above, roles, external: false, kind };
  return [{ type: 'PostOpened', data: field === undefined ? data : { ...data, field } }];
}

/** Ends a post (bỏ vị trí): what it answers for is its successor's from then on (R28). */
export class EndPost {
  @Id({ description: 'Vị trí kế thừa · the post that takes over' })
  successorPostId!: string;

  @Text({ description: 'Văn bản quyết định · the deciding document', min: 3, max: 200 })
  document!: string;
}

/** A post that can end: it heads no living unit. */
function ending(state: Office, { part: postId }: { part: string }): Office {
  if (!state.posts.has(postId)) throw unknownPost();
  const headed = [...state.units.values()].find(
    (unit) => unit.headPostId === postId && unit.endedBy === undefined,
  );
  if (headed)
    throw successorMissing({
      why: `vị trí này đang đứng đầu ${headed.name} · it heads ${headed.name} and answers for it`,
    });
  return state;
}

export const endPost = guarded(
  ending,
  (state, { successorPostId, document }: EndPost, { part: postId }: { part: string }): OfficeEvent[] => {
    if (successorPostId === postId || !state.posts.has(successorPostId))
      throw successorMissing({ why: 'vị trí kế thừa không có · there is no such successor' });
    return [{ type: 'PostEnded', data: { postId, successorPostId, document } }];
  },
);

/** Puts a person into a post (bổ nhiệm), from a day on, to a day or for good. */
export class AppointPerson {
  @Id({ description: 'Vị trí · post' })
  postId!: string;

  @Id({ description: 'Người được bổ nhiệm · person' })
  personId!: string;

  @DayField({ description: 'Từ ngày · first day, today if absent', optional: true })
  fromDay?: Day;

  @DayField({ description: 'Đến hết ngày · last day, for good if absent', optional: true })
  toDay?: Day;

  @Text({ description: 'Quyết định · the document', max: 200, optional: true })
  document?: string;
}

export function appointPerson(state: Office, command: AppointPerson, today: Day): OfficeEvent[] {
  const { postId, personId, fromDay = today, toDay, document } = command;
  if (!state.posts.has(postId)) throw unknownPost();
  if (fromDay < today) throw organisationInvalid({ why: 'ngày đầu đã qua · the first day has passed' });
  if (toDay !== undefined && toDay < fromDay)
    throw organisationInvalid({ why: 'ngày cuối trước ngày đầu · the last day lies before the first' });
  if (toDay === undefined && fromDay === today && state.holders.get(postId) === personId) return [];
  const data = {
    postId,
    personId,
    ...(fromDay === today ? {} : { fromDay }),
    ...(toDay === undefined ? {} : { toDay }),
    ...(document === undefined ? {} : { document }),
  };
  return [{ type: 'PersonAppointed', data }];
}

/** Leaves a post without a holder (để trống vị trí); where it has none, without the one who was to come next. */
export class VacatePost {
  @Id({ description: 'Vị trí · post' })
  postId!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export function vacatePost(state: Office, { postId, reason }: VacatePost): OfficeEvent[] {
  if (!state.posts.has(postId)) throw unknownPost();
  const personId = state.holders.get(postId) ?? state.toCome.holders.get(postId);
  return personId === undefined ? [] : [{ type: 'PostVacated', data: { postId, personId, reason } }];
}

/** Names who acts in a post while its holder can't (cử người thay thế). */
export class NameSubstitute {
  @Id({ description: 'Vị trí · post' })
  postId!: string;

  @Id({ description: 'Người thay thế · who acts in it' })
  personId!: string;

  @DayField({ description: 'Từ ngày · first day' })
  fromDay!: Day;

  @DayField({ description: 'Đến hết ngày · last day' })
  toDay!: Day;

  @Text({ description: 'Văn bản · the document', min: 3, max: 200 })
  document!: string;
}

export function nameSubstitute(state: Office, command: NameSubstitute, today: Day): OfficeEvent[] {
  const { postId, personId, fromDay, toDay } = command;
  const post = state.posts.get(postId);
  if (!post || post.external) throw unknownPost();
  const no = (why: string) => organisationInvalid({ why });
  if (state.holders.get(postId) === personId)
    throw no('người này đang giữ vị trí · this person holds the post');
  if (postsOf(state, personId).length === 0)
    throw no('người này không giữ vị trí nào của đơn vị · this person holds no post of the office');
  if (hasRole(state, personId, 'oversight', 'inspector'))
    throw no('bên giám sát không thay thế · oversight does not act for the office');
  if (toDay < fromDay || toDay < today)
    throw no('thời hạn không hợp lệ · the days are not in order, or have passed');
  return [{ type: 'SubstituteNamed', data: { ...command } }];
}

/** Ends a substitution before its last day (thôi thay thế); where none runs, the next to come. */
export class EndSubstitute extends VacatePost {}

export function endSubstitute(state: Office, { postId, reason }: EndSubstitute): OfficeEvent[] {
  const personId = state.substitutes.get(postId) ?? state.toCome.substitutes.get(postId);
  return personId === undefined ? [] : [{ type: 'SubstituteEnded', data: { postId, personId, reason } }];
}
