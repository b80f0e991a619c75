import { eachStep, type StepTaker } from '#deadline';
import { derivedId, type Envelope } from '#kernel';
import type { Reaction } from '#projection';
import { DOSSIER_STEP } from './dossier/agenda.js';
import { recomputeDue } from './dossier/interruptions.js';
import { takeDossierStep } from './dossier/lateness.js';
import type { Dossiers } from './dossiers.service.js';
import type { Receptions } from './receptions.service.js';
import type { Registered } from './register/register.js';

/** Warnings, apologies owed, lateness, escalation, supplements that nobody answered. Ids derive from the step (R6). */
export function dossierSteps(dossiers: Dossiers): StepTaker {
  const take = eachStep(async (office, { subject, occurrenceId, step, due, cause, correlation }) => {
    const envelope: Envelope = {
      office,
      actor: 'worker:deadlines',
      commandId: derivedId(subject, occurrenceId, step, due.toISOString(), cause),
      rule: ruleOf(step.slice(DOSSIER_STEP.length)),
      causationId: cause,
      correlationId: correlation,
    };
    const { repeated, written } = await dossiers.on(
      envelope,
      subject,
      { step },
      takeDossierStep,
      'TakeDossierStep',
    );
    return repeated || written > 0;
  });
  return async (office, steps) => {
    await dossiers.warm(office, [...new Set(steps.map(({ subject }) => subject))]);
    return take(office, steps);
  };
}

const ruleOf = (step: string): string => {
  if (step.startsWith('escalate')) return 'R7';
  if (step === 'apology') return 'R17';
  return step === 'unanswered' ? 'R13' : 'R16';
};

/** Finishes a reception that a crash left between the register and the dossier. */
export function finishReceptions(receptions: Receptions): Reaction {
  return {
    name: 'finish_receptions',
    types: ['DossierRegistered'],
    async react(events) {
      for (const { office, actor, onBehalfOf, recordedAt, eventId, data } of events)
        await receptions.finishReception(
          office,
          { actor, onBehalfOf, recordedAt, causationId: eventId },
          data as unknown as Registered,
        );
    },
  };
}

/** Computes a dossier's due instant anew after the calendar changed. */
export const recomputeDossier = (dossiers: Dossiers, office: string, dossierId: string, reason: string) =>
  dossiers.on(
    { office, actor: 'worker:calendar', commandId: derivedId(dossierId, 'recompute', reason), rule: 'R11' },
    dossierId,
    { reason },
    recomputeDue,
    'RecomputeDue',
  );
