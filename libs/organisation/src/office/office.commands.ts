import { Id, Text, notAllowed, refusal } from '#kernel';
import { hasRole } from './hierarchy.js';
import type { Office, OfficeEvent, Post, Unit } from './office.js';

export const unknownPost = refusal(
  'unknown_post',
  422,
  { vi: 'Không có vị trí này', en: 'There is no such post' },
  { vi: 'Chọn một vị trí trong danh sách tổ chức.', en: 'Choose a post of the organisation.' },
);

/** Opens an office with its units and posts (mở đơn vị); run again it changes nothing. */
export interface OpenOffice {
  name: string;
  superior: string;
  units: Unit[];
  posts: Post[];
  appointments: { postId: string; personId: string }[];
}

export function openOffice(state: Office, command: OpenOffice): OfficeEvent[] {
  if (state.name) return [];
  return [
    { type: 'OfficeOpened', data: { name: command.name, superior: command.superior } },
    ...command.posts.map((data): OfficeEvent => ({ type: 'PostOpened', data })),
    ...command.units.map((data): OfficeEvent => ({ type: 'UnitOpened', data })),
    ...command.appointments.map((data): OfficeEvent => ({ type: 'PersonAppointed', data })),
  ];
}

/** Puts a person into a post (bổ nhiệm). */
export class AppointPerson {
  @Id({ description: 'Vị trí · post' })
  postId!: string;

  @Id({ description: 'Người được bổ nhiệm · person' })
  personId!: string;
}

export function appointPerson(state: Office, command: AppointPerson, actor: string): OfficeEvent[] {
  requireAdmin(state, actor);
  if (!state.posts.has(command.postId)) throw unknownPost();
  if (state.holders.get(command.postId) === command.personId) return [];
  return [{ type: 'PersonAppointed', data: { postId: command.postId, personId: command.personId } }];
}

/** Leaves a post without a holder (để trống vị trí). */
export class VacatePost {
  @Id({ description: 'Vị trí · post' })
  postId!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export function vacatePost(state: Office, command: VacatePost, actor: string): OfficeEvent[] {
  requireAdmin(state, actor);
  if (!state.posts.has(command.postId)) throw unknownPost();
  const personId = state.holders.get(command.postId);
  return personId === undefined
    ? []
    : [{ type: 'PostVacated', data: { postId: command.postId, personId, reason: command.reason } }];
}

function requireAdmin(state: Office, actor: string): void {
  if (!hasRole(state, actor, 'admin', 'chairman')) throw notAllowed({ who: 'admin, chairman' });
}
