import { figuresTold, type ReportSubmission, type ToldPart } from '#reporting';
import { isoOffset } from '#kernel';

/** The form that a reporting system takes figures in (mẫu dữ liệu báo cáo): its codes by ours; what is not named is not sent. */
export interface ReportForm {
  version: string;
  /** Its code of a report, by the code of its definition. */
  reports: Readonly<Record<string, string>>;
  /** Its code of a figure, by `<table>.<column>`. */
  figures: Readonly<Record<string, string>>;
  /** Its code of a part of set 766, by our code of that. */
  service: Readonly<Record<string, string>>;
}

/** What of a report is told: its last submission, under which number it went out, and whose it is. */
export interface SentReport {
  definition: string;
  year: number;
  period: { from: string; to: string };
  office: string;
  number: number;
  symbol: string;
  day: string;
  submission: ReportSubmission;
}

/** A report in a system's form; null where that takes none of the kind. Nothing measured is null, never 0. */
export function inForm(form: ReportForm, sent: SentReport, service: readonly ToldPart[]) {
  const code = form.reports[sent.definition];
  if (code === undefined) return null;
  const { cutOff, figures } = sent.submission;
  return {
    form: form.version,
    report: code,
    office: sent.office,
    year: sent.year,
    period: sent.period,
    document: { number: sent.number, symbol: sent.symbol, day: sent.day },
    cutOff: { instant: isoOffset(new Date(cutOff.instant)), provisional: cutOff.provisional },
    figures: figuresTold(figures).flatMap(({ figure, row, value }) => {
      const known = form.figures[figure];
      return known === undefined ? [] : [{ code: known, row, value }];
    }),
    indices: service.flatMap(({ part, value }) => {
      const known = form.service[part.code];
      if (known === undefined) return [];
      const { state, points, part: counted, whole } = value;
      return [{ code: known, state, points, part: counted, whole }];
    }),
  };
}
