import { DayField, FileHash, Id, IdList, OneOf, Text, TextList, dayOf, derivedId, formatDay } from '#kernel';
import { actingIn, guarded, type Office } from '#organisation/office';
import {
  INSPECTION_KINDS,
  inspectedUnits,
  type InspectionKind,
  type Programme,
} from '../programme/programme.js';
import { FINDING_KINDS, type Finding, type FindingKind, type InspectionEvent } from './inspection.events.js';
import {
  forOthers,
  forTheTeam,
  forTheUnit,
  postOfUnit,
  type InspectionContext,
} from './inspection.guards.js';
import { isToRemedy, type Inspection } from './inspection.js';
import {
  findingWithoutEvidence,
  inspectionInvalid,
  inspectsOwnUnit,
  unknownFinding,
} from './inspection.refusals.js';

/** Opens an inspection (quyết định kiểm tra): one of the year's programme, or one that nobody planned. */
export class OpenInspection {
  @Id({ description: 'Cuộc kiểm tra trong kế hoạch năm · the item of the year’s programme', optional: true })
  itemId?: string;

  @OneOf({ description: 'Loại kiểm tra · kind', values: INSPECTION_KINDS })
  kind!: InspectionKind;

  @Id({ description: 'Bộ phận được kiểm tra · the unit inspected' })
  unitId!: string;

  @Id({ description: 'Trưởng đoàn · the team’s leader, a post' })
  leaderPostId!: string;

  @IdList({ description: 'Thành viên đoàn · further members, posts', max: 20 })
  memberPostIds!: string[];

  @Text({ description: 'Quyết định, căn cứ kiểm tra · decision and basis', min: 3, max: 300 })
  basis!: string;

  @DayField({ description: 'Từ ngày · from' })
  from!: string;

  @DayField({ description: 'Đến ngày · to' })
  to!: string;

  @TextList({ description: 'Nội dung kiểm tra · what is looked at', max: 30 })
  about!: string[];
}

/** An inspection to be opened, and the programme of its year as it stands. */
export interface UnderProgramme {
  programme: Programme;
}

/** R3: nobody inspects their own unit. One that nobody planned is opened on its day, so that the unit learns of it then. */
export function openInspection(
  state: Inspection,
  command: OpenInspection,
  { office, now, programme }: InspectionContext & UnderProgramme,
): InspectionEvent[] {
  if (state.status !== 'none') return [];
  const { itemId, memberPostIds, ...named } = command;
  const refuse = (why: string) => inspectionInvalid({ why });
  const { unitId, leaderPostId, from, to, kind } = command;
  if (!inspectedUnits(office).includes(unitId))
    throw refuse('không kiểm tra được bộ phận này · no such unit');
  if (from > to) throw refuse('ngày bắt đầu sau ngày kết thúc · it ends before it begins');
  const unannounced = itemId === undefined;
  if (unannounced && from !== dayOf(now))
    throw refuse(
      `kiểm tra đột xuất mở trong ngày ${formatDay(dayOf(now))} · an unannounced one is opened on its day`,
    );
  const item = programme.inspections.find((one) => one.itemId === itemId);
  if (!unannounced && (programme.status !== 'approved' || item?.unitId !== unitId || item.kind !== kind))
    throw refuse('không khớp kế hoạch kiểm tra đã duyệt của năm · not in the year’s approved programme');
  const team = [...new Set([leaderPostId, ...memberPostIds])];
  for (const postId of team) requireIndependent(office, postId, unitId);
  const year = Number(from.slice(0, 4));
  return [{ type: 'InspectionOpened', data: { ...named, year, itemId: itemId ?? null, unannounced, team } }];
}

function requireIndependent(office: Office, postId: string, unitId: string): void {
  const post = office.posts.get(postId);
  if (!post) throw inspectionInvalid({ why: 'đoàn có vị trí không tồn tại · no such post in the team' });
  if (post.unitId === unitId || office.units.get(unitId)?.headPostId === postId)
    throw inspectsOwnUnit({ post: post.title });
  const own = postOfUnit(office, unitId, actingIn(office, postId) ?? '');
  if (own) throw inspectsOwnUnit({ post: own.title });
}

/** Takes down the record (lập biên bản). */
export class RecordInspection {
  @DayField({ description: 'Ngày · day' })
  day!: string;

  @Text({ description: 'Địa điểm · place', min: 3, max: 200 })
  place!: string;

  @TextList({ description: 'Thành phần dự · who was there', max: 50 })
  present!: string[];

  @Text({ description: 'Nội dung biên bản · the record', min: 20, max: 20_000 })
  text!: string;
}

export const recordInspection = guarded(
  forTheTeam('opened'),
  (state, { day, place, present, text }: RecordInspection, { now }: InspectionContext): InspectionEvent[] => {
    if (day < state.from || day > dayOf(now))
      throw inspectionInvalid({
        why: 'ngày lập biên bản ngoài thời gian kiểm tra · the day is not within it',
      });
    return [{ type: 'InspectionRecorded', data: { day, place, present, text } }];
  },
);

/** Notes what was found (ghi nhận định). */
export class NoteFinding {
  @OneOf({ description: 'Loại nhận định · kind', values: FINDING_KINDS })
  kind!: FindingKind;

  @Text({ description: 'Nhận định · finding', min: 5, max: 2000 })
  text!: string;

  @Text({ description: 'Đối chiếu quy định · the provision it is held against', max: 500, optional: true })
  basis?: string;

  @Text({ description: 'Minh chứng · evidence in words', min: 3, max: 2000, optional: true })
  evidence?: string;

  @FileHash({ description: 'SHA-256 của tệp minh chứng · hash of its file', optional: true })
  evidenceFile?: string;
}

export const noteFinding = guarded(
  forTheTeam('opened', 'recorded'),
  (state, command: NoteFinding, { subject }: InspectionContext): InspectionEvent[] => {
    const { kind, text, basis = null, evidence, evidenceFile: file = null } = command;
    const shown = evidence === undefined ? null : { text: evidence, file };
    const finding: Finding = {
      findingId: derivedId(subject, 'finding', text),
      kind,
      text,
      basis,
      evidence: shown,
    };
    if (isToRemedy(finding) && shown === null) throw findingWithoutEvidence();
    if (state.findings.some(({ findingId }) => findingId === finding.findingId)) return [];
    return [{ type: 'FindingNoted', data: finding }];
  },
);

/** Takes a finding back before the conclusion (rút nhận định), with the reason. */
export class WithdrawFinding {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const withdrawFinding = guarded(
  forTheTeam('opened', 'recorded'),
  (state, { reason }: WithdrawFinding, { part: findingId }: InspectionContext): InspectionEvent[] => {
    if (!state.findings.some((one) => one.findingId === findingId)) throw unknownFinding();
    return [{ type: 'FindingWithdrawn', data: { findingId, reason } }];
  },
);

/** The unit's word on the record (ý kiến của bộ phận được kiểm tra); it may be given again until the conclusion. */
export class HearUnit {
  @OneOf({ description: 'Đồng ý với biên bản · agrees with the record', values: ['yes', 'no'] })
  agrees!: 'yes' | 'no';

  @Text({ description: 'Ý kiến · its word', min: 3, max: 5000 })
  text!: string;
}

export const hearUnit = guarded(
  forTheUnit('recorded'),
  (_state, { agrees, text }: HearUnit, { hand }: InspectionContext): InspectionEvent[] => [
    { type: 'UnitHeard', data: { text, agrees: agrees === 'yes', by: hand } },
  ],
);

/** Calls it off before the record is taken (hủy cuộc kiểm tra). */
export class CancelInspection {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const cancelInspection = guarded(
  forOthers('opened'),
  (_state, { reason }: CancelInspection): InspectionEvent[] => [
    { type: 'InspectionCancelled', data: { reason } },
  ],
);
