import { FITTED, type ServicePart } from '../part.js';

export const RECEPTION_SATISFIED: ServicePart = {
  code: 'reception-satisfied',
  group: 'satisfaction',
  max: 6,
  name: { vi: 'Hài lòng trong tiếp nhận, giải quyết hồ sơ', en: 'Satisfied with reception' },
  formula: {
    vi: 'min(6; 6 × tỷ lệ / 0,9), tỷ lệ = 100% − (% trễ hạn + % có phản ánh hoặc không hài lòng) của hồ sơ tiếp nhận trong kỳ; không có hồ sơ: 0 điểm',
    en: 'min(6, 6 × share / 0.9), share = 100% − (late % + % with feedback or dislike) of those received in the period; no dossiers: 0',
  },
  source: FITTED,
  ratio: { part: { less: ['late', 'displeased'] }, whole: 'received', fullAt: 0.9 },
  withoutData: { whole: 'received', gives: 'none' },
};
