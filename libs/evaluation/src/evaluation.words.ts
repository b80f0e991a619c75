import type { Words } from '#ledger';
import type { Bilingual } from '#kernel';
import type { Grade } from './regime/grades.js';
import type { Regime } from './regime/regimes.js';

export const GRADE_WORDS: Record<Grade, Bilingual> = {
  excellent: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'excellent' },
  good: { vi: 'hoàn thành tốt nhiệm vụ', en: 'good' },
  completed: { vi: 'hoàn thành nhiệm vụ', en: 'completed' },
  'not-completed': { vi: 'không hoàn thành nhiệm vụ', en: 'not completed' },
};

const REGIME_WORDS: Record<Regime['code'], Bilingual> = {
  'nd-90-2020': { vi: 'Nghị định 90/2020/NĐ-CP', en: 'Decree 90/2020' },
  'nd-335-2025': { vi: 'Nghị định 335/2025/NĐ-CP', en: 'Decree 335/2025' },
};

/** Code words of evaluations' events, in words. */
export const evaluationWords: Words = {
  'UnitGradeRecorded.grade': GRADE_WORDS,
  'HandlingScored.index': {
    desk: { vi: 'tổ chức Bộ phận Một cửa', en: 'the organisation of the desk' },
    publicity: { vi: 'công khai thủ tục hành chính', en: 'the publicity of procedures' },
  },
  'UnitGraded.grade': GRADE_WORDS,
  'UnitGraded.was': GRADE_WORDS,
  'GradeReplaced.grade': GRADE_WORDS,
  'GradeReplaced.was': GRADE_WORDS,
  'EvaluationYearOpened.regime': REGIME_WORDS,
  'EvaluationOpened.regime': REGIME_WORDS,
};
