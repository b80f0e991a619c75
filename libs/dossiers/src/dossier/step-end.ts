import type { StepEnd } from './dossier.events.js';

export const isAsBefore = (stepDue: StepEnd): stepDue is { asBefore: true } =>
  typeof stepDue === 'object' && stepDue !== null;

/** When a step is due after its end was moved, or stayed where it was before. */
export const stepEnd = (moved: StepEnd, before: string | null): string | null =>
  isAsBefore(moved) ? before : moved;
