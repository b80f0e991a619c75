import type { Bilingual } from '#kernel';
import type { Stage } from './round.js';

export const STAGE_WORDS: Record<Stage, Bilingual> = {
  self: { vi: 'tự chấm', en: 'self-score' },
  appraisal: { vi: 'thẩm định lần 1', en: 'first appraisal' },
  explanation: { vi: 'giải trình', en: 'explanation' },
  second: { vi: 'thẩm định lần 2', en: 'second appraisal' },
  council: { vi: 'hội đồng', en: 'council' },
  final: { vi: 'chốt kết quả', en: 'final' },
};

/** Stages as a refusal names them. */
export const stagesSaid = (...stages: Stage[]): string =>
  stages.map((stage) => `${STAGE_WORDS[stage].vi} · ${STAGE_WORDS[stage].en}`).join(', ');
