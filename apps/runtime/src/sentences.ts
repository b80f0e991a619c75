import type { Speech } from '#ledger';
import { mergedOf, mergedTables } from './gathered.js';

/** How the trail speaks of all capabilities' events, and of the house's own. */
export const speech: Speech = {
  sentences: {
    ...mergedOf(({ sentences }) => sentences),
    LedgerKeyRotated: { vi: 'thay khóa ký sổ cái', en: 'rotated the key of the ledger' },
  },
  words: mergedTables(({ words }) => words),
  workers: {
    ...mergedOf(({ workers }) => workers),
    ledger: { vi: 'sổ cái', en: 'ledger' },
    restore: { vi: 'khôi phục dữ liệu', en: 'restore' },
  },
};
