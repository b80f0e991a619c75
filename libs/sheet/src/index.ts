export { fromTcvn3 } from './csv/tcvn3.js';
export { dayOfSerial } from './office/number-formats.js';
export * from './read-tables.js';
export * from './sheet.refusals.js';
export * from './table.js';
export * from './write-sheet.js';
