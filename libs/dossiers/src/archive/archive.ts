import type { Day } from '#kernel';

/** What was packed of a dossier for the archive (gói hồ sơ lưu trữ): made again from this, it is the same to the byte. */
export interface ArchivePackage {
  packageId: string;
  /** When it was packed, as its own description says. */
  at: string;
  /** The last event of the dossier that it holds. */
  through: number;
  /** The signed tree that its events are proved under, and the key. */
  treeSize: number;
  checkpoint: string;
  key: string;
  sha256: string;
  bytes: number;
}

/** To whom it was given (bàn giao lưu trữ), and by which record. */
export interface HandedToArchive {
  packageId: string;
  sha256: string;
  receiver: string;
  receipt: string;
  day: Day;
}

export interface Archive {
  packed: ArchivePackage;
  handedOver: (HandedToArchive & { by: string }) | null;
}

export type ArchiveEvent =
  | { type: 'ArchivePackageMade'; data: ArchivePackage }
  | { type: 'DossierArchived'; data: HandedToArchive & { by: string } };

/** The archive's part of a dossier once something happened. */
export function archivedAfter(
  archive: Archive | undefined,
  { type, data }: ArchiveEvent,
): Archive | undefined {
  return type === 'ArchivePackageMade'
    ? { packed: data, handedOver: null }
    : archive && { ...archive, handedOver: data };
}
