import { refusal, temporaryFailure } from '#kernel';

export const alreadyArchived = refusal(
  'already_archived',
  409,
  { vi: 'Hồ sơ đã bàn giao lưu trữ', en: 'The archive has this dossier already' },
  {
    vi: 'Tải lại đúng gói đã bàn giao nếu cần; không lập gói khác.',
    en: 'Download the package that was handed over; no other is made.',
  },
);
export const noArchivePackage = refusal(
  'no_archive_package',
  409,
  { vi: 'Hồ sơ chưa được đóng gói lưu trữ', en: 'Nothing of this dossier is packed for the archive' },
  { vi: 'Đóng gói hồ sơ trước.', en: 'Pack it first.' },
);
export const archiveDayInvalid = refusal(
  'archive_day_invalid',
  422,
  { vi: 'Ngày giao nhận không hợp lệ', en: 'It can’t have been handed over on that day' },
  {
    vi: 'Chọn ngày từ khi đóng gói đến hôm nay.',
    en: 'Choose a day from when it was packed until today.',
  },
);
export const archivePackageChanged = refusal(
  'archive_package_changed',
  409,
  {
    vi: 'Gói không còn lập lại được đúng như đã ghi',
    en: 'The package can’t be made again as it was recorded',
  },
  {
    vi: 'Dữ liệu công dân đã được đính chính sau khi đóng gói: đóng gói lại, hoặc dùng bản lưu trữ đã nhận.',
    en: 'What is known of its applicant was corrected since: pack it anew, or use the one the archive has.',
  },
);
export const notSealedYet = temporaryFailure(
  'not_sealed_yet',
  503,
  {
    vi: 'Các sự kiện mới nhất của hồ sơ chưa được chốt vào sổ',
    en: 'The dossier’s newest events are not sealed yet',
  },
  { vi: 'Thử lại sau vài giây.', en: 'Try again in a few seconds.' },
);
