import type { Day } from '#kernel';

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
}
