import {
  allStreams,
  causedBy,
  causedIn,
  isOf,
  type AggregateStore,
  type Aggregate,
  type EventOf,
  type NewEvent,
  type StoredEvent,
} from '#event-store';
import { inOffice } from '#kernel';
import type { Commands, Organisation } from '#organisation';
import type { Reaction } from '#projection';
import type { OfficialEvent } from './official/official.events.js';
import { officialEvaluation, officialSubject } from './official/official.js';
import {
  BringScoresAlong,
  TakeOverEvaluation,
  TransferEvaluation,
  carriedEvaluation,
} from './official/transfer.js';
import { CloseScoringRound } from './round/closing.js';
import { scoringRound } from './round/round.js';
import { TakeOverEvaluationYear, TransferEvaluationYear, carriedYear } from './year/transfer.js';
import type { YearEvent } from './year/year.events.js';
import { evaluationYear } from './year/year.js';

/** What happens to every stream of a kind as an office ends (R28). */
async function toAll<S, E extends NewEvent>(
  aggregates: AggregateStore,
  { kind }: Aggregate<S, E>,
  event: StoredEvent,
  act: (id: string, envelope: ReturnType<typeof causedBy>) => Promise<unknown>,
): Promise<void> {
  for await (const ids of allStreams(aggregates, event.office, kind))
    for (const id of ids) await act(id, causedBy(event, 'evaluation', 'R28', id));
}

/** When a whole office ends, its rounds that are not final are closed, in sight (R28): nobody could end them any more. */
export function closeRounds(aggregates: AggregateStore, commands: Commands): Reaction {
  return {
    name: 'close_scoring_rounds',
    types: ['OfficeEnded'],
    async react(events) {
      for (const event of events)
        await toAll(aggregates, scoringRound, event, (id, envelope) =>
          commands.send(CloseScoringRound, envelope, id, {}),
        );
    },
  };
}

/**
 * When a whole office ends, its officials' years are handed on and its grades go to the successor with what is held against
 * them (R28): closed here, then taken over there. Appeals are decided there; months count towards the year there.
 */
export function handOverEvaluations(
  aggregates: AggregateStore,
  commands: Commands,
  organisation: Organisation,
): Reaction {
  return {
    name: 'hand_over_evaluations',
    types: ['OfficeEnded', 'EvaluationHandedOn', 'EvaluationYearTransferred'],
    async react(events) {
      for (const event of events) {
        if (event.type === 'OfficeEnded') await transferAll(aggregates, commands, event);
        if (isOf(officialEvaluation, event) && event.type === 'EvaluationHandedOn')
          await evaluationArrives(aggregates, commands, organisation, event);
        if (isOf(evaluationYear, event) && event.type === 'EvaluationYearTransferred')
          await yearArrives(aggregates, commands, organisation, event);
      }
    },
  };
}

async function transferAll(
  aggregates: AggregateStore,
  commands: Commands,
  event: StoredEvent,
): Promise<void> {
  await toAll(aggregates, officialEvaluation, event, (id, envelope) =>
    commands.send(TransferEvaluation, envelope, id, {}),
  );
  await toAll(aggregates, evaluationYear, event, (id, envelope) =>
    commands.send(TransferEvaluationYear, envelope, id, {}),
  );
}

async function evaluationArrives(
  aggregates: AggregateStore,
  commands: Commands,
  organisation: Organisation,
  event: EventOf<OfficialEvent, 'EvaluationHandedOn'>,
): Promise<void> {
  const { office: fromOffice, subject } = event;
  const { successor: toOffice, documentNumber: document, documentDate: day } = event.data;
  if (toOffice === undefined) return; // somebody moved: the office that they moved to takes the scores in by hand
  const [{ state }, office] = await Promise.all([
    aggregates.load(officialEvaluation, fromOffice, subject),
    organisation.current(fromOffice),
  ]);
  const carried = carriedEvaluation(state, fromOffice, office, { document, day });
  const envelope = causedIn(toOffice, event, 'evaluation', 'R28', 'arrival');
  await inOffice(toOffice, () =>
    commands.send(TakeOverEvaluation, envelope, subject, { fromOffice, document, carried }),
  );
}

async function yearArrives(
  aggregates: AggregateStore,
  commands: Commands,
  organisation: Organisation,
  event: EventOf<YearEvent, 'EvaluationYearTransferred'>,
): Promise<void> {
  const { office: fromOffice, subject } = event;
  const { toOffice, document } = event.data;
  const [{ state }, office] = await Promise.all([
    aggregates.load(evaluationYear, fromOffice, subject),
    organisation.current(fromOffice),
  ]);
  const carried = carriedYear(state, fromOffice, office);
  const envelope = causedIn(toOffice, event, 'evaluation', 'R28', 'arrival');
  await inOffice(toOffice, () =>
    commands.send(TakeOverEvaluationYear, envelope, subject, { fromOffice, document, carried }),
  );
}

/** What somebody was scored in an office that went into this one counts towards their year here, whichever of the two is there first. */
export function bringScores(commands: Commands, organisation: Organisation): Reaction {
  return {
    name: 'bring_scores_along',
    types: ['EvaluationOpened', 'EvaluationTakenOver'],
    async react(events) {
      for (const event of events) {
        if (!isOf(officialEvaluation, event)) continue;
        const { office, subject } = event;
        const bring = (own: string, former: string) =>
          commands.send(BringScoresAlong, causedBy(event, 'evaluation', 'R28', former), own, { former });
        if (event.type === 'EvaluationTakenOver')
          await bring(officialSubject(office, event.data.year, event.data.personId), subject);
        if (event.type !== 'EvaluationOpened') continue;
        const { year, personId } = event.data;
        for (const before of (await organisation.current(office)).predecessors)
          await bring(subject, officialSubject(before, year, personId));
      }
    },
  };
}
