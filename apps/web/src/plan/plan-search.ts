import { onDayIn, yearIn } from '../app/search-values';

/** Which year's plan, as it stood at the end of which day. */
export interface PlanSearch {
  year?: number;
  on?: string;
}

export const planSearch = ({ year, on }: Record<string, unknown>): PlanSearch => ({
  ...yearIn(year),
  ...onDayIn(on),
});

/** Which month, and whose deadlines. */
export interface CalendarSearch {
  month?: string;
  lead?: 'me';
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export const calendarSearch = ({ month, lead }: Record<string, unknown>): CalendarSearch => ({
  ...(typeof month === 'string' && MONTH.test(month) ? { month } : {}),
  ...(lead === 'me' ? { lead } : {}),
});
