export * from './read-rows.js';
export * from './sheet.refusals.js';
export * from './write-sheet.js';
