export * from './circulation.js';
export * from './circulation.refusals.js';
export * from './shown.js';
