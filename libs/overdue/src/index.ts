export * from './timing.js';
export * from './watched.js';
