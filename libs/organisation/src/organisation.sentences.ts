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
  UnitSplit: {
    vi: 'tách bộ phận {unitId} theo {document}',
    en: 'split the unit {unitId} by {document}',
  },
  PostEnded: {
    vi: 'bỏ vị trí {postId}, {successorPostId} nhận trách nhiệm theo {document}',
    en: 'ended the post {postId}; {successorPostId} takes over, by {document}',
  },
  SubstituteNamed: {
    vi: 'cử {personId} thay thế ở vị trí {postId} từ {fromDay} đến {toDay} theo {document}',
    en: 'named {personId} to act in the post {postId} from {fromDay} to {toDay} by {document}',
  },
  SubstituteEnded: {
    vi: 'thôi cử {personId} thay thế ở vị trí {postId}: {reason}',
    en: 'ended {personId}’s acting in the post {postId}: {reason}',
  },
  AccountOpened: { vi: 'mở tài khoản cho {personId}', en: 'opened an account for {personId}' },
  AccountEnded: {
    vi: 'đóng tài khoản của {personId}: {reason}',
    en: 'ended the account of {personId}: {reason}',
  },
  IdentityLinked: {
    vi: 'gắn định danh đăng nhập một lần của {issuer} cho {personId}',
    en: 'linked an identity at {issuer} to {personId}',
  },
  ApiTokenIssued: {
    vi: 'cấp mã truy cập "{name}" thay mặt {personId} đến {expiresAt}',
    en: 'issued the token "{name}" to act for {personId} until {expiresAt}',
  },
  ApiTokenRevoked: {
    vi: 'thu hồi mã truy cập {tokenId}: {reason}',
    en: 'revoked the token {tokenId}: {reason}',
  },
  AuthorityNamed: {
    vi: 'cho {authority} theo dõi theo {document}',
    en: 'let {authority} look on, by {document}',
  },
  AuthorityEnded: {
    vi: 'thôi cho {authority} theo dõi theo {document}',
    en: 'let {authority} look on no more, by {document}',
  },
  OfficeEnded: {
    vi: 'kết thúc đơn vị, {successorName} kế thừa toàn bộ theo {document}',
    en: 'ended the office; {successorName} takes over everything, by {document}',
  },
  OfficeReceived: {
    vi: 'tiếp nhận toàn bộ {name} theo {document}',
    en: 'took over {name} whole, by {document}',
  },
  CalendarMissed: {
    vi: 'báo chưa có lịch nghỉ và ngày làm việc năm {year}',
    en: 'found that the days off of {year} are not known',
  },
  PredecessorSealed: {
    vi: 'ghi nhận nhật ký niêm phong cuối cùng của {office}: {size} sự kiện',
    en: 'recorded the last sealed trail of {office}: {size} events',
  },
  DelegationGiven: {
    vi: 'uỷ quyền cho {to} từ {fromDay} đến {toDay} theo {document}',
    en: 'delegated to {to} from {fromDay} to {toDay} by {document}',
  },
  DelegationRevoked: { vi: 'thu hồi uỷ quyền: {reason}', en: 'took a delegation back: {reason}' },
  PostVacated: { vi: 'để trống vị trí {postId}: {reason}', en: 'left the post {postId} vacant: {reason}' },
};
