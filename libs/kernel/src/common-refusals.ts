import { refusal, temporaryFailure } from './refusal.js';

export const invalidInput = refusal(
  'invalid_input',
  400,
  { vi: 'Dữ liệu gửi lên không hợp lệ', en: 'The data sent are not valid' },
  {
    vi: 'Sửa các trường được nêu trong "errors" rồi gửi lại.',
    en: 'Correct the fields named in "errors" and send again.',
  },
);
export const notFound = refusal(
  'not_found',
  404,
  { vi: 'Không tìm thấy', en: 'Not found' },
  { vi: 'Kiểm tra lại mã hoặc đường dẫn.', en: 'Check the id or the path.' },
);
export const unauthenticated = refusal(
  'unauthenticated',
  401,
  { vi: 'Chưa đăng nhập hoặc phiên đã hết hạn', en: 'Not signed in, or the session has expired' },
  { vi: 'Đăng nhập lại rồi làm tiếp.', en: 'Sign in again and go on.' },
);
export const staleVersion = refusal(
  'stale_version',
  412,
  { vi: 'Bản bạn đang xem đã cũ', en: 'You are looking at an outdated version' },
  {
    vi: 'Phiên bản hiện tại là {current}; tải lại rồi quyết định lại.',
    en: 'The current version is {current}; load it and decide again.',
  },
  'R36',
);
export const conflict = temporaryFailure(
  'conflict',
  409,
  { vi: 'Có người khác vừa thay đổi việc này', en: 'Somebody else has just changed this' },
  { vi: 'Tải lại rồi thử lại.', en: 'Load it again and retry.' },
  'R36',
);
export const keyReused = refusal(
  'idempotency_key_reused',
  422,
  {
    vi: 'Khóa Idempotency-Key đã dùng cho nội dung khác',
    en: 'This Idempotency-Key was used with another body',
  },
  { vi: 'Dùng khóa mới cho việc mới.', en: 'Use a new key for a new act.' },
  'R35',
);
export const unavailable = temporaryFailure(
  'unavailable',
  503,
  { vi: 'Cơ sở dữ liệu tạm thời không phục vụ', en: 'The database is temporarily unavailable' },
  {
    vi: 'Gửi lại sau vài giây với cùng Idempotency-Key.',
    en: 'Send again in a few seconds with the same Idempotency-Key.',
  },
);
export const beingMended = temporaryFailure(
  'being_mended',
  503,
  {
    vi: 'Hồ sơ, công việc này đang được khắc phục, chưa hiển thị đủ',
    en: 'This is being mended and can’t be shown whole yet',
  },
  {
    vi: 'Không có gì bị mất. Thử lại sau; quản trị viên thấy việc này bằng lệnh "mb doctor".',
    en: 'Nothing is lost. Try again later; the administrator sees it with "mb doctor".',
  },
);
