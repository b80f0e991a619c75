import { is } from '#kernel';

/** The archive's package of a dossier: when it was packed, its hash, and who has it by which record. */
export const archiveShape = is.orNull(
  is.object({
    ...{ at: is.instant, sha256: is.fileHash, bytes: is.count },
    handedOver: is.orNull(is.object({ receiver: is.line, receipt: is.line, day: is.day, by: is.code })),
  }),
);
