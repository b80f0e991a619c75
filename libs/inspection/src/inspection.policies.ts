import { actOfStep, awaitedBy, eachStep, type StepTaker } from '#deadline';
import { allStreams, causedBy, isOf, type AggregateStore, type StoredEvent } from '#event-store';
import { inOffice } from '#kernel';
import { followCalendarBySteps, type Commands, type Organisation } from '#organisation';
import type { Reaction } from '#projection';
import { REQUIREMENT_STEP } from './inspection/inspection.guards.js';
import { inspection } from './inspection/inspection.js';
import { TakeRequirementStep } from './inspection/lateness.js';
import { TakeOverInspection, TransferInspection, carriedInspection } from './inspection/transfer.js';
import { NOTE_STEP, TakeOversightStep } from './oversight/note.acts.js';
import { oversightNote } from './oversight/note.js';
import { TakeOverOversightNote, TransferOversightNote, carriedNote } from './oversight/transfer.js';

const ruleOf = (step: string, owner: string): string => {
  if (awaitedBy(step, owner)) return 'R38';
  return step.startsWith(`${owner}escalate`) ? 'R7' : 'R6';
};

/** Reminders, misses and escalation of what is required. Ids derive from the step, so twice is once. */
export const requirementSteps = (aggregates: AggregateStore, commands: Commands): StepTaker =>
  eachStep(
    (_office, { occurrenceId, step, ...due }) =>
      commands.send(
        TakeRequirementStep,
        actOfStep({ occurrenceId, step, ...due }, ruleOf(step, REQUIREMENT_STEP)),
        due.subject,
        { occurrenceId, step },
      ),
    (office, subjects) => aggregates.warm(inspection, office, subjects),
  );

/** The same of notes of oversight. */
export const noteSteps = (aggregates: AggregateStore, commands: Commands): StepTaker =>
  eachStep(
    (_office, due) =>
      commands.send(TakeOversightStep, actOfStep(due, ruleOf(due.step, NOTE_STEP)), due.subject, {
        step: due.step,
      }),
    (office, subjects) => aggregates.warm(oversightNote, office, subjects),
  );

/** When the office's calendar has become another, the ends of requirements are computed anew. */
export const requirementsByCalendar = (aggregates: AggregateStore, commands: Commands): Reaction =>
  followCalendarBySteps(aggregates, commands, inspection, {
    command: TakeRequirementStep,
    owner: REQUIREMENT_STEP,
    deadlines: ({ requirements }) => requirements.map(({ occurrenceId }) => ({ occurrenceId })),
  });

/** The same of notes of oversight. */
export const notesByCalendar = (aggregates: AggregateStore, commands: Commands): Reaction =>
  followCalendarBySteps(aggregates, commands, oversightNote, {
    command: TakeOversightStep,
    owner: NOTE_STEP,
  });

/**
 * When a whole office ends, its inspections that are not over and notes that are not answered go to its successor (R28):
 * closed here, then taken over there.
 */
export function handOverInspections(
  aggregates: AggregateStore,
  commands: Commands,
  organisation: Organisation,
): Reaction {
  return {
    name: 'hand_over_inspections',
    types: ['OfficeEnded', 'InspectionTransferred', 'OversightNoteTransferred'],
    async react(events) {
      for (const event of events) {
        if (event.type === 'OfficeEnded') await transferAll(aggregates, commands, event);
        else await arrive(aggregates, commands, organisation, event);
      }
    },
  };
}

async function transferAll(
  aggregates: AggregateStore,
  commands: Commands,
  event: StoredEvent,
): Promise<void> {
  for (const [kind, command] of [
    [inspection.kind, TransferInspection],
    [oversightNote.kind, TransferOversightNote],
  ] as const)
    for await (const ids of allStreams(aggregates, event.office, kind))
      for (const id of ids) await commands.send(command, causedBy(event, 'inspection', 'R28', id), id, {});
}

async function arrive(
  aggregates: AggregateStore,
  commands: Commands,
  organisation: Organisation,
  event: StoredEvent,
): Promise<void> {
  const { office: fromOffice, subject } = event;
  const office = await organisation.current(fromOffice);
  const envelopeIn = (toOffice: string) => ({
    ...causedBy(event, 'inspection', 'R28', 'arrival'),
    office: toOffice,
  });
  if (isOf(inspection, event) && event.type === 'InspectionTransferred') {
    const { toOffice, document, was } = event.data;
    const { state } = await aggregates.load(inspection, fromOffice, subject);
    const carried = carriedInspection(state, was, office);
    if (!carried) return;
    const command = { fromOffice, document, carried };
    await inOffice(toOffice, () => commands.send(TakeOverInspection, envelopeIn(toOffice), subject, command));
  }
  if (isOf(oversightNote, event) && event.type === 'OversightNoteTransferred') {
    const { toOffice, document } = event.data;
    const { state } = await aggregates.load(oversightNote, fromOffice, subject);
    const carried = carriedNote(state, office);
    if (!carried) return;
    const command = { fromOffice, document, carried };
    await inOffice(toOffice, () =>
      commands.send(TakeOverOversightNote, envelopeIn(toOffice), subject, command),
    );
  }
}
