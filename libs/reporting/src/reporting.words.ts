import type { Words } from '#ledger';
import { DEFINITIONS } from './definition/definitions.js';

const definitions = Object.fromEntries(DEFINITIONS.map(({ code, name }) => [code, name]));

/** Code words of reports' events, in words. */
export const reportingWords: Words = {
  'DocumentNumbered.kind': { report: { vi: 'báo cáo', en: 'a report' } },
  'ReportPeriodReached.definition': definitions,
  'ReportOpened.definition': definitions,
  'DeadlineMetByReport.report': definitions,
  'DeadlineReopened.report': definitions,
};
