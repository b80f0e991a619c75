import { Story, at, types } from '../dossier/dossier.story.js';
import { withdrawDossier } from '../dossier/ending.js';
import { handOverToArchive, makeArchivePackage } from './archive.acts.js';

const SHA = 'ab'.repeat(32);
const packed = {
  ...{ packageId: 'p-1', at: at('2025-01-06T09:00').toISOString(), through: 2, treeSize: 40 },
  ...{ checkpoint: 'c', key: 'k', sha256: SHA, bytes: 9_000 },
};
const handing = { receiver: 'Lưu trữ lịch sử tỉnh', receipt: 'BB-12', day: '2025-01-07' };

const ended = () => {
  const story = new Story().receive('2025-01-03T08:00');
  story.act('desk', '2025-01-06T08:00', withdrawDossier, {});
  return story;
};

describe('a dossier on its way to the archive', () => {
  it('is packed once it is over, by the desk or its holder, as often as needed', () => {
    const open = new Story().receive('2025-01-03T08:00');
    expect(() => open.act('desk', '2025-01-06T09:00', makeArchivePackage, packed)).toThrow('dossier_state');
    const story = ended();
    expect(() => story.act('justice', '2025-01-06T09:00', makeArchivePackage, packed)).toThrow(
      'not_the_holder',
    );
    for (const packageId of ['p-1', 'p-2'])
      expect(
        types(story.act('desk', '2025-01-06T09:00', makeArchivePackage, { ...packed, packageId })),
      ).toEqual(['ArchivePackageMade']);
    expect(story.state.work?.archive).toMatchObject({ packed: { packageId: 'p-2' }, handedOver: null });
  });

  it('is handed over with the hash that was recorded, not before it was packed nor ahead, and once', () => {
    const story = ended();
    const hand = (day: string) =>
      story.act('desk', '2025-01-07T09:00', handOverToArchive, { ...handing, day });
    expect(() => hand('2025-01-07')).toThrow('no_archive_package');
    story.act('desk', '2025-01-06T09:00', makeArchivePackage, packed);
    for (const day of ['2025-01-05', '2025-01-08']) expect(() => hand(day)).toThrow('archive_day_invalid');
    expect(hand('2025-01-07')).toEqual([
      { type: 'DossierArchived', data: { ...handing, packageId: 'p-1', sha256: SHA, by: 'p-desk' } },
    ]);
    expect(() => hand('2025-01-07')).toThrow('already_archived');
    expect(() => story.act('desk', '2025-01-07T10:00', makeArchivePackage, packed)).toThrow(
      'already_archived',
    );
  });
});
