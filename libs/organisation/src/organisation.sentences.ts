import type { Sentences } from '#ledger';

/** What each event of the organisation says in the trail. */
export const organisationSentences: Sentences = {
  OfficeOpened: { vi: 'lập đơn vị {name}', en: 'opened the office {name}' },
  UnitOpened: { vi: 'lập bộ phận {name}', en: 'opened the unit {name}' },
  PostOpened: { vi: 'lập vị trí {title}', en: 'opened the post {title}' },
  PersonAppointed: {
    vi: 'bổ nhiệm {personId} vào vị trí {postId}[ từ {fromDay}][ đến {toDay}][ theo {document}]',
    en: 'appointed {personId} to the post {postId}[ from {fromDay}][ until {toDay}][ by {document}]',
    act: { vi: 'bổ nhiệm vào một vị trí', en: 'appointed to a post' },
  },
  UnitEnded: {
    vi: 'kết thúc hoạt động của {unitId}, {successorUnitId} nhận toàn bộ trách nhiệm theo {document}',
    en: 'ended the unit {unitId}; {successorUnitId} takes over all it answered for, by {document}',
    act: { vi: 'kết thúc hoạt động của một bộ phận', en: 'ended a unit' },
  },
  UnitSplit: {
    vi: 'chia tách {unitId} theo {document}',
    en: 'split the unit {unitId} by {document}',
    act: { vi: 'chia tách một bộ phận', en: 'split a unit' },
  },
  PostEnded: {
    vi: 'bỏ vị trí {postId}, {successorPostId} nhận trách nhiệm theo {document}',
    en: 'ended the post {postId}; {successorPostId} takes over, by {document}',
    act: { vi: 'bỏ một vị trí', en: 'ended a post' },
  },
  SubstituteNamed: {
    vi: 'cử {personId} làm thay ở vị trí {postId} từ {fromDay} đến {toDay} theo {document}',
    en: 'named {personId} to act in the post {postId} from {fromDay} to {toDay} by {document}',
    act: { vi: 'cử người làm thay', en: 'named a substitute' },
  },
  SubstituteEnded: {
    vi: 'thôi cử {personId} làm thay ở vị trí {postId}: {reason}',
    en: 'ended {personId}’s acting in the post {postId}: {reason}',
    act: { vi: 'thôi cử người làm thay', en: 'ended a substitution' },
  },
  AccountOpened: {
    vi: 'mở tài khoản cho {personId}',
    en: 'opened an account for {personId}',
    act: { vi: 'mở một tài khoản', en: 'opened an account' },
  },
  AccountEnded: {
    vi: 'đóng tài khoản của {personId}: {reason}',
    en: 'ended the account of {personId}: {reason}',
    act: { vi: 'đóng một tài khoản', en: 'ended an account' },
  },
  IdentityLinked: {
    vi: 'gắn tài khoản của {personId} với cổng đăng nhập một lần {issuer}',
    en: 'linked the account of {personId} to the sign-in of {issuer}',
    act: { vi: 'gắn tài khoản với cổng đăng nhập một lần', en: 'linked an account to a single sign-on' },
  },
  ApiTokenIssued: {
    vi: 'cấp mã truy cập "{name}" cho hệ thống khác, thay mặt {personId}, đến {expiresAt}',
    en: 'issued the access token "{name}" to act for {personId} until {expiresAt}',
  },
  ApiTokenRevoked: {
    vi: 'thu hồi một mã truy cập của hệ thống khác: {reason}',
    en: 'revoked an access token: {reason}',
  },
  FactorRemovalAsked: {
    vi: 'đề nghị gỡ xác thực hai lớp đã mất của {personId}, chờ người thứ hai đồng ý đến {until}: {reason}',
    en: 'asked to remove the lost second factor of {personId}, for a second person to agree by {until}: {reason}',
    act: { vi: 'đề nghị gỡ một xác thực hai lớp đã mất', en: 'asked to remove a lost second factor' },
  },
  SecondFactorRemoved: {
    vi: 'đồng ý với {askedBy} gỡ xác thực hai lớp của {personId}',
    en: 'agreed with {askedBy} to remove the second factor of {personId}',
    act: { vi: 'đồng ý gỡ một xác thực hai lớp đã mất', en: 'agreed to remove a lost second factor' },
  },
  AuthorityNamed: {
    vi: 'cho {authority} theo dõi theo {document}',
    en: 'let {authority} look on, by {document}',
    act: { vi: 'cho cơ quan cấp trên theo dõi', en: 'let an authority look on' },
  },
  AuthorityEnded: {
    vi: 'thôi cho {authority} theo dõi theo {document}',
    en: 'let {authority} look on no more, by {document}',
    act: { vi: 'thôi cho cơ quan cấp trên theo dõi', en: 'let an authority look on no more' },
  },
  OfficeEnded: {
    vi: 'kết thúc hoạt động của đơn vị, {successorName} kế thừa toàn bộ theo {document}[, đã đồng ý ngày {agreedOn}]',
    en: 'ended the office; {successorName} takes over everything, by {document}[, as agreed on {agreedOn}]',
  },
  TakeOverAgreed: {
    vi: 'đồng ý tiếp nhận toàn bộ {office} theo {document}',
    en: 'agreed to take over {office} whole, by {document}',
    act: { vi: 'đồng ý tiếp nhận toàn bộ một đơn vị', en: 'agreed to take over an office whole' },
  },
  OfficeReceived: {
    vi: 'tiếp nhận toàn bộ {name} theo {document}',
    en: 'took over {name} whole, by {document}',
    act: { vi: 'tiếp nhận toàn bộ một đơn vị', en: 'took over an office whole' },
  },
  CalendarMissed: {
    vi: 'báo chưa có lịch nghỉ và ngày làm việc năm {year}',
    en: 'found that the days off of {year} are not known',
    act: { vi: 'báo chưa có lịch nghỉ và ngày làm việc', en: 'found that days off are not known' },
  },
  CalendarImported: {
    vi: 'nhập lịch làm việc năm {named} theo {document}',
    en: 'imported the working days of {named}, by {document}',
    act: { vi: 'nhập lịch làm việc', en: 'imported working days' },
  },
  CalendarSettled: {
    vi: 'rà soát lại các hạn tính theo lịch làm việc năm {named} ({document})',
    en: 'looked once more at what counts by the working days of {named} ({document})',
    act: {
      vi: 'rà soát lại các hạn theo lịch làm việc',
      en: 'looked once more at what counts by working days',
    },
  },
  PredecessorSealed: {
    vi: 'ghi nhận điểm chốt cuối cùng trong nhật ký của {office}: {size} sự kiện',
    en: 'recorded the last sealed trail of {office}: {size} events',
    act: {
      vi: 'ghi nhận điểm chốt cuối cùng của đơn vị trước',
      en: 'recorded the last sealed trail of a predecessor',
    },
  },
  DelegationGiven: {
    vi: 'ủy quyền cho {to} từ {fromDay} đến {toDay} theo {document}',
    en: 'delegated to {to} from {fromDay} to {toDay} by {document}',
    act: { vi: 'ủy quyền', en: 'delegated' },
  },
  DelegationRevoked: { vi: 'thu hồi ủy quyền: {reason}', en: 'took a delegation back: {reason}' },
  PostVacated: {
    vi: 'cho {personId} thôi giữ vị trí {postId}: {reason}',
    en: 'took {personId} out of the post {postId}: {reason}',
    act: { vi: 'cho thôi giữ một vị trí', en: 'left a post vacant' },
  },
};
