import type { CountedRow } from '#dossiers';
import { isoOffset } from '#kernel';
import type { Period } from '../../definition/periods.js';
import { SERVICE_GROUPS, isOfAnswers } from './part.js';
import { GROUPS_IN_ORDER, WITHHELD, sumOf } from './score.js';
import type { ToldPart } from './service-index.js';
import { SERVICE_SET } from './set.js';

/** The set with its groups in their order. */
export const serviceAnswer = (period: Period, told: readonly ToldPart[]) => ({
  set: SERVICE_SET.code,
  period,
  ...sumOf(told),
  groups: GROUPS_IN_ORDER.map((code) => {
    const own = told.filter(({ part }) => part.group === code);
    return { code, name: SERVICE_GROUPS[code], ...sumOf(own), parts: own.map(partAnswer) };
  }),
});

const partAnswer = ({ part, value, behind }: ToldPart) => {
  const { code, name, formula, source, max } = part;
  return { code, name, formula, source, max, ...value, behind };
};

/** The set without what is made of people's answers. */
export const withoutAnswers = (told: readonly ToldPart[]): ToldPart[] =>
  told.map((one) => (isOfAnswers(one.part) ? { ...one, value: WITHHELD, behind: [] } : one));

/** A dossier behind a figure. */
export const behindOf = ({ receivedAt, due, endedAt, ...row }: CountedRow) => ({
  ...row,
  receivedAt: isoOffset(receivedAt),
  due: due && isoOffset(due),
  endedAt: endedAt && isoOffset(endedAt),
});
