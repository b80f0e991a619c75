// A door of its own: the process that reads a log loads nothing of the service.
export { columnsIn, reportColumns, type RejectedRow } from './log-row.js';
export { readMapping, sourceOf, type LogMapping } from './mapping.js';
export type { PastDossier } from './past-dossier.js';
export { readLog, type PastLog } from './read-log.js';
