import { Text, Whole } from '#kernel';
import { guarded } from '#organisation/office';
import { hasPassed } from '#overdue';
import type { ReportDefinition } from '../definition/definitions.js';
import { definitionOf, dueDayIn, periodIn } from '../definition/periods.js';
import type { CutOff, Figures } from '../figures/figures.js';
import { off, registrarIn, reportAgenda, reportDue, type ReportContext } from './agenda.js';
import { endOf, type Report, type ReportStatus } from './report.js';
import type { ReportEvent } from './report.events.js';
import {
  figuresBroken,
  periodNotOver,
  reportState,
  sectionChanged,
  unknownReport,
  unknownSection,
} from './report.refusals.js';

/** Opens the report of a period (mở kỳ báo cáo); done by a worker when its time has come. */
export class OpenReport {
  definition!: string;
  year!: number;
}

export function openReport(
  state: Report,
  { definition: code, year }: OpenReport,
  context: ReportContext,
): ReportEvent[] {
  const definition = definitionOf(code, year);
  if (state.status !== 'none' || !definition) return [];
  const dueDay = dueDayIn(definition, year);
  const due = reportDue(dueDay, context);
  const agenda = [reportAgenda(due, context)];
  const period = periodIn(definition, year);
  return [
    {
      type: 'ReportOpened',
      data: { definition: code, year, period, dueDay, postId: registrarIn(context), ...due, agenda },
    },
  ];
}

/** May be done in these states, by whom the right alone says. */
export const standing =
  (...statuses: ReportStatus[]) =>
  (state: Report): Report => {
    if (state.status === 'none') throw unknownReport();
    if (!statuses.includes(state.status))
      throw reportState({ status: state.status, needed: statuses.join(', ') });
    return state;
  };

/** The definition that a report was opened under. */
export function definitionBehind({
  definition,
  year,
}: Pick<Report, 'definition' | 'year'>): ReportDefinition {
  const known = definitionOf(definition, year);
  if (!known) throw unknownReport();
  return known;
}

/** Writes a section's text (viết một mục), on the version that its writer has seen. */
export class WriteReportSection {
  @Text({ description: 'Mục của đề cương · section of the outline', max: 20 })
  section!: string;

  @Text({ description: 'Nội dung · text', max: 20_000 })
  text!: string;

  @Whole({
    description: 'Bản đã xem, 0 nếu chưa có · the version it was written on, 0 where there is none',
    min: 0,
    max: 1_000_000,
  })
  basedOn!: number;
}

export const writeReportSection = guarded(
  standing('draft'),
  (state, { section, text, basedOn }: WriteReportSection): ReportEvent[] => {
    const { outline } = definitionBehind(state);
    if (!outline.some(({ key }) => key === section))
      throw unknownSection({ section, sections: outline.map(({ key }) => key).join(', ') });
    const current = state.sections[section];
    if ((current?.version ?? 0) !== basedOn)
      throw sectionChanged({ section, current: current?.version ?? 0 });
    if (current?.text === text) return [];
    return [{ type: 'ReportSectionWritten', data: { section, text } }];
  },
);

/** A report with its figures as they were counted for it; what was asked is only whether it may be provisional. */
export class SubmitReport {
  provisional!: boolean;
  cutOff!: Pick<CutOff, 'instant' | 'position'>;
  figures!: Figures;
  /** The identities that the figures break (R30). */
  broken!: readonly string[];
}

/** R29: whoever submits freezes the figures; before the period is over only a provisional cut-off is taken, and says so. */
export const submitReport = guarded(
  standing('draft'),
  (state, { provisional, cutOff, figures, broken }: SubmitReport, context: ReportContext): ReportEvent[] => {
    const over = context.now >= endOf(state);
    if (!over && !provisional) throw periodNotOver({ to: state.period.to });
    if (broken.length > 0) throw figuresBroken({ why: broken.join('; ') });
    return [
      {
        type: 'ReportSubmitted',
        data: {
          submission: state.submissions.length + 1,
          by: context.hand,
          cutOff: { ...cutOff, provisional: !over },
          figures,
          late: hasPassed(state.due, context.now),
          agenda: off(context.subject),
        },
      },
    ];
  },
);
