import type { Bilingual } from '#kernel';

/** What each event about a person's data says in the trail. */
export const personsSentences: Record<string, Bilingual> = {
  PersonRegistered: { vi: 'ghi dữ liệu một người cho {unitId}', en: 'registered a person for {unitId}' },
  PersonCorrected: { vi: 'sửa dữ liệu một người', en: 'corrected a person’s data' },
  ReadingsSealed: { vi: 'niêm phong các lần đọc dữ liệu cá nhân', en: 'sealed readings of personal data' },
  FileKept: { vi: 'nhận một tệp về một người', en: 'took a file about a person' },
  PersonShared: {
    vi: 'chia sẻ dữ liệu một người cho {unitId}: {reason}',
    en: 'shared a person’s data with {unitId}: {reason}',
  },
  PersonRetained: { vi: 'giữ dữ liệu đến {until}: {why}', en: 'keeps the data until {until}: {why}' },
  ChannelsChosen: { vi: 'chọn kênh thông báo', en: 'chose how to be told' },
  PersonErased: { vi: 'xóa dữ liệu cá nhân: {reason}', en: 'erased a person’s data: {reason}' },
};
