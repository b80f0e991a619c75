import type { Bilingual } from '#kernel';

/** What each event of the organisation says in the trail. */
export const organisationSentences: Record<string, Bilingual> = {
  OfficeOpened: { vi: 'mở đơn vị {name}', en: 'opened the office {name}' },
  UnitOpened: { vi: 'lập bộ phận {name}', en: 'opened the unit {name}' },
  PostOpened: { vi: 'lập vị trí {title}', en: 'opened the post {title}' },
  PersonAppointed: {
    vi: 'bổ nhiệm {personId} vào vị trí {postId}',
    en: 'appointed {personId} to the post {postId}',
  },
  UnitEnded: {
    vi: 'kết thúc bộ phận {unitId}, {successorUnitId} nhận toàn bộ trách nhiệm theo {document}',
    en: 'ended the unit {unitId}; {successorUnitId} takes over all it answered for, by {document}',
  },
  DelegationGiven: {
    vi: 'uỷ quyền cho {to} từ {fromDay} đến {toDay} theo {document}',
    en: 'delegated to {to} from {fromDay} to {toDay} by {document}',
  },
  DelegationRevoked: { vi: 'thu hồi uỷ quyền: {reason}', en: 'took a delegation back: {reason}' },
  PostVacated: { vi: 'để trống vị trí {postId}: {reason}', en: 'left the post {postId} vacant: {reason}' },
};
