// A door of its own: whoever only reads a file loads nothing of the service.
export * from '../limits.js';
export * from '../refusal.js';
export * from '../time.js';
