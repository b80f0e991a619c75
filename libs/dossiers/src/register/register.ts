import type { Aggregate } from '#event-store';
import { derivedId, type Day } from '#kernel';
import { Map as Dictionary } from 'immutable';
import type { ReceiveDossier } from '../dossier/reception.js';

/** What was received under a number: enough to finish the reception, should the service end in between. */
export interface Registered {
  number: number;
  code: string;
  dossierId: string;
  /** The act that received it; its event on the dossier carries the same id. */
  receptionId: string;
  applicantId: string;
  command: ReceiveDossier;
}

export type RegisterEvent =
  | { type: 'DossierRegistered'; data: Registered }
  | { type: 'NumberVoided'; data: { number: number; code: string; dossierId: string; reason: string } };

/**
 * The register of a day (sổ theo dõi hồ sơ): deals out the numbers 1, 2, 3 … R19: as one stream, no number is skipped or
 * dealt twice, whoever asks at once; a dossier has the number it was given, and one that came to nothing is voided aloud.
 */
export interface Register {
  last: number;
  numbers: Dictionary<string, number>;
}

export const register: Aggregate<Register, RegisterEvent> = {
  kind: 'register',
  initial: { last: 0, numbers: Dictionary() },
  evolve(state, { type, data }) {
    if (type === 'NumberVoided') return { ...state, numbers: state.numbers.delete(data.dossierId) };
    return { last: data.number, numbers: state.numbers.set(data.dossierId, data.number) };
  },
};

export const registerSubject = (office: string, day: Day): string => derivedId(office, 'register', day);

/** `<agency code>-<YYMMDD>-<NNNN>`, from the agency, the day of reception and its number on that day. */
export const dossierCode = (agency: string, day: Day, number: number): string =>
  `${agency}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
