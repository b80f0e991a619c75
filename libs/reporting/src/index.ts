export { Indices } from './indices/indices.service.js';
export { reportingCapability } from './reporting.capability.js';
export { Reports } from './reports.service.js';
export { ServiceIndex, type ToldPart } from './indices/service/service-index.js';
export { figuresTold } from './figures/told.js';
export type { Counted as ReportSubmission } from './report-figures.js';
export { AcceptReport, ReturnReport, SendReport } from './report/deciding.js';
export { WriteReportSection } from './report/drafting.js';
export { reportSubject } from './report/report.js';
