import type { Bilingual } from '#kernel';

/** The nine indices of handling (chỉ số đánh giá việc giải quyết thủ tục hành chính), 0, 1 or 2 each. */
export const HANDLING_INDICES = [
  'time',
  'offices-time',
  'contacts',
  'bodies',
  'desk',
  'publicity',
  'conduct',
  'feedback',
  'online',
] as const;
export type HandlingIndex = (typeof HANDLING_INDICES)[number];

/** Those that are scored for each dossier (form 01). */
export const PER_DOSSIER = ['time', 'offices-time', 'contacts', 'bodies', 'conduct'] as const;
export type DossierIndex = (typeof PER_DOSSIER)[number];

/** Those that no event tells: a hand enters them, with what shows it (R31). */
export const BY_HAND = ['desk', 'publicity'] as const;
export type HandIndex = (typeof BY_HAND)[number];

export const MOST_POINTS = 2;
export const SOURCE = 'Thông tư 01/2018/TT-VPCP, Điều 13–15';

/** A declaration that readers see beside each figure: what it is and how it is counted. */
export const INDEX_NAMES: Readonly<Record<HandlingIndex, { name: Bilingual; rule: Bilingual }>> = {
  time: {
    name: { vi: '1. Tổng thời gian giải quyết', en: '1. Total time' },
    rule: {
      vi: 'Sớm hẹn 2, đúng hẹn 1, trễ hẹn 0',
      en: 'Early 2, on the day 1, late 0',
    },
  },
  'offices-time': {
    name: { vi: '2. Thời gian của từng cơ quan, đơn vị tham gia', en: '2. Time of each office taking part' },
    rule: {
      vi: 'Mọi bước sớm hạn 2, không bước nào trễ 1, có bước trễ 0',
      en: 'Every step early 2, none late 1, one late 0',
    },
  },
  contacts: {
    name: { vi: '3. Số lần phải liên hệ để hoàn thiện hồ sơ', en: '3. Contacts to complete the dossier' },
    rule: { vi: 'Không lần nào 2, một lần 1, nhiều hơn 0', en: 'None 2, one 1, more 0' },
  },
  bodies: {
    name: { vi: '4. Số cơ quan, đơn vị phải liên hệ', en: '4. Bodies that had to be contacted' },
    rule: {
      vi: 'Mỗi lần tạm dừng chờ nơi khác tính một: không 2, một 1, nhiều hơn 0',
      en: 'Each pause that waits for another body counts one: none 2, one 1, more 0',
    },
  },
  desk: {
    name: { vi: '5. Tổ chức Bộ phận Một cửa', en: '5. Organisation of the desk' },
    rule: { vi: 'Nhập tay, có minh chứng', en: 'Entered by hand, with evidence' },
  },
  publicity: {
    name: { vi: '6. Công khai thủ tục hành chính', en: '6. Publicity of procedures' },
    rule: { vi: 'Nhập tay, có minh chứng', en: 'Entered by hand, with evidence' },
  },
  conduct: {
    name: { vi: '7. Thái độ, trách nhiệm', en: '7. Conduct' },
    rule: {
      vi: 'Sớm hẹn 2, đúng hẹn 1; trễ hẹn hoặc có phản ánh về thái độ 0',
      en: 'Early 2, on the day 1; late, or with feedback on conduct 0',
    },
  },
  feedback: {
    name: { vi: '8. Tiếp thu, giải trình phản ánh, kiến nghị', en: '8. Feedback answered in time' },
    rule: { vi: 'Đúng hạn tất cả 2, từ 90% 1, còn lại 0', en: 'All in time 2, from 90% 1, less 0' },
  },
  online: {
    name: { vi: '9. Cung cấp dịch vụ công trực tuyến', en: '9. Online service' },
    rule: {
      vi: 'Trung bình các thủ tục đã giải quyết: toàn trình 2, một phần 1, tại quầy 0',
      en: 'Mean of the procedures handled: full online 2, partial 1, at the counter 0',
    },
  },
};
