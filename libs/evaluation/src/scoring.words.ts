import type { Words } from '#ledger';
import { STAGE_WORDS } from './round/stage-words.js';

/** Code words of scoring rounds' events, in words. */
export const scoringWords: Words = {
  'ScoringRoundAdvanced.was': STAGE_WORDS,
  'ScoringRoundAdvanced.stage': STAGE_WORDS,
  'ScoringRoundClosed.was': STAGE_WORDS,
  'ScoringRoundUnlocked.stage': STAGE_WORDS,
};
