import { OneOf, Text } from '#kernel';
import { guarded, hasRole } from '#organisation/office';
import { atStage, forAppraisers, forTheScored, type RoundContext } from './round.guards.js';
import { STAGES, indexOf, openCriteria, type Round, type RoundEvent, type Stage } from './round.js';
import { councilsToEnd, criteriaOpen } from './round.refusals.js';

/** Ends a stage and begins the next (chuyển bước); the last one locks the round with its index. */
export class AdvanceScoringRound {}

const NEXT: Readonly<Record<Stage, Stage>> = {
  self: 'appraisal',
  appraisal: 'explanation',
  explanation: 'second',
  second: 'council',
  council: 'final',
  final: 'final',
};

/** Those who are scored end their own stages; the others are ended by whoever appraises, the council's by the chairman. */
function mayAdvance(state: Round, context: RoundContext): Round {
  atStage(state, 'self', 'appraisal', 'explanation', 'second', 'council');
  if (state.stage === 'self' || state.stage === 'explanation')
    return forTheScored('self', 'explanation')(state, context);
  forAppraisers('appraisal', 'second', 'council')(state, context);
  if (state.stage === 'council' && !hasRole(context.office, context.actor, 'chairman')) throw councilsToEnd();
  return state;
}

export const advanceScoringRound = guarded(mayAdvance, (state): RoundEvent[] => {
  const was = STAGES.find((one) => one === state.stage) ?? 'self';
  const stage = NEXT[was];
  // A survey's result is there by the time the council decides.
  const open = openCriteria(state, 'scored', ...(was === 'council' ? (['survey'] as const) : []));
  const unmeasured = was === 'self' ? open.filter(({ computed }) => !computed) : open;
  if (unmeasured.length > 0)
    throw criteriaOpen({
      open: unmeasured.length,
      which: unmeasured
        .slice(0, 5)
        .map(({ code }) => code)
        .join(', '),
    });
  const index = stage === 'final' ? indexOf(state) : null;
  return [{ type: 'ScoringRoundAdvanced', data: { was, stage, index } }];
});

const BACK_TO = ['self', 'appraisal', 'second', 'council'] as const;

/** Unlocks a round that is final (mở khóa kỳ chấm), with the reason. */
export class UnlockScoringRound {
  @OneOf({ description: 'Mở lại từ bước · back to the stage', values: BACK_TO })
  stage!: (typeof BACK_TO)[number];

  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const unlockScoringRound = guarded(
  (state: Round) => atStage(state, 'final'),
  (_state, { stage, reason }: UnlockScoringRound): RoundEvent[] => [
    { type: 'ScoringRoundUnlocked', data: { stage, reason } },
  ],
);
