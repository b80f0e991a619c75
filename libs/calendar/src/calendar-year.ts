import type { Day } from '#kernel';

/** The text by which a year's days off were decided (quyết định, thông báo): its number and date. */
export interface CalendarDecision {
  number: string;
  date: Day;
}

/** A year's office calendar as its deciding text gives it. */
export interface CalendarYear {
  year: number;
  /** The text that decides it: law, number and date of the decision. */
  source: string;
  /** Office hours of a working day, as [from, to] in HH:mm, in order. */
  hours: [string, string][];
  /** Days off that fall on Monday to Friday. */
  daysOff: Day[];
  /** Those of `daysOff` that are swapped with a worked Saturday. */
  swappedDaysOff: Day[];
  /** Saturdays worked instead. */
  workedSaturdays: Day[];
  /** The decisions that a person named as they brought it in; none in a calendar that came with the product. */
  decisions?: CalendarDecision[];
}
