export * from './agenda-projection.js';
export * from './ladder.js';
export * from './step.js';
export * from './sweep.js';
