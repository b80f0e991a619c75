import type { Sentences } from '#ledger';

const OVERDUE_ACT = { vi: 'ghi nhận quá hạn khắc phục', en: 'found a remedy overdue' };

/** What the events of inspections and of oversight say in the trail. */
export const inspectionSentences: Sentences = {
  InspectionsPlanned: {
    vi: 'lập kế hoạch kiểm tra năm {year}, tối thiểu {share}% số bộ phận ({source})',
    en: 'drew up the programme of inspections of {year}, at least {share}% of the units ({source})',
    act: { vi: 'lập kế hoạch kiểm tra năm', en: 'drew up a programme of inspections' },
  },
  InspectionProgrammeApproved: {
    vi: 'phê duyệt kế hoạch kiểm tra năm {year} bằng văn bản {documentNumber}: {units} trong {of} bộ phận',
    en: 'approved the programme of inspections of {year} by {documentNumber}: {units} of {of} units',
    act: { vi: 'phê duyệt kế hoạch kiểm tra năm', en: 'approved a programme of inspections' },
  },
  InspectionProgrammeAmended: {
    vi: 'điều chỉnh kế hoạch kiểm tra năm {year} bằng văn bản {documentNumber}',
    en: 'amended the programme of inspections of {year} by {documentNumber}',
    act: { vi: 'điều chỉnh kế hoạch kiểm tra năm', en: 'amended a programme of inspections' },
  },
  InspectionOpened: {
    vi: 'mở cuộc {kind} tại {unitId} từ {from} đến {to}, {leaderPostId} làm trưởng đoàn, theo {basis}',
    en: 'opened {kind} of {unitId} from {from} to {to}, led by {leaderPostId}, by {basis}',
    act: { vi: 'mở cuộc kiểm tra', en: 'opened an inspection' },
  },
  InspectionRecorded: {
    vi: 'lập biên bản kiểm tra ngày {day} tại {place}',
    en: 'took down the record of the inspection on {day} at {place}',
    act: { vi: 'lập biên bản kiểm tra', en: 'took down the record of an inspection' },
  },
  FindingNoted: {
    vi: 'ghi {kind}: {text}',
    en: 'noted {kind}: {text}',
    act: { vi: 'ghi nhận định kiểm tra', en: 'noted a finding' },
  },
  FindingWithdrawn: { vi: 'rút nhận định kiểm tra: {reason}', en: 'took a finding back: {reason}' },
  UnitHeard: {
    vi: 'cho ý kiến về biên bản kiểm tra: {text}',
    en: 'gave the unit’s word on the record: {text}',
  },
  InspectionConcluded: {
    vi: 'kết luận kiểm tra: {text}',
    en: 'concluded the inspection: {text}',
  },
  RemedyReported: { vi: 'báo cáo khắc phục: {text}', en: 'reported a remedy: {text}' },
  RemedyVerified: {
    vi: 'xác nhận đã khắc phục[: {note}]',
    en: 'verified the remedy[: {note}]',
  },
  RemedyRejected: { vi: 'yêu cầu khắc phục lại: {reason}', en: 'found it not remedied: {reason}' },
  RequirementReminded: {
    vi: 'nhắc[ {toPostId}] sắp đến hạn khắc phục {due}',
    en: 'reminded[ {toPostId}] that a remedy is due {due}',
    act: { vi: 'nhắc sắp đến hạn khắc phục', en: 'reminded of a remedy' },
  },
  RequirementMissed: {
    vi: 'ghi nhận quá hạn khắc phục từ {due}[, {postId} chịu trách nhiệm]',
    en: 'found a remedy overdue since {due}[; {postId} answers for it]',
    act: OVERDUE_ACT,
  },
  RequirementEscalated: {
    vi: 'báo cáo vượt cấp về việc chậm khắc phục lên {toPostId} (cấp {level})',
    en: 'escalated the overdue remedy to {toPostId} (level {level})',
    act: { vi: 'báo cáo vượt cấp về việc chậm khắc phục', en: 'escalated an overdue remedy' },
  },
  RequirementDueSet: {
    vi: 'tính hạn khắc phục {due}[ thay cho {from}] theo lịch làm việc năm {year} ({source})',
    en: 'set the due instant {due} of a remedy[ instead of {from}] by the calendar of {year} ({source})',
    act: { vi: 'tính hạn khắc phục', en: 'set the due instant of a remedy' },
  },
  InspectionClosed: {
    vi: 'kết thúc cuộc kiểm tra, {requirements} yêu cầu đã được xác nhận khắc phục',
    en: 'closed the inspection, {requirements} requirement(s) verified as remedied',
    act: { vi: 'kết thúc cuộc kiểm tra', en: 'closed the inspection' },
  },
  InspectionCancelled: { vi: 'hủy cuộc kiểm tra: {reason}', en: 'called the inspection off: {reason}' },
  InspectionTransferred: {
    vi: 'chuyển cuộc kiểm tra sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the inspection to the successor {toOffice} by {document}',
    act: { vi: 'chuyển cuộc kiểm tra sang đơn vị kế thừa', en: 'handed the inspection to the successor' },
  },
  InspectionTakenOver: {
    vi: 'tiếp nhận cuộc kiểm tra của {fromOffice} theo {document}',
    en: 'took the inspection over from {fromOffice} by {document}',
    act: { vi: 'tiếp nhận cuộc kiểm tra của đơn vị trước', en: 'took an inspection over' },
  },
  OversightNoteReceived: {
    vi: 'tiếp nhận kiến nghị giám sát số {documentNumber} ngày {documentDate} của {overseer}, hạn trả lời {due}',
    en: 'received the note {documentNumber} of {documentDate} from {overseer}, to be answered by {due}',
    act: { vi: 'tiếp nhận kiến nghị giám sát', en: 'received a note of oversight' },
  },
  OversightNoteAssigned: {
    vi: 'giao {unitId} trả lời kiến nghị giám sát',
    en: 'gave {unitId} the note of oversight to answer',
  },
  OversightNoteAnswered: {
    vi: 'trả lời kiến nghị giám sát bằng văn bản {documentNumber}: {done}',
    en: 'answered the note of oversight by {documentNumber}: {done}',
    act: { vi: 'trả lời kiến nghị giám sát', en: 'answered a note of oversight' },
  },
  OversightNoteReminded: {
    vi: 'nhắc[ {toPostId}] sắp đến hạn trả lời kiến nghị giám sát {due}',
    en: 'reminded[ {toPostId}] that a note of oversight is to be answered by {due}',
    act: { vi: 'nhắc sắp đến hạn trả lời kiến nghị giám sát', en: 'reminded of a note of oversight' },
  },
  OversightNoteMissed: {
    vi: 'ghi nhận quá hạn trả lời kiến nghị giám sát từ {due}[, {postId} chịu trách nhiệm]',
    en: 'found a note of oversight unanswered since {due}[; {postId} answers for it]',
    act: { vi: 'ghi nhận quá hạn trả lời kiến nghị giám sát', en: 'found a note of oversight unanswered' },
  },
  OversightNoteEscalated: {
    vi: 'báo cáo vượt cấp về kiến nghị giám sát chưa trả lời lên {toPostId} (cấp {level})',
    en: 'escalated the unanswered note of oversight to {toPostId} (level {level})',
    act: {
      vi: 'báo cáo vượt cấp về kiến nghị giám sát chưa trả lời',
      en: 'escalated an unanswered note of oversight',
    },
  },
  OversightNoteDueSet: {
    vi: 'tính hạn trả lời kiến nghị giám sát {due}[ thay cho {from}] theo lịch làm việc năm {year} ({source})',
    en: 'set the due instant {due} of a note of oversight[ instead of {from}] by the calendar of {year} ({source})',
    act: { vi: 'tính hạn trả lời kiến nghị giám sát', en: 'set the due instant of a note of oversight' },
  },
  OversightNoteTransferred: {
    vi: 'chuyển kiến nghị giám sát sang đơn vị kế thừa {toOffice} theo {document}',
    en: 'handed the note of oversight to the successor {toOffice} by {document}',
    act: {
      vi: 'chuyển kiến nghị giám sát sang đơn vị kế thừa',
      en: 'handed the note of oversight to the successor',
    },
  },
  OversightNoteTakenOver: {
    vi: 'tiếp nhận kiến nghị giám sát của {fromOffice} theo {document}',
    en: 'took the note of oversight over from {fromOffice} by {document}',
    act: { vi: 'tiếp nhận kiến nghị giám sát của đơn vị trước', en: 'took a note of oversight over' },
  },
};
