import type { Bilingual } from '#kernel';

/** What the events of documents say in the trail. */
export const documentsSentences: Record<string, Bilingual> = {
  DocumentNumbered: {
    vi: 'cấp số {number}/{kind} năm {year}',
    en: 'gave the number {number}/{kind} of {year}',
  },
};
