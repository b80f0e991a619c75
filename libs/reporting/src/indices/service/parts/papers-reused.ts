import { FITTED, type ServicePart } from '../part.js';

export const PAPERS_REUSED: ServicePart = {
  code: 'papers-reused',
  group: 'digitisation',
  max: 2,
  name: { vi: 'Khai thác, sử dụng lại dữ liệu', en: 'Re-use' },
  formula: {
    vi: 'min(2; 2 × tỷ lệ / 0,8), tỷ lệ = hồ sơ dùng lại giấy tờ đã số hóa / hồ sơ tiếp nhận trong kỳ',
    en: 'min(2, 2 × share / 0.8), share = dossiers that use an earlier file again / received in the period',
  },
  source: FITTED,
  ratio: { part: 'papersReused', whole: 'received', fullAt: 0.8, wholeStays: true },
  withoutData: { whole: 'received', gives: 'none' },
};
