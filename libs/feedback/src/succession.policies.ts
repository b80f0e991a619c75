import {
  allStreams,
  causedBy,
  causedIn,
  isOf,
  type AggregateStore,
  type EventOf,
  type StoredEvent,
} from '#event-store';
import { inOffice } from '#kernel';
import type { Commands, Organisation } from '#organisation';
import { ArrivePerson } from '#persons';
import type { Reaction } from '#projection';
import { dialogue, type DialogueEvent } from './dialogue/dialogue.js';
import { TakeOverDialogue, TransferDialogue } from './dialogue/transfer.js';
import { feedback } from './feedback/feedback.js';
import type { FeedbackEvent } from './feedback/feedback.events.js';
import { TakeOverFeedback, TransferFeedback, carriedFeedback } from './feedback/transfer.js';
import { registeringUnit } from './take-in.js';

interface HandingOver {
  aggregates: AggregateStore;
  commands: Commands;
  organisation: Organisation;
}

/**
 * When a whole office ends, feedback that is not done with and dialogues that were not held go to its successor (R28): closed
 * here, then taken over there. Whoever wrote or asked is registered there for the unit that keeps the register; the one that
 * is to answer has its duty as well.
 */
export function handOverFeedback(
  aggregates: AggregateStore,
  commands: Commands,
  organisation: Organisation,
): Reaction {
  const handing = { aggregates, commands, organisation };
  return {
    name: 'hand_over_feedback',
    types: ['OfficeEnded', 'FeedbackTransferred', 'DialogueTransferred'],
    async react(events) {
      for (const event of events) {
        if (event.type === 'OfficeEnded') await transferAll(handing, event);
        if (isOf(feedback, event) && event.type === 'FeedbackTransferred')
          await feedbackArrives(handing, event);
        if (isOf(dialogue, event) && event.type === 'DialogueTransferred')
          await dialogueArrives(handing, event);
      }
    },
  };
}

async function transferAll({ aggregates, commands }: HandingOver, event: StoredEvent): Promise<void> {
  for (const [kind, command] of [
    [feedback.kind, TransferFeedback],
    [dialogue.kind, TransferDialogue],
  ] as const)
    for await (const ids of allStreams(aggregates, event.office, kind))
      await Promise.all(
        ids.map((id) => commands.send(command, causedBy(event, 'feedback', 'R28', id), id, {})),
      );
}

async function feedbackArrives(
  { aggregates, commands, organisation }: HandingOver,
  event: EventOf<FeedbackEvent, 'FeedbackTransferred'>,
): Promise<void> {
  const { office: fromOffice, subject } = event;
  const { toOffice, document, was } = event.data;
  const { state } = await aggregates.load(feedback, fromOffice, subject);
  const ended = await organisation.current(fromOffice);
  const carried = carriedFeedback(state, { was, from: fromOffice }, ended);
  if (!carried || carried.authorId === null) return;
  const author = carried.authorId;
  const arrival = (what: string) => causedIn(toOffice, event, 'feedback', 'R28', what);
  await inOffice(toOffice, async () => {
    const unitId = registeringUnit(await organisation.current(toOffice));
    await commands.send(ArrivePerson, arrival('person'), author, { unitId });
    await commands.send(TakeOverFeedback, arrival('arrival'), subject, { fromOffice, document, carried });
  });
}

async function dialogueArrives(
  { aggregates, commands, organisation }: HandingOver,
  event: EventOf<DialogueEvent, 'DialogueTransferred'>,
): Promise<void> {
  const { office: fromOffice, subject } = event;
  const { toOffice, document } = event.data;
  const { state: carried } = await aggregates.load(dialogue, fromOffice, subject);
  const arrival = (what: string) => causedIn(toOffice, event, 'feedback', 'R28', what);
  await inOffice(toOffice, async () => {
    const unitId = registeringUnit(await organisation.current(toOffice));
    for (const { askerId } of carried.questions)
      if (askerId !== null) await commands.send(ArrivePerson, arrival(askerId), askerId, { unitId });
    await commands.send(TakeOverDialogue, arrival('arrival'), subject, { fromOffice, document, carried });
  });
}
