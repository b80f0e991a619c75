export * from './common-refusals.js';
export * from './envelope.js';
export * from './fields.js';
export * from './ids.js';
export * from './language.js';
export * from './refusal.js';
export * from './sql.js';
export * from './time.js';
