/** What decisions look at: an office as it stands, who acts in it for whom, and what surrounds every act. All of it is pure. */
export type { ActContext } from '../command/act-context.js';
export * from '../command/guarded.js';
export * from './calendar.js';
export * from './delegation.js';
export * from './hierarchy.js';
export * from './office.commands.js';
export * from './office.events.js';
export * from './office.js';
export * from './restructuring.js';
export * from './standing.js';
export * from './steering.js';
export * from './succession.js';
export * from './tenures.js';
export * from './told.js';
export * from './unknown-unit.js';
