import type { Sentences } from '#ledger';

/** What is said in the trail of a task's money. */
export const moneySentences: Sentences = {
  MoneyAllocated: {
    vi: 'giao dự toán {amount} ₫ cho "{purpose}" theo {documentNumber} ngày {documentDate}',
    en: 'allocated {amount} ₫ to "{purpose}" by {documentNumber} of {documentDate}',
    act: { vi: 'giao dự toán cho nhiệm vụ', en: 'allocated money to a task' },
  },
  AllocationWithdrawn: {
    vi: 'thu hồi dự toán {amount} ₫ của "{purpose}": {reason}',
    en: 'withdrew {amount} ₫ of the allocation to "{purpose}": {reason}',
    act: { vi: 'thu hồi dự toán', en: 'withdrew an allocation' },
  },
  OverrunAllowed: {
    vi: 'quyết định cho chi vượt {amount} ₫ ở "{purpose}": {reason}',
    en: 'allowed an over-run of {amount} ₫ on "{purpose}": {reason}',
    act: { vi: 'quyết định chi vượt dự toán', en: 'allowed an over-run' },
  },
  SpendingRecorded: {
    vi: 'ghi nhận chi {amount} ₫ ngày {day} cho "{purpose}", chứng từ {documentNumber}: {text}',
    en: 'recorded {amount} ₫ spent on {day} on "{purpose}", document {documentNumber}: {text}',
    act: { vi: 'ghi nhận chi', en: 'recorded spending' },
  },
  SpendingWithdrawn: {
    vi: 'hủy ghi nhận chi {amount} ₫ của "{purpose}": {reason}',
    en: 'withdrew the note of {amount} ₫ spent on "{purpose}": {reason}',
    act: { vi: 'hủy ghi nhận chi', en: 'withdrew a note of spending' },
  },
};
