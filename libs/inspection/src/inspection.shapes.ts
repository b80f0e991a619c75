import { DUE_ANSWER } from '#deadline';
import { ACT_DONE } from '#event-store';
import { is } from '#kernel';
import { FINDING_KINDS } from './inspection/inspection.events.js';
import { INSPECTION_STATUSES } from './inspection/inspection.js';
import { OVERSEERS } from './oversight/note.events.js';
import { NOTE_STATUSES } from './oversight/note.js';
import { INSPECTION_KINDS } from './programme/programme.js';

const kind = is.oneOf(INSPECTION_KINDS);
const evidence = is.object({ text: is.prose, file: is.orNull(is.fileHash) });

export const InspectionProgramme = is.named('InspectionProgramme', {
  id: is.id,
  version: is.version,
  year: is.year,
  status: is.oneOf(['draft', 'approved']),
  share: is.percent,
  source: is.line,
  /** How many units it reaches, of how many there are. */
  units: is.count,
  of: is.count,
  decided: is.orNull(is.object({ documentNumber: is.code, documentDate: is.day })),
  inspections: is.list(
    is.object({ itemId: is.id, kind, unitId: is.id, month: is.whole(1, 12), about: is.prose }),
  ),
});

const LISTED = {
  id: is.id,
  version: is.version,
  kind,
  year: is.year,
  itemId: is.orNull(is.id),
  unannounced: is.flag,
  unitId: is.id,
  status: is.oneOf(INSPECTION_STATUSES),
  basis: is.line,
  from: is.day,
  to: is.day,
  leaderPostId: is.id,
  faults: is.count,
  required: is.count,
  remedied: is.count,
  /** Requirements whose time has passed and that are not remedied. */
  overdue: is.count,
};

export const InspectionPage = is.page(is.named('InspectionListed', LISTED));

export const InspectionWhole = is.named('Inspection', {
  ...LISTED,
  team: is.list(is.id),
  about: is.list(is.line),
  record: is.orNull(is.object({ day: is.day, place: is.line, present: is.list(is.line), text: is.prose })),
  findings: is.list(
    is.object({
      findingId: is.id,
      kind: is.oneOf(FINDING_KINDS),
      text: is.prose,
      basis: is.orNull(is.prose),
      evidence: is.orNull(evidence),
    }),
  ),
  opinion: is.orNull(is.object({ text: is.prose, agrees: is.flag, by: is.id, at: is.instant })),
  conclusion: is.orNull(is.object({ text: is.prose, unheard: is.orNull(is.prose), at: is.instant })),
  requirements: is.list(
    is.object({
      requirementId: is.id,
      findingId: is.id,
      text: is.prose,
      dueDay: is.day,
      ...DUE_ANSWER,
      status: is.oneOf(['open', 'remedied', 'verified']),
      overdue: is.flag,
      late: is.flag,
      level: is.count,
      remedy: is.orNull(is.object({ text: is.prose, evidence, by: is.id, at: is.instant })),
      rejected: is.orNull(is.prose),
      verifiedAt: is.orNull(is.instant),
    }),
  ),
});

/** What a year's inspections came to; null where nothing was measured. */
export const InspectionFigures = is.named('InspectionFigures', {
  year: is.year,
  plannedShare: is.orNull(is.percent),
  units: is.count,
  planned: is.count,
  inspected: is.count,
  inspectedShare: is.orNull(is.percent),
  unannounced: is.count,
  required: is.count,
  remedied: is.count,
  remediedShare: is.orNull(is.percent),
  overdue: is.count,
  byUnit: is.list(
    is.object({
      unitId: is.id,
      required: is.count,
      remedied: is.count,
      remediedShare: is.orNull(is.percent),
      overdue: is.count,
    }),
  ),
  incomplete: is.maybe(is.object({ subjects: is.count })),
});

const NOTE = {
  id: is.id,
  version: is.version,
  status: is.oneOf(NOTE_STATUSES),
  overseer: is.oneOf(OVERSEERS),
  documentNumber: is.code,
  documentDate: is.day,
  text: is.prose,
  file: is.orNull(is.fileHash),
  unitId: is.orNull(is.id),
  receivedAt: is.instant,
  ...DUE_ANSWER,
  overdue: is.flag,
  late: is.flag,
  answer: is.orNull(
    is.object({
      documentNumber: is.code,
      text: is.prose,
      done: is.prose,
      by: is.id,
      at: is.instant,
      late: is.flag,
    }),
  ),
};

export const OversightNoteWhole = is.named('OversightNote', NOTE);
export const OversightNotePage = is.page(is.named('OversightNoteListed', NOTE));

export const InspectionOpened = is.named('InspectionOpened', { ...ACT_DONE, inspectionId: is.id });
export const OversightNoteReceived = is.named('OversightNoteReceived', { ...ACT_DONE, noteId: is.id });
