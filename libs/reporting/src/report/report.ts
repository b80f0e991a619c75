import { bodiesOutside, readIn, receiptNoted, sentOut, type Recipient, type Sendings } from '#circulation';
import { dueOf, keepingSaid, type Saying } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { rememberedId, type Day } from '#kernel';
import { instantsOf, type Period } from '../definition/periods.js';
import type { CutOff, Figures } from '../figures/figures.js';
import type { ReportEvent } from './report.events.js';

export const REPORT_STATUSES = ['none', 'draft', 'submitted', 'accepted', 'sent', 'transferred'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** What somebody wrote in a section; its version counts how often it was written. */
export interface WrittenSection {
  text: string;
  version: number;
}

/** A report as it was handed in: nothing of it changes any more. */
export interface Submission {
  submission: number;
  submittedAt: string;
  /** The person who handed it in. */
  by: string;
  cutOff: CutOff;
  figures: Figures;
  sections: Readonly<Record<string, WrittenSection>>;
  late: boolean;
}

/** The office whose report it is, where another took that one over (R28): its figures are counted there, up to its end. */
export interface Predecessor {
  office: string;
  name: string;
  until: string;
}

/** A periodic report (báo cáo định kỳ) as its events leave it. */
export interface Report extends Saying {
  status: ReportStatus;
  definition: string;
  year: number;
  period: Period;
  dueDay: Day;
  /** The post that answers for it; null where nobody keeps the register. */
  postId: string | null;
  /** Empty before it is opened; null while it waits for the calendar of the year `awaits`. */
  due: string | null;
  awaits?: number;
  sections: Readonly<Record<string, WrittenSection>>;
  submissions: readonly Submission[];
  /** Why it was returned last. */
  returned: string | null;
  sent: { number: number; symbol: string; day: Day; recipients: string[] } | null;
  /** To whom it was sent, and who has it. */
  sendings: Sendings;
  /** Null where it is this office's own. */
  of: Predecessor | null;
  reminded: boolean;
  missed: boolean;
  level: number;
  atPostId: string | null;
}

export const report: Aggregate<Report, ReportEvent> = {
  kind: 'report',
  initial: {
    status: 'none',
    definition: '',
    year: 0,
    period: { from: '', to: '' },
    dueDay: '',
    postId: null,
    due: '',
    sections: {},
    submissions: [],
    returned: null,
    sent: null,
    sendings: [],
    of: null,
    reminded: false,
    missed: false,
    level: 0,
    atPostId: null,
  },
  evolve: keepingSaid(changed),
};

/** When what it reports is over: with its period or, before that, with the office whose report it is. */
export function endOf({ period, of }: Pick<Report, 'period' | 'of'>): Date {
  const { end } = instantsOf(period);
  return of && new Date(of.until) < end ? new Date(of.until) : end;
}

/** The stream of a definition's report of a year. */
export const reportSubject = (office: string, definition: string, year: number): string =>
  rememberedId(office, 'report', definition, year);

type Sent = NonNullable<Report['sent']> & { units?: readonly Recipient[] };

const sentAs = ({ units = [], ...sent }: Sent): Pick<Report, 'sent' | 'sendings'> => ({
  sent,
  sendings: sentOut([], [...bodiesOutside(sent.recipients), ...units], sent.day),
});

function changed(state: Report, { type, data }: ReportEvent, at: Date): Report {
  switch (type) {
    case 'ReportOpened': {
      const { definition, year, period, dueDay, postId } = data;
      return { ...state, status: 'draft', definition, year, period, dueDay, postId, ...dueOf(data) };
    }
    case 'ReportSectionWritten': {
      const version = (state.sections[data.section]?.version ?? 0) + 1;
      return { ...state, sections: { ...state.sections, [data.section]: { text: data.text, version } } };
    }
    case 'ReportSubmitted': {
      const { submission, by, cutOff, figures, late } = data;
      const { sections } = state;
      const made = { submission, submittedAt: at.toISOString(), by, cutOff, figures, sections, late };
      return { ...state, status: 'submitted', submissions: [...state.submissions, made] };
    }
    case 'ReportReturned':
      return { ...state, status: 'draft', returned: data.reason };
    case 'ReportAccepted':
      return { ...state, status: 'accepted' };
    case 'ReportSent':
      return { ...state, status: 'sent', ...sentAs(data) };
    case 'ReportReceiptRecorded':
      return { ...state, sendings: receiptNoted(state.sendings, data) };
    case 'ReportRead':
      return { ...state, sendings: readIn(state.sendings, data, at) };
    case 'ReportReminded':
      return { ...state, reminded: true };
    case 'ReportMissed':
      return { ...state, missed: true };
    case 'ReportEscalated':
      return { ...state, level: data.level, atPostId: data.toPostId };
    case 'ReportDueSet': {
      const { awaits: _awaits, ...rest } = state;
      return { ...rest, ...dueOf(data) };
    }
    case 'ReportTransferred':
      return { ...state, status: 'transferred' };
    case 'ReportTakenOver':
      return { ...state, ...data.report };
  }
}
