export { inspectionCapability } from './inspection.capability.js';
export { ConcludeInspection } from './inspection/concluding.js';
export { HearUnit, NoteFinding, OpenInspection, RecordInspection } from './inspection/inspecting.js';
export { ApproveInspectionProgramme, PlanInspections } from './programme/programme.acts.js';
export { programme, programmeSubject } from './programme/programme.js';
export { InspectionQueries } from './read/inspection.queries.js';
