import { is } from '#kernel';
import { FAULTS } from './said-year.js';

const timeOfDay = is.coded(/^([01]\d|2[0-3]):[0-5]\d$/, 5);
const hours = is.list(is.object({ from: timeOfDay, to: timeOfDay }));
const days = is.list(is.day, 366);

const awaited = is.list(is.object({ year: is.year, occurrences: is.count }));

/** A year's working days (lịch làm việc), by which text; without one nothing is known of it, and nothing guessed. */
export const WorkingYear = is.named('WorkingYear', {
  year: is.year,
  source: is.orNull(is.prose),
  hours,
  /** Days off from Monday to Friday, and Saturdays and Sundays that are worked. */
  daysOff: days,
  workedDaysOff: days,
  workingDays: is.count,
  /** By which the office itself has brought it in; none where it goes by the product's calendar. */
  decisions: is.list(is.object({ number: is.code, date: is.day })),
  years: is.list(is.year),
  /** Years that have begun or begin within 90 days without a calendar, and how much waits for which. */
  missing: is.list(is.year),
  awaited,
});

/** What an import did; `changed`: false where the office had all of it. */
export const CalendarImported = is.named('CalendarImported', {
  version: is.version,
  position: is.position,
  years: is.list(is.year),
  changed: is.flag,
});

/** What an import would do, year by year, and which cells keep it out (xem trước khi nhập). */
export const CalendarPreview = is.named('CalendarPreview', {
  years: is.list(
    is.object({
      year: is.year,
      standing: is.oneOf(['new', 'changed', 'same']),
      nowOff: days,
      offNoMore: days,
      nowWorked: days,
      workedNoMore: days,
      otherHours: is.flag,
      source: is.prose,
      hours,
    }),
  ),
  errors: is.list(
    is.object({
      row: is.count,
      column: is.oneOf(['day', 'kind', 'hours', 'number', 'date', 'note']),
      cell: is.maybe(is.code),
      code: is.oneOf(FAULTS),
      value: is.prose,
      message: is.prose,
    }),
    is.MOST_LISTED,
  ),
});
