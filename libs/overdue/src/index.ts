export * from './calendar-known.js';
export * from './time/passing.js';
export * from './time/timed.js';
export * from './timing.js';
export * from './watched.js';
