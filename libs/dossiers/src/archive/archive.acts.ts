import { DayField, Text, dayOf } from '#kernel';
import { guarded } from '#organisation/office';
import type { Dossier } from '../dossier/dossier.js';
import { atDeskOrHeld, type DossierContext, type WorkedDossier } from '../dossier/guards.js';
import type { ArchiveEvent, ArchivePackage } from './archive.js';
import { alreadyArchived, archiveDayInvalid, noArchivePackage } from './archive.refusals.js';

/** Over for the one-stop desk: whatever there is of it is there. */
const OVER = ['returned', 'rejected', 'withdrawn', 'stopped'] as const;

function archivable(state: Dossier, context: DossierContext): WorkedDossier {
  const dossier = atDeskOrHeld(...OVER)(state, context);
  if (dossier.work.archive?.handedOver) throw alreadyArchived();
  return dossier;
}

/** Packs a finished dossier (đóng gói hồ sơ); what it comes to is counted by the service, no request brings it. */
export class MakeArchivePackage implements ArchivePackage {
  packageId!: string;
  at!: string;
  through!: number;
  treeSize!: number;
  checkpoint!: string;
  key!: string;
  sha256!: string;
  bytes!: number;
}

export const makeArchivePackage = guarded(
  archivable,
  (_dossier, packed: MakeArchivePackage, _context: DossierContext): ArchiveEvent[] => [
    { type: 'ArchivePackageMade', data: { ...packed } },
  ],
);

/** Notes that the archive has the package (bàn giao cho lưu trữ), once, by its own record. */
export class HandOverToArchive {
  @Text({ description: 'Nơi nhận lưu trữ · the archive', min: 3, max: 200 })
  receiver!: string;

  @Text({ description: 'Số biên bản giao nhận · number of its record', max: 100 })
  receipt!: string;

  @DayField({ description: 'Ngày giao nhận · day' })
  day!: string;
}

function handable(state: Dossier, context: DossierContext): WorkedDossier {
  const dossier = archivable(state, context);
  if (!dossier.work.archive) throw noArchivePackage();
  return dossier;
}

export const handOverToArchive = guarded(
  handable,
  (
    { work },
    { receiver, receipt, day }: HandOverToArchive,
    { actor, now }: DossierContext,
  ): ArchiveEvent[] => {
    if (!work.archive) throw noArchivePackage();
    const { packageId, sha256, at } = work.archive.packed;
    if (day < dayOf(new Date(at)) || day > dayOf(now)) throw archiveDayInvalid();
    const data = { packageId, sha256, receiver, receipt, day, by: actor };
    return [{ type: 'DossierArchived', data }];
  },
);
