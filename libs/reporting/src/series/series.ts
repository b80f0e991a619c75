import type { AgendaItem } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { dayOf, derivedId, rememberedId } from '#kernel';
import type { ActContext } from '#organisation/office';
import { definitionOf, definitionsIn, dueDayIn, opensAt } from '../definition/periods.js';

/** The reports of a year, each to open at its time (các kỳ báo cáo trong năm). */
export type SeriesEvent =
  | { type: 'ReportsScheduled'; data: { year: number; reports: string[]; agenda: AgendaItem[] } }
  | { type: 'ReportPeriodReached'; data: { definition: string; year: number; agenda: AgendaItem[] } };

export interface Series {
  year: number | null;
  reached: ReadonlySet<string>;
}

export const series: Aggregate<Series, SeriesEvent> = {
  kind: 'report-series',
  initial: { year: null, reached: new Set() },
  evolve: (state, { type, data }) =>
    type === 'ReportsScheduled'
      ? { ...state, year: data.year }
      : { ...state, reached: new Set([...state.reached, data.definition]) },
};

/** The stream of the reports of a year. */
export const seriesSubject = (office: string, year: number): string =>
  rememberedId(office, 'report-series', year);

/** Begins the names of a series' steps. */
export const SERIES_STEP = 'reports/';

/** Has the reports of a year open by themselves; done when the year's plan is approved. */
export class ScheduleReports {
  year!: number;
}

/** A report's time to be drafted has come; issued by the deadline worker alone. */
export class ReachReportPeriod {
  step!: string;
}

type SeriesContext = Pick<ActContext, 'subject' | 'now' | 'office'>;

const occurrence = (subject: string, code: string) => derivedId(subject, 'occurrence', code);

/** Those whose due day lies behind when this is decided are nobody's any more: an office that begins in October owes no first quarter. */
export function scheduleReports(
  state: Series,
  { year }: ScheduleReports,
  { subject, now }: SeriesContext,
): SeriesEvent[] {
  if (state.year !== null) return [];
  const ahead = definitionsIn(year).filter((definition) => dueDayIn(definition, year) >= dayOf(now));
  const agenda = ahead.map((definition) => {
    const opens = opensAt(definition, year).toISOString();
    const { code } = definition;
    return {
      occurrenceId: occurrence(subject, code),
      due: opens,
      alarms: [{ at: opens, step: `${SERIES_STEP}open:${code}` }],
    };
  });
  return [{ type: 'ReportsScheduled', data: { year, reports: ahead.map(({ code }) => code), agenda } }];
}

export function reachReportPeriod(
  state: Series,
  { step }: ReachReportPeriod,
  { subject, now, office }: SeriesContext,
): SeriesEvent[] {
  const code = step.slice(`${SERIES_STEP}open:`.length);
  if (office.succession || state.year === null || state.reached.has(code) || !definitionOf(code, state.year))
    return [];
  const agenda = [{ occurrenceId: occurrence(subject, code), due: now.toISOString(), alarms: [] }];
  return [{ type: 'ReportPeriodReached', data: { definition: code, year: state.year, agenda } }];
}
