export * from './document/document.js';
export * from './documents.commands.js';
export * from './documents.sentences.js';
export * from './documents.service.js';
export * from './print/printed-document.js';
export * from './read/document-projection.js';

/** The printers are loaded where something is printed: they are large, and a worker prints nothing. */
export const printers = {
  pdf: async () => (await import('./print/pdf.js')).toPdf,
  docx: async () => (await import('./print/docx.js')).toDocx,
};
export { documentsCapability } from './documents.capability.js';
