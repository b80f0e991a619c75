import { EventStore, type AppendRequest } from '#event-store';
import { inOffice, newId } from '#kernel';
import { contextOf, sealBytes } from '#vault';
import { createHash, randomBytes } from 'node:crypto';
import type { Attack, Copy } from './attacks.js';

/** Attempts on what the log does not hold: by somebody who has the vault's master key as well. */
export const vaultAttacks: Attack[] = [
  {
    name: { vi: 'đổi lời công dân trong kho', en: 'exchange words in the vault' },
    async attempt(copy) {
      const { office, db, vault } = copy;
      const personId = await somebodySpoke(copy);
      const context = contextOf(office, personId, 'feedback', 1);
      const praise = await vault.sealFor(office, personId, Buffer.from('Cán bộ rất tận tình.'), context);
      await db.query('update vault.fact set ciphertext = $3 where office = $1 and person_id = $2', [
        office,
        personId,
        praise,
      ]);
    },
  },
  {
    name: { vi: 'đổi một tệp đã nhận', en: 'exchange a file' },
    async attempt(copy) {
      const { office, db, vault } = copy;
      const [personId, fileId] = [newId(), newId()];
      const act = actOn(copy, personId);
      const received = { fileId, name: 'don.pdf', sha256: hashOf(Buffer.from('đơn gốc')) };
      const { commitment } = await vault.contents.entrustFile(office, personId, act.commandId, received);
      await append(copy, { ...act, events: [{ type: 'FileKept', data: { fileId, commitment } }] });
      const [key, context] = [randomBytes(32), `${office}/file/${fileId}`];
      const other = Buffer.from('đơn khác');
      await db.query(
        `insert into vault.file (office, file_id, sha256, name, type, size, person_id, wrapped_key, content, uploaded_by, uploaded_at, act)
         values ($1, $2, $3, $4, 'application/pdf', $5, $6, $7, $8, 'drill', now(), $9)`,
        [
          office,
          fileId,
          hashOf(other),
          received.name,
          other.length,
          personId,
          await vault.sealFor(office, personId, key, context),
          sealBytes(key, other, context),
          act.commandId,
        ],
      );
    },
  },
  {
    name: { vi: 'hủy khóa của một người mà không có hành vi xóa', en: 'destroy a key without an act' },
    async attempt(copy) {
      const { office, db } = copy;
      const personId = await somebodySpoke(copy);
      for (const table of ['fact', 'file'])
        await db.query(`delete from vault.${table} where office = $1 and person_id = $2`, [office, personId]);
      await db.query(
        'update vault.person set wrapped_key = null, erased_at = now() where office = $1 and person_id = $2',
        [office, personId],
      );
    },
  },
  {
    name: { vi: 'đưa người đã xóa trở lại từ bản sao cũ', en: 'bring an erased person back' },
    async attempt(copy) {
      const personId = await somebodySpoke(copy);
      const act = { ...actOn(copy, personId), expectedVersion: 1 };
      await append(copy, { ...act, events: [{ type: 'PersonErased', data: { reason: 'Diễn tập' } }] });
    },
  },
];

/** A person whose words the vault holds, as an act put them there. */
async function somebodySpoke(copy: Copy): Promise<string> {
  const personId = newId();
  const act = actOn(copy, personId);
  const words = { feedback: 'Cán bộ đòi tiền ngoài quy định.' };
  const { commitment, enclosure } = await copy.vault.contents.entrust(
    copy.office,
    personId,
    act.commandId,
    words,
  );
  await append(copy, {
    ...act,
    events: [{ type: 'PersonRegistered', data: { unitId: newId(), commitment } }],
    enclosure: enclosure(1),
  });
  return personId;
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function actOn({ office }: Copy, subject: string): Omit<AppendRequest, 'events'> {
  const commandId = newId();
  return {
    office,
    kind: 'person',
    subject,
    expectedVersion: 0,
    commandId,
    digest: commandId,
    recordedAt: new Date(),
    attribution: { actor: 'drill' },
  };
}

async function append({ pool, office }: Copy, request: AppendRequest): Promise<void> {
  const store = new EventStore(pool);
  await inOffice(office, () => store.append(request));
  await store.idle();
}
