import { yearDifference, type CalendarYear, type YearDifference } from '#calendar';
import type { AgendaItem } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { derivedId } from '#kernel';
import type { ActContext } from '../command/act-context.js';
import { guarded } from '../command/guarded.js';

/** The calendars that an office has brought in itself, by year (lịch làm việc của đơn vị). */
export interface OwnCalendar {
  years: Readonly<Record<number, CalendarYear>>;
  /** What was brought in of late, while something may still be decided by what was before. */
  settling?: Settling;
}

/** The years, and the decisions, as they are told. */
interface Told {
  named: string;
  document: string;
}

interface Settling extends Told {
  years: number[];
}

export type CalendarEvent =
  | {
      type: 'CalendarImported';
      data: Told & {
        /** Those that are others now, whole. */
        years: CalendarYear[];
        changes: YearDifference[];
        agenda?: AgendaItem[];
      };
    }
  | {
      /** What was under way as it came is committed: whatever counts by these years is looked at once more. */
      type: 'CalendarSettled';
      data: Settling & { agenda: AgendaItem[] };
    };

export const calendarAgendaTypes: readonly CalendarEvent['type'][] = ['CalendarImported', 'CalendarSettled'];

/** Begins the name of the step that a change of the calendar is settled by. */
export const CALENDAR_STEP = 'own-calendar/';

/** By then an act that was decided by the calendar of before is committed, or never will be. */
const SETTLED_AFTER_MS = 60_000;

export const ownCalendar: Aggregate<OwnCalendar, CalendarEvent> = {
  kind: 'calendar',
  widelyRead: true,
  initial: { years: {} },
  evolve: ({ years, settling }, event) =>
    event.type === 'CalendarSettled'
      ? { years }
      : {
          years: { ...years, ...Object.fromEntries(event.data.years.map((one) => [one.year, one])) },
          settling: together(settling, event.data),
        },
};

const together = (before: Settling | undefined, { named, document, years }: Imported): Settling => ({
  named: before ? `${before.named}, ${named}` : named,
  document: before ? `${before.document}; ${document}` : document,
  years: [...new Set([...(before?.years ?? []), ...years.map(({ year }) => year)])],
});

type Imported = Extract<CalendarEvent, { type: 'CalendarImported' }>['data'];

/** Brings in years of working days (nhập lịch làm việc), all of them or none; what is known already says nothing. */
export class ImportCalendar {
  years!: CalendarYear[];
}

export const importCalendar = guarded(
  (state: OwnCalendar, _: CalendarContext) => state,
  (state, { years }: ImportCalendar, { calendar, now, subject }): CalendarEvent[] => {
    const changes = years
      .map((one) => yearDifference(calendar, state.years[one.year], one))
      .filter(({ standing }) => standing !== 'same');
    if (changes.length === 0) return [];
    const changed = years.filter(({ year }) => changes.some((one) => one.year === year));
    const settled = new Date(now.getTime() + SETTLED_AFTER_MS).toISOString();
    const sources = [...new Set(changed.map(({ source }) => source))];
    return [
      {
        type: 'CalendarImported',
        data: {
          named: changed.map(({ year }) => String(year)).join(', '),
          document: sources.join('; '),
          years: changed,
          changes,
          agenda: [settling(subject, settled, [{ at: settled, step: `${CALENDAR_STEP}settle` }])],
        },
      },
    ];
  },
);

/** Looks once more at what counts by years that were brought in; issued by the deadline worker alone. */
export class SettleCalendar {}

export const settleCalendar = (
  { settling: imported }: OwnCalendar,
  _command: SettleCalendar,
  { now, subject }: CalendarContext,
): CalendarEvent[] =>
  imported
    ? [
        {
          type: 'CalendarSettled',
          data: { ...imported, agenda: [settling(subject, now.toISOString(), [])] },
        },
      ]
    : [];

type CalendarContext = Pick<ActContext, 'calendar' | 'now' | 'subject'>;

const settling = (subject: string, due: string, alarms: AgendaItem['alarms']): AgendaItem => ({
  occurrenceId: derivedId(subject, 'settling'),
  due,
  alarms,
});
