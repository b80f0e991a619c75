import { actOfStep, awaitedBy, eachStep, type StepTaker } from '#deadline';
import { causedBy, causedIn, isOf, type AggregateStore, type EventOf, type StoredEvent } from '#event-store';
import { derivedId, inOffice } from '#kernel';
import { followCalendar, reasonOf, type Commands, type Organisation } from '#organisation';
import { ArrivePerson } from '#persons';
import type { Reaction } from '#projection';
import { DOSSIER_STEP } from './dossier/agenda.js';
import { dossier } from './dossier/dossier.js';
import type { DossierEvent } from './dossier/dossier.events.js';
import { TakeDossierStep } from './dossier/lateness.js';
import { RecomputeDue } from './dossier/recompute.js';
import { TakeOverDossier, TransferDossier, carriedDossier } from './dossier/transfer.js';
import type { Dossiers } from './dossiers.service.js';

/** Warnings, apologies owed, lateness, escalation, supplements that nobody answered. Ids derive from the step (R6). */
export function dossierSteps(dossiers: Dossiers, commands: Commands): StepTaker {
  return eachStep(
    (_office, step) =>
      commands.send(
        TakeDossierStep,
        actOfStep(step, ruleOf(step.step.slice(DOSSIER_STEP.length))),
        step.subject,
        { step: step.step },
      ),
    (office, subjects) => dossiers.warm(office, subjects),
  );
}

const ruleOf = (step: string): string => {
  if (awaitedBy(step)) return 'R38';
  if (awaitedBy(step, 'pause-')) return 'R38';
  if (step.startsWith('escalate') || step.startsWith('pause-escalate')) return 'R7';
  if (step.startsWith('pause-')) return 'R14';
  if (step === 'apology') return 'R17';
  return step === 'unanswered' ? 'R13' : 'R16';
};

/** When the office's calendar has become another, running dossiers are computed anew: those move that it touches. */
export const dossiersByCalendar = (aggregates: AggregateStore, commands: Commands): Reaction =>
  followCalendar(aggregates, dossier, (change, dossierId) =>
    commands.send(RecomputeDue, causedBy(change, 'calendar', 'R11', dossierId), dossierId, {
      reason: reasonOf(change),
    }),
  );

/** Computes a dossier's due instant anew after the calendar changed; `run` names the act, for the reason may be given again. */
export const recomputeDossier = (
  commands: Commands,
  office: string,
  dossierId: string,
  reason: string,
  run: string,
) =>
  commands.send(
    RecomputeDue,
    { office, actor: 'worker:calendar', commandId: derivedId(dossierId, 'recompute', run), rule: 'R11' },
    dossierId,
    { reason },
  );

/**
 * When a whole office ends, its open dossiers and those that owe money back go to its successor (R28), as its tasks do:
 * closed here, then taken over there. Whoever they are about is registered there for the unit that takes them over.
 */
export function handOverDossiers(
  dossiers: Dossiers,
  commands: Commands,
  organisation: Organisation,
): Reaction {
  return {
    name: 'hand_over_dossiers',
    types: ['OfficeEnded', 'DossierTransferred', 'RefundOwed'],
    async react(events) {
      for (const event of events)
        if (event.type === 'OfficeEnded') await transferOpen(dossiers, commands, event);
      // Money that came once the office had ended; while it goes on, nothing is handed over.
      for (const event of events)
        if (event.type === 'RefundOwed')
          await commands.send(
            TransferDossier,
            causedBy(event, 'dossiers', 'R28', 'owing'),
            event.subject,
            {},
          );
      await Promise.all(
        events.flatMap((event) =>
          isOf(dossier, event) && event.type === 'DossierTransferred'
            ? [arrive(dossiers, commands, organisation, event)]
            : [],
        ),
      );
    },
  };
}

async function transferOpen(dossiers: Dossiers, commands: Commands, event: StoredEvent): Promise<void> {
  for await (const ids of dossiers.all(event.office)) {
    await dossiers.warm(event.office, ids);
    await Promise.all(
      ids.map((id) => commands.send(TransferDossier, causedBy(event, 'dossiers', 'R28', id), id, {})),
    );
  }
}

async function arrive(
  dossiers: Dossiers,
  commands: Commands,
  organisation: Organisation,
  event: EventOf<DossierEvent, 'DossierTransferred'>,
): Promise<void> {
  const { toOffice, document, was } = event.data;
  const { state } = await dossiers.load(event.office, event.subject);
  const from = { was, from: event.office };
  const carried = carriedDossier(state, from, await organisation.current(event.office));
  if (!carried) return;
  await inOffice(toOffice, async () => {
    const { posts } = await organisation.current(toOffice);
    const unitId = carried.postId === null ? undefined : posts.get(carried.postId)?.unitId;
    if (state.applicantId !== null && unitId !== undefined)
      await commands.send(
        ArrivePerson,
        causedIn(toOffice, event, 'dossiers', 'R28', 'person'),
        state.applicantId,
        { unitId },
      );
    const command = { fromOffice: event.office, document, carried };
    const envelope = causedIn(toOffice, event, 'dossiers', 'R28', 'arrival');
    await commands.send(TakeOverDossier, envelope, event.subject, command);
  });
}
