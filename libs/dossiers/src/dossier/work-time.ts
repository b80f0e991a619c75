import type { Running } from './clock.js';
import type { Work } from './dossier.js';

/** Working minutes of the dossier's time and of its step's before a pause, and the instants they run from since. */
export interface Ran {
  from: string;
  spent: number;
  stepFrom: string;
  stepSpent: number;
}

/** With due instants that wait for no calendar. */
export type Known<T> = { [K in keyof T]: K extends 'due' | 'stepDue' ? string : T[K] };

/** Whether its due instants are known: they wait for no calendar. */
export const isTimed = (work: Work): work is Known<Work> => work.due !== null && work.stepDue !== null;

/** The dossier's time as it runs now. */
export const wholeTime = ({
  startedAt,
  due,
  ran,
}: Known<Pick<Work, 'startedAt' | 'due' | 'ran'>>): Running => ({
  from: new Date(ran?.from ?? startedAt),
  spent: ran?.spent ?? 0,
  due: new Date(due),
});

/** The time of the step at hand as it runs now. */
export const stepTime = ({
  stepStartedAt,
  stepDue,
  ran,
}: Known<Pick<Work, 'stepStartedAt' | 'stepDue' | 'ran'>>): Running => ({
  from: new Date(ran?.stepFrom ?? stepStartedAt),
  spent: ran?.stepSpent ?? 0,
  due: new Date(stepDue),
});

/** The step at hand, by its name. */
export const stepNameOf = ({ procedure, step }: Work): string => procedure.steps[step]?.name ?? '';

/** The share of the working time that the step at hand has. */
export const stepShareOf = ({ procedure, step }: Work): number => procedure.steps[step]?.share ?? 1;

export const warning = (percent: number, step: string | null): string => `${step ?? ''}:${percent}`;
