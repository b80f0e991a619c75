export * from './agenda.js';
export * from './agenda-projection.js';
export * from './awaited.js';
export * from './awaited-projection.js';
export * from './due-instant.js';
export * from './ladder.js';
export * from './step.js';
export * from './sweep.js';
