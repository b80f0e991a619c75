import { refusal } from '#kernel';
import type { Office } from './standing.js';

export const unknownPost = refusal(
  'unknown_post',
  422,
  { vi: 'Không có vị trí này', en: 'There is no such post' },
  { vi: 'Chọn một vị trí trong danh sách tổ chức.', en: 'Choose a post of the organisation.' },
);
export const organisationInvalid = refusal(
  'organisation_invalid',
  422,
  { vi: 'Không sắp xếp như vậy được', en: 'This can’t be arranged so' },
  { vi: 'Sửa lại: {why}.', en: 'Correct it: {why}.' },
);
export const successorMissing = refusal(
  'successor_missing',
  409,
  { vi: 'Chưa có nơi nhận trách nhiệm', en: 'Nobody takes over the responsibilities' },
  {
    vi: 'Nêu nơi nhận toàn bộ việc, đang hoạt động và có người đứng đầu: {why}.',
    en: 'Name a living successor with a head that takes everything over: {why}.',
  },
  'R28',
);
export const takeOverNotAgreed = refusal(
  'take_over_not_agreed',
  409,
  { vi: 'Đơn vị kế thừa chưa đồng ý', en: 'The office that takes over has not agreed' },
  {
    vi: 'Người đứng đầu {successor} đồng ý tiếp nhận theo đúng văn bản này trước, rồi làm lại.',
    en: 'Let the head of {successor} agree to take over by this very document first, then do it again.',
  },
  'R28',
);
export const officeEnded = refusal(
  'office_ended',
  409,
  { vi: 'Đơn vị đã kết thúc hoạt động', en: 'This office has ended' },
  { vi: 'Mọi việc đã chuyển cho {successor}.', en: 'Everything went to {successor}.' },
  'R28',
);

/** After its end an office does nothing any more. */
export function requireLiving({ succession }: Office): void {
  if (succession) throw officeEnded({ successor: succession.successorName });
}
