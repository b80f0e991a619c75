import type { Words } from '#ledger';
import type { Bilingual } from '#kernel';
import type { FindingKind } from './inspection/inspection.events.js';
import type { Overseer } from './oversight/note.events.js';
import type { InspectionKind } from './programme/programme.js';

export const KIND_WORDS: Record<InspectionKind, Bilingual> = {
  reform: { vi: 'kiểm tra cải cách hành chính', en: 'an inspection of the reform' },
  duty: { vi: 'kiểm tra công vụ', en: 'an inspection of duty' },
  discipline: { vi: 'kiểm tra kỷ luật, kỷ cương hành chính', en: 'an inspection of discipline' },
  delegated: { vi: 'kiểm tra nhiệm vụ phân cấp, ủy quyền', en: 'an inspection of delegated tasks' },
  quality: { vi: 'đánh giá nội bộ ISO 9001', en: 'an internal audit by ISO 9001' },
};

const FINDING_WORDS: Record<FindingKind, Bilingual> = {
  strength: { vi: 'ưu điểm', en: 'what is good' },
  remark: { vi: 'điểm cần lưu ý', en: 'a remark' },
  fault: { vi: 'tồn tại, hạn chế', en: 'a fault' },
  nonconformity: { vi: 'điểm không phù hợp', en: 'a non-conformity' },
};

export const OVERSEER_WORDS: Record<Overseer, Bilingual> = {
  'fatherland-front': { vi: 'Ủy ban Mặt trận Tổ quốc', en: 'the Fatherland Front' },
  'peoples-council': { vi: 'Hội đồng nhân dân', en: 'the People’s Council' },
  'peoples-inspection': { vi: 'Ban Thanh tra nhân dân', en: 'the People’s Inspection' },
};

/** Code words of inspections' events, in words. */
export const inspectionWords: Words = {
  'InspectionOpened.kind': KIND_WORDS,
  'FindingNoted.kind': FINDING_WORDS,
  'OversightNoteReceived.overseer': OVERSEER_WORDS,
};
