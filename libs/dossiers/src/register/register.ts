import type { Aggregate } from '#event-store';
import { rememberedId, type Day } from '#kernel';
import { Map as Dictionary } from 'immutable';

/** A dossier as it is entered. */
interface Registered {
  number: number;
  code: string;
  dossierId: string;
}

/** A number goes in with its dossier. An earlier version dealt it out first; one that came to nothing was voided. */
export type RegisterEvent =
  | { type: 'DossierRegistered'; data: Registered }
  | { type: 'NumberVoided'; data: Registered & { reason: string } };

/**
 * The register of a day (sổ theo dõi hồ sơ): deals out the numbers 1, 2, 3 … R19: as one stream, no number is skipped or
 * dealt twice, whoever asks at once; a dossier has the number it was given.
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

export const registerSubject = (office: string, day: Day): string => rememberedId(office, 'register', day);

/** `<agency code>-<YYMMDD>-<NNNN>`, from the agency, the day of reception and its number on that day. */
export const dossierCode = (agency: string, day: Day, number: number): string =>
  `${agency}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;

/** R19: enters a dossier under the next number; nothing for one that has its number. */
export function enter(
  { last, numbers }: Register,
  dossierId: string,
  codeOf: (number: number) => string,
): RegisterEvent[] {
  if (numbers.has(dossierId)) return [];
  const number = last + 1;
  return [{ type: 'DossierRegistered', data: { number, code: codeOf(number), dossierId } }];
}
