export * from './document/document.js';
export * from './documents.commands.js';
export * from './documents.sentences.js';
export * from './documents.service.js';
export * from './print/issuer.js';
export * from './print/print-types.js';
export * from './print/print.js';
export * from './print/printed-document.js';
export * from './print/qr-code.js';
export * from './read/document-projection.js';

export { documentsCapability } from './documents.capability.js';
