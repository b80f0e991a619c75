export * from './aggregate.js';
export * from './errors.js';
export * from './event.js';
export * from './event-store.js';
export type { GroupReport } from './group-committer.js';
export type { EventRow, LogSlice } from './log-reader.js';
export * from './log-listener.js';
export * from './migrations.js';
export * from './upcasters.js';
