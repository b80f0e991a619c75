import { indexValue } from '../value.js';
import {
  SERVICE_GROUPS,
  type ServiceGroup,
  type ServiceMeasures,
  type ServicePart,
  type ServiceRatio,
} from './part.js';

/** Whether a part was measured, had nothing to be measured, is one that nothing here measures, or is not told to whoever asks. */
export const SERVICE_STATES = ['measured', 'no-data', 'unmeasured', 'withheld'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

/** A part of set 766 as a period leaves it. */
export interface ServiceValue {
  state: ServiceState;
  /** To two decimals; null where nothing measures it: that is neither none nor all of them. */
  points: number | null;
  part: number;
  whole: number;
  percent: number | null;
  /** How many more of the part, each one more of the whole, give all its points; null where none would. */
  needed: number | null;
}

const NOT_COUNTED = { part: 0, whole: 0, percent: null, needed: null };

/** What a part comes to; without data what the set's own rule gives, and said so. */
export function valueOf({ max, ratio, withoutData }: ServicePart, measures: ServiceMeasures): ServiceValue {
  if (withoutData && measures[withoutData.whole] === 0)
    return { state: 'no-data', points: withoutData.gives === 'all' ? max : 0, ...NOT_COUNTED };
  if (!ratio) return { state: 'unmeasured', points: null, ...NOT_COUNTED };
  const { part, whole } = ratioOf(ratio, measures);
  const { percent, needed } = indexValue(part, whole, { op: '>=', value: ratio.fullAt * 100 });
  // Where the whole stays what it is, more of it become the part.
  const within = Math.max(0, Math.ceil(whole * ratio.fullAt - part - 1e-9));
  return {
    state: 'measured',
    points: twoDecimals(max * Math.min(1, part / (whole * ratio.fullAt))),
    part,
    whole,
    percent,
    needed: ratio.wholeStays ? within : needed,
  };
}

/** A part as it is told to those who serve, where it is made of what people said of them (R34). */
export const WITHHELD: ServiceValue = { state: 'withheld', points: null, ...NOT_COUNTED };

/** The part and the whole that a ratio is of. */
export function ratioOf({ part, whole }: ServiceRatio, measures: ServiceMeasures) {
  const all = measures[whole];
  if (typeof part === 'string') return { part: measures[part], whole: all };
  return {
    part: Math.max(
      0,
      part.less.reduce((left, name) => left - measures[name], all),
    ),
    whole: all,
  };
}

/** What a group of parts comes to, and out of how much: parts that nothing measures are in neither. */
export interface ServiceSum {
  points: number;
  /** What the counted parts give at the most. */
  counted: number;
  max: number;
}

export const sumOf = (told: readonly { part: ServicePart; value: ServiceValue }[]): ServiceSum => ({
  points: twoDecimals(told.reduce((sum, { value }) => sum + (value.points ?? 0), 0)),
  counted: told.reduce((sum, { part, value }) => sum + (value.points === null ? 0 : part.max), 0),
  max: told.reduce((sum, { part }) => sum + part.max, 0),
});

export const GROUPS_IN_ORDER = Object.keys(SERVICE_GROUPS).filter(
  (name): name is ServiceGroup => name in SERVICE_GROUPS,
);

const twoDecimals = (points: number): number => Math.round(points * 100 + 1e-7) / 100;
