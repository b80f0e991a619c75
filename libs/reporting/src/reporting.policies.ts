import { actOfStep, eachStep, type StepTaker } from '#deadline';
import { causedBy, isOf, madeOf, type AggregateStore, type ByType, type StoredEvent } from '#event-store';
import { formatDay, formatInstant } from '#kernel';
import type { Announcement, Announcer, Template } from '#notification';
import {
  actingIn,
  followCalendarBySteps,
  type Commands,
  type Office,
  type Organisation,
} from '#organisation';
import type { Planning } from '#planning';
import type { Reaction } from '#projection';
import { REPORT_STEP } from './report/agenda.js';
import { OpenReport } from './report/drafting.js';
import { titleOf } from './report-title.js';
import { TakeReportStep } from './report/lateness.js';
import { report, reportSubject, type Report } from './report/report.js';
import type { ReportEvent } from './report/report.events.js';
import { ReachReportPeriod, ScheduleReports, series, seriesSubject } from './series/series.js';

/** The plan of a year is approved, here or where it was taken over from: from then on that year's reports open by themselves. */
export function scheduleOnApproval(commands: Commands, planning: Planning): Reaction {
  return {
    name: 'schedule_reports',
    types: ['PlanApproved', 'PlanReceived'],
    async react(events) {
      for (const event of events) {
        const { state } = await planning.loadPlan(event.office, event.subject);
        if (!state.header) continue;
        const { year } = state.header;
        const subject = seriesSubject(event.office, year);
        await commands.send(ScheduleReports, causedBy(event, 'reporting', 'R29', 'schedule'), subject, {
          year,
        });
      }
    },
  };
}

/** A period was reached: its report opens. */
export function openReports(commands: Commands): Reaction {
  return {
    name: 'open_reports',
    types: ['ReportPeriodReached'],
    async react(events) {
      for (const event of events) {
        if (!isOf(series, event) || event.type !== 'ReportPeriodReached') continue;
        const { definition, year } = event.data;
        const subject = reportSubject(event.office, definition, year);
        await commands.send(OpenReport, causedBy(event, 'reporting', 'R29', 'open'), subject, {
          definition,
          year,
        });
      }
    },
  };
}

export const seriesSteps = (commands: Commands): StepTaker =>
  eachStep(
    (_office, step) =>
      commands.send(ReachReportPeriod, actOfStep(step, 'R29'), step.subject, { step: step.step }),
    () => Promise.resolve(),
  );

/** Reminders, misses and escalation of reports. Ids derive from the step, so twice is once. */
export const reportSteps = (aggregates: AggregateStore, commands: Commands): StepTaker =>
  eachStep(
    (_office, step) =>
      commands.send(TakeReportStep, actOfStep(step, 'R6'), step.subject, { step: step.step }),
    (office, subjects) => aggregates.warm(report, office, subjects),
  );

/** When the office's calendar has become another, the ends of reports are computed anew. */
export const reportsByCalendar = (aggregates: AggregateStore, commands: Commands): Reaction =>
  followCalendarBySteps(aggregates, commands, report, { command: TakeReportStep, owner: REPORT_STEP });

const template = (vi: string, en: string, text: { vi: string; en: string }): Template => ({
  subject: { vi: `{name}: ${vi}`, en: `{nameEn}: ${en}` },
  text,
});

const templates = {
  report_opened: template('mở kỳ', 'open', {
    vi: 'Kỳ đến hết {to}. Hạn trình: {due}.',
    en: 'The period ends on {to}. Due: {due}.',
  }),
  report_taken_over: template('tiếp nhận', 'taken over', {
    vi: 'Tiếp nhận theo {document}. Hạn trình: {due}.',
    en: 'Taken over by {document}. Due: {due}.',
  }),
  report_reminded: template('sắp đến hạn', 'due soon', { vi: 'Hạn trình: {due}.', en: 'Due: {due}.' }),
  report_missed: template('quá hạn', 'overdue', { vi: 'Quá hạn từ {due}.', en: 'Overdue since {due}.' }),
  report_escalated: template('quá hạn, báo cáo lên bạn', 'overdue, escalated to you', {
    vi: 'Quá hạn từ {due} (cấp {level}).',
    en: 'Overdue since {due} (level {level}).',
  }),
  report_returned: template('bị trả lại', 'returned', { vi: 'Lý do: {reason}.', en: 'Reason: {reason}.' }),
} as const satisfies Record<string, Template>;

interface Told {
  template: keyof typeof templates;
  postId: string | null;
  params?: Record<string, string>;
}

const when = (instant: string | null): string =>
  instant === null ? 'chưa tính được · not known yet' : formatInstant(new Date(instant));

const TOLD: ByType<ReportEvent, [state: Report], Told> = {
  ReportOpened: ({ due, postId, period }) => ({
    template: 'report_opened',
    postId,
    params: { due: when(due), to: formatDay(period.to) },
  }),
  ReportTakenOver: ({ document, report: { postId, due } }) => ({
    template: 'report_taken_over',
    postId,
    params: { document, due: when(due) },
  }),
  ReportReminded: ({ due, toPostId }) => ({
    template: 'report_reminded',
    postId: toPostId,
    params: { due: when(due) },
  }),
  ReportMissed: ({ due, postId }) => ({ template: 'report_missed', postId, params: { due: when(due) } }),
  ReportEscalated: ({ due, level, toPostId }) => ({
    template: 'report_escalated',
    postId: toPostId,
    params: { due: when(due), level: String(level) },
  }),
  ReportReturned: ({ reason }, { postId }) => ({ template: 'report_returned', postId, params: { reason } }),
};

/** Tells whoever answers for a report, and those above, what waits for them. */
export function reportingAnnouncer(aggregates: AggregateStore, organisation: Organisation): Announcer {
  return {
    types: Object.keys(TOLD),
    templates,
    async announce(office, events) {
      const [standing, states] = await Promise.all([
        organisation.current(office),
        aggregates.loadBehind(report, office, events),
      ]);
      return events.flatMap((event) => {
        const state = states.get(event.subject);
        return (state && announcementOf(event, state, standing)) ?? [];
      });
    },
  };
}

function announcementOf(event: StoredEvent, state: Report, office: Office): Announcement | undefined {
  const told = madeOf(TOLD, event, state);
  const personId = told?.postId === null || !told ? undefined : actingIn(office, told.postId);
  if (!told || personId === undefined) return undefined;
  const { vi: name, en: nameEn } = titleOf(state);
  return {
    template: told.template,
    to: { official: personId },
    params: { name, nameEn, ...told.params },
    cause: event,
  };
}
