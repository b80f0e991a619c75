import { made, service, type Capability } from '#capability';
import { AggregateStore, EventStore } from '#event-store';
import { CLOCK, POOL } from '#kernel';
import { namesOfEntries } from './names-of-entries.js';
import { registerProjection } from './read/register-projection.js';
import { RegisterQueries } from './read/register.queries.js';
import { registersCommands } from './registers.commands.js';
import { RegistersController } from './registers.controller.js';
import { registersBodies, registersOverseen, registersRoutes } from './registers.routes.js';
import { registersSentences } from './registers.sentences.js';
import { registersWords } from './registers.words.js';

/** Sổ theo dõi · registers of work that is counted. */
export const registersCapability: Capability = {
  name: 'registers',
  commands: registersCommands,
  routes: registersRoutes,
  bodies: registersBodies,
  overseen: registersOverseen,
  controllers: [RegistersController],
  services: [service(RegisterQueries, POOL, EventStore, CLOCK)],
  readModels: [registerProjection],
  names: { 'register-entry': made(namesOfEntries, AggregateStore) },
  sentences: registersSentences,
  words: registersWords,
};
