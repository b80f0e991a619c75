import { made, service, type Capability } from '#capability';
import { AggregateStore } from '#event-store';
import { FOUND_LACKING } from '#planning';
import { CLOCK, POOL } from '#kernel';
import { Commands, Organisation } from '#organisation';
import { foundLacking } from './found-lacking.js';
import { inspectionAnnouncer } from './inspection.announcer.js';
import { inspectionCommands } from './inspection.commands.js';
import { InspectionController } from './inspection.controller.js';
import {
  handOverInspections,
  noteSteps,
  notesByCalendar,
  requirementSteps,
  requirementsByCalendar,
} from './inspection.policies.js';
import { inspectionBodies, inspectionOverseen, inspectionRoutes } from './inspection.routes.js';
import { inspectionSentences } from './inspection.sentences.js';
import { inspectionWords } from './inspection.words.js';
import { inspectionAgendaTypes } from './inspection/inspection.events.js';
import { REQUIREMENT_STEP } from './inspection/inspection.guards.js';
import { namesOfInspections, namesOfNotes, namesOfProgrammes } from './names-of-inspections.js';
import { OversightController } from './oversight.controller.js';
import { NOTE_STEP } from './oversight/note.acts.js';
import { noteAgendaTypes } from './oversight/note.events.js';
import { ProgrammeController } from './programme.controller.js';
import { inspectionProjection } from './read/inspection-projection.js';
import { InspectionQueries } from './read/inspection.queries.js';
import { inspectionsWaiting } from './read/waiting.js';

/** Kiểm tra, giám sát · inspections and what oversight notes. */
export const inspectionCapability: Capability = {
  name: 'inspection',
  commands: inspectionCommands,
  routes: inspectionRoutes,
  bodies: inspectionBodies,
  overseen: inspectionOverseen,
  controllers: [ProgrammeController, InspectionController, OversightController],
  services: [
    service(InspectionQueries, POOL, CLOCK),
    { provide: FOUND_LACKING, inject: [InspectionQueries], useFactory: foundLacking },
  ],
  readModels: [inspectionProjection],
  reactions: [
    made(handOverInspections, AggregateStore, Commands, Organisation),
    made(requirementsByCalendar, AggregateStore, Commands),
    made(notesByCalendar, AggregateStore, Commands),
  ],
  agendaTypes: [...inspectionAgendaTypes, ...noteAgendaTypes],
  steps: {
    [REQUIREMENT_STEP]: made(requirementSteps, AggregateStore, Commands),
    [NOTE_STEP]: made(noteSteps, AggregateStore, Commands),
  },
  waiting: [made(inspectionsWaiting, InspectionQueries)],
  announcers: [made(inspectionAnnouncer, AggregateStore, Organisation)],
  names: {
    inspection: made(namesOfInspections, AggregateStore, Organisation),
    'inspection-programme': made(namesOfProgrammes, AggregateStore),
    'oversight-note': made(namesOfNotes, AggregateStore),
  },
  sentences: inspectionSentences,
  words: inspectionWords,
  workers: { inspection: { vi: 'kiểm tra, giám sát', en: 'inspections' } },
};
