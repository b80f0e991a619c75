// A door of its own: whoever only verifies loads nothing of the service.
export * from '../format/format-error.js';
export * from '../format/keys.js';
export * from './check-proof.js';
export * from './folder-source.js';
export * from './ledger-source.js';
export * from './live-source.js';
export * from './verify-ledger.js';
