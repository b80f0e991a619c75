import { service, type Capability } from '#capability';
import { AggregateStore } from '#event-store';
import { CLOCK, POOL } from '#kernel';
import { Commands } from '#organisation';
import { Lacking } from '#projection';
import { documentCommands } from './documents.commands.js';
import { documentsSentences } from './documents.sentences.js';
import { Documents } from './documents.service.js';
import { DocumentQueries, documentProjection } from './read/document-projection.js';

/** Văn thư · numbers of documents. */
export const documentsCapability: Capability = {
  name: 'documents',
  commands: documentCommands,
  services: [service(Documents, AggregateStore, Commands, CLOCK), service(DocumentQueries, POOL, Lacking)],
  readModels: [documentProjection],
  sentences: documentsSentences,
  workers: {
    documents: { vi: 'văn thư', en: 'documents' },
  },
};
