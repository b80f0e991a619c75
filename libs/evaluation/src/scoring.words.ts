import type { Words } from '#ledger';
import type { Bilingual } from '#kernel';
import type { Stage } from './round/round.js';

const STAGE_WORDS: Record<Stage, Bilingual> = {
  self: { vi: 'tự chấm', en: 'self-score' },
  appraisal: { vi: 'thẩm định lần 1', en: 'first appraisal' },
  explanation: { vi: 'giải trình', en: 'explanation' },
  second: { vi: 'thẩm định lần 2', en: 'second appraisal' },
  council: { vi: 'hội đồng', en: 'council' },
  final: { vi: 'chốt kết quả', en: 'final' },
};

/** Code words of scoring rounds' events, in words. */
export const scoringWords: Words = {
  'ScoringRoundAdvanced.was': STAGE_WORDS,
  'ScoringRoundAdvanced.stage': STAGE_WORDS,
  'ScoringRoundUnlocked.stage': STAGE_WORDS,
};
