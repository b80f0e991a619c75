import { documentsSentences } from '#documents';
import { dossiersSentences, dossiersWords } from '#dossiers';
import { feedbackSentences } from '#feedback';
import { integrationSentences } from '#integration';
import type { Speech } from '#ledger';
import { organisationSentences } from '#organisation';
import { personsSentences } from '#persons';
import { planningSentences } from '#planning';

/** How the trail speaks of all capabilities' events. */
export const speech: Speech = {
  sentences: {
    ...organisationSentences,
    ...planningSentences,
    ...personsSentences,
    ...dossiersSentences,
    ...documentsSentences,
    ...feedbackSentences,
    ...integrationSentences,
    LedgerKeyRotated: { vi: 'thay khóa ký sổ cái', en: 'rotated the key of the ledger' },
  },
  words: dossiersWords,
  workers: {
    deadlines: { vi: 'theo dõi thời hạn', en: 'deadlines' },
    calendar: { vi: 'lịch làm việc', en: 'calendar' },
    organisation: { vi: 'tổ chức bộ máy', en: 'organisation' },
    planning: { vi: 'kế hoạch', en: 'plan' },
    dossiers: { vi: 'hồ sơ', en: 'dossiers' },
    documents: { vi: 'văn thư', en: 'documents' },
    feedback: { vi: 'phản ánh, kiến nghị', en: 'feedback' },
    payments: { vi: 'thanh toán', en: 'payments' },
    readings: { vi: 'bảo vệ dữ liệu cá nhân', en: 'personal data' },
    ledger: { vi: 'sổ cái', en: 'ledger' },
    founding: { vi: 'khởi tạo đơn vị', en: 'founding' },
    import: { vi: 'nạp dữ liệu cũ', en: 'import' },
    restore: { vi: 'khôi phục dữ liệu', en: 'restore' },
    vault: { vi: 'kho dữ liệu cá nhân', en: 'vault' },
  },
};
