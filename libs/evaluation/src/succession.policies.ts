import { allStreams, causedBy, type AggregateStore } from '#event-store';
import type { Commands } from '#organisation';
import type { Reaction } from '#projection';
import { CloseScoringRound } from './round/closing.js';
import { scoringRound } from './round/round.js';

/** When a whole office ends, its rounds that are not final are closed, in sight (R28): nobody could end them any more. */
export function closeRounds(aggregates: AggregateStore, commands: Commands): Reaction {
  return {
    name: 'close_scoring_rounds',
    types: ['OfficeEnded'],
    async react(events) {
      for (const event of events)
        for await (const ids of allStreams(aggregates, event.office, scoringRound.kind))
          for (const id of ids)
            await commands.send(CloseScoringRound, causedBy(event, 'evaluation', 'R28', id), id, {});
    },
  };
}
