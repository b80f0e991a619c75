import { DayField, Id, IdList, Text, TextList, dayOf, refusal, type Day } from '#kernel';
import { guarded } from '../command/guarded.js';
import { hasRole, postsOf } from './hierarchy.js';
import type { Delegation, OfficeEvent } from './office.events.js';
import type { Office } from './standing.js';

export const delegationRefused = refusal(
  'delegation_out_of_scope',
  403,
  { vi: 'Việc này không thuộc phạm vi uỷ quyền', en: 'This is outside the delegation' },
  {
    vi: 'Chỉ được làm thay trong phạm vi, thời hạn ghi ở văn bản uỷ quyền: {why}.',
    en: 'Act only within the scope and dates of the delegation: {why}.',
  },
  'R27',
);
export const delegationInvalid = refusal(
  'delegation_invalid',
  422,
  { vi: 'Không uỷ quyền như vậy được', en: 'This can’t be delegated so' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
  'R27',
);

/** Lends rights of one's own posts to another official (uỷ quyền). Nobody lends what was lent to them. */
export class GiveDelegation {
  @Id({ description: 'Người được uỷ quyền · to whom' })
  to!: string;

  @TextList({ description: 'Các việc, để trống là tất cả · names of acts, none for all', max: 40 })
  acts!: string[];

  @TextList({ description: 'Các lĩnh vực, để trống là tất cả · areas, none for all', max: 20 })
  areas!: string[];

  @IdList({ description: 'Các nhiệm vụ, hồ sơ, để trống là tất cả · subjects, none for all', max: 200 })
  subjects!: string[];

  @DayField({ description: 'Từ ngày · first day' })
  fromDay!: string;

  @DayField({ description: 'Đến hết ngày · last day' })
  toDay!: string;

  @Text({ description: 'Văn bản uỷ quyền · the document', min: 3, max: 200 })
  document!: string;
}

interface Giving {
  actor: string;
  now: Date;
  delegationId: string;
}

/** Refuses whoever has nothing to lend. */
function giving(state: Office, { actor }: Pick<Giving, 'actor'>): Office {
  if (postsOf(state, actor).length === 0)
    throw delegationInvalid({ why: 'người uỷ quyền không giữ vị trí nào · the giver holds no post' });
  return state;
}

export const giveDelegation = guarded(
  giving,
  (state, command: GiveDelegation, { actor, now, delegationId }: Giving): OfficeEvent[] => {
    const why = whyNot(state, command, actor, dayOf(now));
    if (why !== undefined) throw delegationInvalid({ why });
    return [{ type: 'DelegationGiven', data: { delegationId, from: actor, ...command } }];
  },
);

function whyNot(
  state: Office,
  { to, fromDay, toDay, ...scope }: GiveDelegation,
  from: string,
  today: Day,
): string | undefined {
  if (to === from) return 'không tự uỷ quyền cho mình · not to oneself';
  if (postsOf(state, to).length === 0) return 'người nhận không giữ vị trí nào · the receiver holds no post';
  if (hasRole(state, to, 'oversight')) return 'bên giám sát không nhận uỷ quyền · oversight takes none';
  if (toDay < fromDay) return 'ngày cuối trước ngày đầu · the last day lies before the first';
  if (toDay < today) return 'thời hạn đã qua · the time has passed';
  const together = [...state.delegations.values()].filter(
    (d) => !d.revoked && d.fromDay <= toDay && fromDay <= d.toDay,
  );
  if (together.some((d) => d.from === to && d.to === from))
    return 'uỷ quyền vòng tròn · it would go round in a circle';
  if (together.some((d) => d.from === from && d.to === to && overlap(d, scope)))
    return 'trùng với một uỷ quyền đang có · it overlaps one that stands';
  return undefined;
}

const overlap = (a: Scope, b: Scope): boolean =>
  (['acts', 'areas', 'subjects'] as const).every(
    (kind) => a[kind].length === 0 || b[kind].length === 0 || a[kind].some((one) => b[kind].includes(one)),
  );

type Scope = Pick<Delegation, 'acts' | 'areas' | 'subjects'>;

/** Takes a delegation back (thu hồi uỷ quyền): its giver, or the chairman. */
export class RevokeDelegation {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

/** The delegation that somebody may take back. */
function revocable(state: Office, { part, actor }: { part: string; actor: string }): Delegation {
  const delegation = state.delegations.get(part);
  if (!delegation || (delegation.from !== actor && !hasRole(state, actor, 'chairman')))
    throw delegationRefused({
      why: 'chỉ người uỷ quyền hoặc Chủ tịch thu hồi · only its giver or the chairman',
    });
  return delegation;
}

export const revokeDelegation = guarded(
  revocable,
  ({ delegationId, revoked }, { reason }: RevokeDelegation): OfficeEvent[] =>
    revoked ? [] : [{ type: 'DelegationRevoked', data: { delegationId, reason } }],
);

/** What is done under a delegation. */
export interface DelegatedAct {
  act: string;
  area: string | null;
  subject: string;
}

/** The delegation that somebody was given and that covers an act now, whatever the act is on; refuses any other. */
export function delegationFor(
  state: Office,
  delegationId: string,
  actor: string,
  now: Date,
  act: string,
): Delegation {
  const delegation = state.delegations.get(delegationId);
  const no = (why: string) => delegationRefused({ why });
  if (!delegation || delegation.to !== actor)
    throw no('uỷ quyền này không dành cho bạn · it was not given to you');
  const { acts, fromDay, toDay, revoked } = delegation;
  const today = dayOf(now);
  if (revoked) throw no('đã thu hồi · it was revoked');
  if (today < fromDay || today > toDay) throw no(`hiệu lực ${fromDay} – ${toDay}`);
  if (acts.length > 0 && !acts.includes(act)) throw no(`việc · act: ${act}`);
  return delegation;
}

/** The person on whose behalf an act is done (R27); refuses what lies outside its dates, scope or hands. */
export function principalOf(
  state: Office,
  delegationId: string,
  actor: string,
  now: Date,
  { act, area, subject }: DelegatedAct,
): string {
  const { from, areas, subjects } = delegationFor(state, delegationId, actor, now, act);
  const no = (why: string) => delegationRefused({ why });
  if (areas.length > 0 && (area === null || !areas.includes(area)))
    throw no(`lĩnh vực · area: ${area ?? '-'}`);
  if (subjects.length > 0 && !subjects.includes(subject)) throw no('nhiệm vụ, hồ sơ khác · another subject');
  return from;
}
