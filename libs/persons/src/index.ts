export * from './file.controller.js';
export * from './person.js';
export * from './person.refusals.js';
export * from './persons.controller.js';
export * from './persons.sentences.js';
export * from './person-records.js';
export * from './persons.service.js';
export * from './reading-seals.js';
export { personsCapability } from './persons.capability.js';
