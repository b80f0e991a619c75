import type { RoundContext } from './round.guards.js';
import { STAGES, type Round, type RoundEvent } from './round.js';

/**
 * Closes a round that is not final as its office ends (đóng kỳ chấm điểm khi đơn vị kết thúc). It is not handed over: what
 * is scored is an office or a unit that no longer exists, and the successor is scored by a sheet of its own. The points
 * given so far stay to be read.
 */
export class CloseScoringRound {}

export function closeScoringRound(
  { stage }: Round,
  _command: CloseScoringRound,
  { office: { succession } }: RoundContext,
): RoundEvent[] {
  const was = STAGES.find((one) => one === stage);
  if (!succession || was === undefined || was === 'final') return [];
  const { successor: toOffice, document } = succession;
  return [{ type: 'ScoringRoundClosed', data: { was, toOffice, document } }];
}
