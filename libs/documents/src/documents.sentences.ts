import type { Sentences } from '#ledger';

/** What the events of documents say in the trail; what each kind is called says who brings it. */
export const documentsSentences: Sentences = {
  DocumentNumbered: {
    vi: 'cấp số {number} năm {year} cho {kind}',
    en: 'gave number {number} of {year} to {kind}',
    act: { vi: 'cấp số văn bản', en: 'numbered a document' },
  },
};
