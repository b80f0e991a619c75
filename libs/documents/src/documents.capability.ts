import type { Capability } from '#capability';
import { documentCommands } from './documents.commands.js';
import { documentsSentences } from './documents.sentences.js';
import { documentProjection } from './read/document-projection.js';

/** Văn thư · numbers of documents. */
export const documentsCapability: Capability = {
  name: 'documents',
  commands: documentCommands,
  readModels: [documentProjection],
  sentences: documentsSentences,
  workers: {
    documents: { vi: 'văn thư', en: 'documents' },
  },
};
