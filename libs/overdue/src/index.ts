export type { Ladder } from './ladder.js';
export * from './timing.js';
export * from './watched.js';
