import type { Sentences } from '#ledger';

/** What is said in the trail of registers. */
export const registersSentences: Sentences = {
  RegisterEntryMade: {
    vi: 'ghi sổ {kind}: "{title}", ngày {day}',
    en: 'entered in the register of {kind}: "{title}", {day}',
    act: { vi: 'ghi sổ theo dõi', en: 'entered something in a register' },
  },
  RegisterEntryCorrected: {
    vi: 'sửa mục "{title}" trong sổ {kind}: {reason}',
    en: 'corrected "{title}" in the register of {kind}: {reason}',
    act: { vi: 'sửa một mục ghi sổ', en: 'corrected an entry of a register' },
  },
  RegisterEntryWithdrawn: {
    vi: 'hủy mục "{title}" trong sổ {kind}: {reason}',
    en: 'withdrew "{title}" from the register of {kind}: {reason}',
    act: { vi: 'hủy một mục ghi sổ', en: 'withdrew an entry of a register' },
  },
};
