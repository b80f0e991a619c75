import { made, service, type Capability } from '#capability';
import { AggregateStore } from '#event-store';
import { CLOCK, POOL } from '#kernel';
import { Commands, Organisation } from '#organisation';
import { FileStore, Vault } from '#vault';
import { FileController } from './files/file.controller.js';
import { fileSteps } from './files/file-steps.js';
import { FILE_STEP, fileAgendaTypes } from './files/file.js';
import { filesCommands } from './files/files.commands.js';
import { Files } from './files/files.service.js';
import { sweepFiles } from './files/sweep-files.js';
import { PersonRecords } from './person-records.js';
import { Persons } from './persons.service.js';
import { ReadingSeals, sealReadings } from './reading-seals.js';
import { ReadingsController } from './readings/readings.controller.js';
import { ReachedPeople } from './readings/reached-people.js';
import { UnusualReadings } from './readings/unusual-readings.js';
import { PersonsController } from './persons.controller.js';
import { personsCommands } from './persons.commands.js';
import { personsSentences } from './persons.sentences.js';
import { personsBodies, personsCosts, personsRoutes } from './persons.routes.js';

/** Dữ liệu cá nhân · people whose data the office holds, and files. */
export const personsCapability: Capability = {
  name: 'persons',
  commands: [...personsCommands, ...filesCommands],
  routes: personsRoutes,
  bodies: personsBodies,
  costs: personsCosts,
  controllers: [ReadingsController, PersonsController, FileController],
  services: [
    service(PersonRecords, AggregateStore),
    service(ReadingSeals, POOL, AggregateStore, CLOCK),
    service(UnusualReadings, POOL),
    service(ReachedPeople, POOL),
  ],
  keyed: [
    service(Persons, Commands, PersonRecords, Organisation, CLOCK, Vault),
    service(Files, Commands, AggregateStore, Persons, CLOCK, Vault, FileStore),
  ],
  errands: [made(sealReadings, ReadingSeals), made(sweepFiles, FileStore, POOL)],
  agendaTypes: fileAgendaTypes,
  steps: { [FILE_STEP]: made(fileSteps, Commands, AggregateStore) },
  sentences: personsSentences,
  workers: {
    readings: { vi: 'bảo vệ dữ liệu cá nhân', en: 'personal data' },
    vault: { vi: 'kho dữ liệu cá nhân', en: 'vault' },
  },
};
