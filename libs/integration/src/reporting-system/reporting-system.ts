import { derivedId, type Clock } from '#kernel';
import { NEWS_MS, type Carrier, type Message, type Outbox } from '#outbox';
import type { Reaction } from '#projection';
import type { Reports, ServiceIndex } from '#reporting';
import { jsonCarrier } from '../json-carrier.js';
import { inForm, type ReportForm } from './report-form.js';

/** A system above that takes reports' figures and set 766 (hệ thống báo cáo của tỉnh, Chính phủ), and its form. */
export interface ReportingSystem {
  url: string;
  token: string;
  form: ReportForm;
}

/** The reporting system as it is set, or null. */
export const REPORTING_SYSTEM = Symbol('reporting system');

/** Puts each report that was sent into the outbox in that system's form; null where nobody is told. */
export function exportReports(
  system: ReportingSystem | null,
  reports: Reports,
  service: ServiceIndex,
  outbox: Outbox,
  clock: Clock,
): Reaction | null {
  if (!system) return null;
  return {
    name: 'export_reports',
    startsAfter: (office) => outbox.beginningAt(office, new Date(clock.now().getTime() - NEWS_MS)),
    types: ['ReportSent'],
    async react(events) {
      for (const { office, subject, eventId } of events) {
        const { state } = await reports.one(office, subject);
        const submission = state.submissions.at(-1);
        if (!submission || !state.sent) continue;
        const { definition, year, period, sent } = state;
        const of = state.of?.office ?? office;
        const told = { definition, year, period, office: of, ...sent, submission };
        const body = inForm(system.form, told, await service.of(office, period));
        if (!body) continue;
        const id = derivedId(eventId, 'reporting');
        const message: Message = {
          ...{ id, channel: 'reporting', recipient: subject, orderedBy: subject, body, cause: eventId },
        };
        await outbox.put(office, [message], clock.now());
      }
    },
  };
}

/** Carries reports to that system, with an id by which it knows a repetition. */
export const reportingCarrier = ({ url, token }: ReportingSystem): Carrier =>
  jsonCarrier({ url, token, path: '/reports', name: 'the reporting system' });
