import type { Sentences } from '#ledger';

/** What each event about a person's data says in the trail. */
export const personsSentences: Sentences = {
  PersonRegistered: {
    vi: 'ghi dữ liệu của một công dân, {unitId} sử dụng',
    en: 'registered a citizen’s data for {unitId}',
    act: { vi: 'ghi dữ liệu của một công dân', en: 'registered a citizen’s data' },
  },
  PersonTakenOver: {
    vi: 'tiếp nhận dữ liệu của một công dân từ {fromOffice} theo {document}',
    en: 'took a citizen’s data over from {fromOffice} by {document}',
    act: { vi: 'tiếp nhận dữ liệu của một công dân', en: 'took a citizen’s data over' },
  },
  PersonCorrected: { vi: 'sửa dữ liệu của một công dân', en: 'corrected a citizen’s data' },
  ReadingsSealed: {
    vi: 'niêm phong các lần xem dữ liệu cá nhân',
    en: 'sealed the readings of personal data',
  },
  FileUploaded: { vi: 'tải lên một tệp', en: 'uploaded a file' },
  FileAttached: { vi: 'gắn một tệp vào hồ sơ', en: 'attached a file to a dossier' },
  FileExpired: {
    vi: 'hủy một tệp tải lên mà không gắn vào hồ sơ nào',
    en: 'destroyed an upload that was attached to nothing',
  },
  FileKept: { vi: 'nhận một tệp của một công dân', en: 'took in a citizen’s file' },
  PersonShared: {
    vi: 'cho {unitId} sử dụng dữ liệu của một công dân[ đến hết ngày {until}]: {reason}',
    en: 'shared a citizen’s data with {unitId}[ until {until}]: {reason}',
    act: { vi: 'cho bộ phận khác sử dụng dữ liệu của một công dân', en: 'shared a citizen’s data' },
  },
  DutyEnded: {
    vi: 'cho thôi sử dụng dữ liệu của một công dân sau ngày {until}: {reason}',
    en: 'ended the use of a citizen’s data after {until}: {reason}',
    act: { vi: 'cho thôi sử dụng dữ liệu của một công dân', en: 'ended the use of a citizen’s data' },
  },
  BreachTold: {
    vi: 'lập báo cáo dữ liệu cá nhân đã bị xem[ bởi {personId}][ bằng mã truy cập {tokenId}] từ {from} đến {to}: {purpose}',
    en: 'reported whose data were reached[ by {personId}][ by the token {tokenId}] from {from} to {to}: {purpose}',
    act: { vi: 'lập báo cáo dữ liệu cá nhân đã bị xem', en: 'reported whose data were reached' },
  },
  PersonRetained: {
    vi: 'giữ dữ liệu của một công dân đến {until}: {why}',
    en: 'keeps a citizen’s data until {until}: {why}',
    act: { vi: 'giữ dữ liệu của một công dân', en: 'keeps a citizen’s data' },
  },
  ChannelsChosen: { vi: 'chọn kênh nhận thông báo', en: 'chose how to be told' },
  PersonErased: { vi: 'xóa dữ liệu của một công dân: {reason}', en: 'erased a citizen’s data: {reason}' },
};
