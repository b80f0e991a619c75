import { yearDifference, type CalendarYear, type YearDifference } from '#calendar';
import type { Aggregate } from '#event-store';
import type { ActContext } from '../command/act-context.js';
import { guarded } from '../command/guarded.js';

/** The calendars that an office has brought in itself, by year (lịch làm việc của đơn vị). */
export interface OwnCalendar {
  years: Readonly<Record<number, CalendarYear>>;
}

export interface CalendarEvent {
  type: 'CalendarImported';
  data: {
    /** The years, and the decisions, as they are told. */
    named: string;
    document: string;
    /** Those that are others now, whole. */
    years: CalendarYear[];
    changes: YearDifference[];
  };
}

export const ownCalendar: Aggregate<OwnCalendar, CalendarEvent> = {
  kind: 'calendar',
  widelyRead: true,
  initial: { years: {} },
  evolve: ({ years }, { data }) => ({
    years: { ...years, ...Object.fromEntries(data.years.map((one) => [one.year, one])) },
  }),
};

/** Brings in years of working days (nhập lịch làm việc), all of them or none; what is known already says nothing. */
export class ImportCalendar {
  years!: CalendarYear[];
}

export const importCalendar = guarded(
  (state: OwnCalendar, _: Pick<ActContext, 'calendar'>) => state,
  (state, { years }: ImportCalendar, { calendar }): CalendarEvent[] => {
    const changes = years
      .map((one) => yearDifference(calendar, state.years[one.year], one))
      .filter(({ standing }) => standing !== 'same');
    if (changes.length === 0) return [];
    const changed = years.filter(({ year }) => changes.some((one) => one.year === year));
    const sources = [...new Set(changed.map(({ source }) => source))];
    return [
      {
        type: 'CalendarImported',
        data: {
          named: changed.map(({ year }) => String(year)).join(', '),
          document: sources.join('; '),
          years: changed,
          changes,
        },
      },
    ];
  },
);
