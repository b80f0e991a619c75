const PACKAGE = '01900000-0000-7000-8000-000000000014';
const REFUND = '01900000-0000-7000-8000-000000000013';
const SHA256 = 'a'.repeat(64);

/** What events hold of dossiers that no simulated year has: money owed back, what went to the archive. */
export const DOSSIER_SAMPLES: Record<string, Record<string, unknown>> = {
  RefundOwed: { refundId: REFUND, amount: 8_000, receipt: 'BL-0013' },
  FeeRefunded: { refundId: REFUND, amount: 8_000, receipt: 'BL-0013', document: 'PC-07' },
  PostStateRecorded: { tracking: 'EB123456785VN', state: 'delivered', day: '2025-03-14' },
  ArchivePackageMade: {
    ...{ packageId: PACKAGE, at: '2025-03-14T10:00:00.000Z', through: 9, treeSize: 15_200 },
    ...{ checkpoint: 'c', key: 'k', sha256: SHA256, bytes: 81_920 },
  },
  DossierArchived: {
    ...{ packageId: PACKAGE, sha256: SHA256, receiver: 'Lưu trữ lịch sử tỉnh' },
    ...{ receipt: 'BB-12', day: '2025-03-14', by: 'PERSON' },
  },
};
