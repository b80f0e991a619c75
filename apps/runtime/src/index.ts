export * from './demo-office.js';
export * from './embedded-postgres.js';
export * from './ledger-key.js';
export * from './office-clock.js';
export * from './runtime.js';
export * from './settings.js';
export * from './fork-worker.js';
