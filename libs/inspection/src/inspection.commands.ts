import { commandsOn, official, right, worker, type ActContext } from '#organisation';
import { TIME_SETTINGS } from '#overdue';
import * as concluding from './inspection/concluding.js';
import * as inspecting from './inspection/inspecting.js';
import type { InspectionEvent } from './inspection/inspection.events.js';
import type { InspectionContext } from './inspection/inspection.guards.js';
import { inspection, type Inspection } from './inspection/inspection.js';
import { TakeRequirementStep, seeingLateness, takeRequirementStep } from './inspection/lateness.js';
import * as remedy from './inspection/remedy.js';
import * as transfer from './inspection/transfer.js';
import * as notes from './oversight/note.acts.js';
import type { NoteContext } from './oversight/note.acts.js';
import type { NoteEvent } from './oversight/note.events.js';
import { oversightNote, type OversightNote } from './oversight/note.js';
import * as noteTransfer from './oversight/transfer.js';
import * as programmes from './programme/programme.acts.js';
import { programme, programmeSubject, type Programme, type ProgrammeEvent } from './programme/programme.js';

const record = right('office', 'office-of-record');
const chairman = right('office', 'chairman');
const leaders = right('office', 'chairman', 'vice-chairman');
const opening = right('office', 'office-of-record', 'chairman', 'vice-chairman');

const onProgramme = commandsOn<Programme, ProgrammeEvent, ActContext>({
  aggregate: programme,
  contextOf: (act) => act,
});

/** The acts on a year's programme (kế hoạch kiểm tra năm): who may, and what decides. */
const onProgrammes = [
  onProgramme(programmes.PlanInspections, record, programmes.planInspections),
  onProgramme(programmes.ApproveInspectionProgramme, chairman, programmes.approveInspectionProgramme),
  onProgramme(programmes.AmendInspectionProgramme, chairman, programmes.amendInspectionProgramme),
];

const onInspection = commandsOn<Inspection, InspectionEvent, InspectionContext>({
  aggregate: inspection,
  contextOf: (act) => ({ ...act, settings: TIME_SETTINGS }),
  after: seeingLateness,
});

/** The acts on an inspection (kiểm tra). */
const onInspections = [
  onInspection(inspecting.OpenInspection, opening, inspecting.openInspection, {
    looksAt: async ({ from }, { officeId }, load) => ({
      programme: await load(programme, programmeSubject(officeId, Number(from.slice(0, 4)))),
    }),
  }), // R3
  onInspection(inspecting.RecordInspection, official('office'), inspecting.recordInspection),
  onInspection(inspecting.NoteFinding, official('office'), inspecting.noteFinding), // R31
  onInspection(inspecting.WithdrawFinding, official('office'), inspecting.withdrawFinding),
  onInspection(inspecting.HearUnit, official('led'), inspecting.hearUnit),
  onInspection(concluding.ConcludeInspection, leaders, concluding.concludeInspection),
  onInspection(remedy.ReportRemedy, official('led'), remedy.reportRemedy),
  onInspection(remedy.VerifyRemedy, official('below'), remedy.verifyRemedy), // R3
  onInspection(remedy.RejectRemedy, official('below'), remedy.rejectRemedy), // R3
  onInspection(concluding.CloseInspection, opening, concluding.closeInspection),
  onInspection(inspecting.CancelInspection, opening, inspecting.cancelInspection),
  onInspection(TakeRequirementStep, worker, takeRequirementStep), // R6, R7
  onInspection(transfer.TransferInspection, worker, transfer.transferInspection), // R28
  onInspection(transfer.TakeOverInspection, worker, transfer.takeOverInspection), // R28
];

const onNote = commandsOn<OversightNote, NoteEvent, NoteContext>({
  aggregate: oversightNote,
  contextOf: (act) => ({ ...act, settings: TIME_SETTINGS }),
  after: notes.seeingLateness,
});

/** The acts on notes of oversight (kiến nghị giám sát). */
const onNotes = [
  onNote(
    notes.ReceiveOversightNote,
    right('office', 'office-of-record', 'oversight'),
    notes.receiveOversightNote,
  ),
  onNote(notes.AssignOversightNote, opening, notes.assignOversightNote),
  onNote(notes.AnswerOversightNote, official('led'), notes.answerOversightNote),
  onNote(notes.TakeOversightStep, worker, notes.takeOversightStep), // R6, R7
  onNote(noteTransfer.TransferOversightNote, worker, noteTransfer.transferOversightNote), // R28
  onNote(noteTransfer.TakeOverOversightNote, worker, noteTransfer.takeOverOversightNote), // R28
];

export const inspectionCommands = [...onProgrammes, ...onInspections, ...onNotes];
