export * from './agenda-projection.js';
export * from './sweep.js';
